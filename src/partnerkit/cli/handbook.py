"""The generated page of docs/ that tells every command and option, made from the commands themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from partnerkit.cli.main import PANEL, program


def commands_page() -> str:
    """The page as Markdown."""
    from typer import Context

    group = program()
    context = Context(group, info_name="partnerkit")
    lines = [
        "# The commands",
        "",
        "Generated from the program by `make docs`; `partnerkit COMMAND --help` prints the same.",
        "",
        "Every command works in the workspace around the current folder: the nearest folder, upwards, that holds a",
        "`partnerkit.yaml`.",
        "",
    ]
    commands = dict(_commands(group, context))
    lines += [f"- [`partnerkit {name}`](#partnerkit-{name.replace(' ', '-')})" for name in commands]
    lines += ["", "## Options of every command", "", "They may stand before or after the name of the command."]
    lines += _options(option for option in group.params if option.name not in {"version", "help"})
    for name, command in commands.items():
        lines += ["", *_command(name, command)]
    return "\n".join(lines) + "\n"


def _commands(group: Any, context: Any, around: str = "") -> Iterator[tuple[str, Any]]:
    """The commands of a group by what is typed, those of the groups in it among them."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield f"{around}{name}", command
        if hasattr(command, "list_commands"):
            yield from _commands(command, context, f"{around}{name} ")


def _command(name: str, command: Any) -> Iterator[str]:
    own = [option for option in command.params if getattr(option, "rich_help_panel", None) != PANEL]
    yield f"## partnerkit {name}"
    yield ""
    usage = " ".join(
        option.make_metavar(None) if option.param_type_name == "argument" else "" for option in own
    ).strip()
    yield f"    partnerkit {name} [OPTIONS] {usage}".rstrip()
    yield ""
    # Capitals stand for what the user puts there, as in the usage above.
    yield re.sub(
        r"\b(PATHS|PAGE|KIND|RULE|ACTION|FORMAT|ID|RUBRIC|POINT=LEVEL|LEVEL|NEW|EVIDENCE|CRITERION)\b",
        r"`\1`",
        command.help,
    )
    yield from _options(option for option in own if option.param_type_name == "option" and option.name != "help")


def _options(options: Iterable[Any]) -> Iterator[str]:
    rows = [f"| {_spelled(option)} | {_cell(option.help or '')} |" for option in options]
    if rows:
        yield from ("", "| option | what it does |", "|---|---|", *rows)


def _spelled(option: Any) -> str:
    value = "" if option.is_flag else f" {_cell(option.metavar) if option.metavar else _choices(option)}"
    return ", ".join(f"`{spelling}{value}`" for spelling in sorted(option.opts, key=len, reverse=True))


def _choices(option: Any) -> str:
    choices = getattr(option.type, "choices", None)
    return "\\|".join(str(choice) for choice in choices) if choices else str(option.type.name).upper()


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
