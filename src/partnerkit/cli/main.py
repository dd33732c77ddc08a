"""The program `partnerkit`: its commands, found by name, and the options that mean the same in all of them."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any, Literal

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command as built_command

from partnerkit import __version__
from partnerkit.diagnostics.text import one_line
from partnerkit.units import group_names, unit, unit_names

PACKAGE = "partnerkit.cli"
PANEL = "Options of every command"
FAILED = 2
INTERRUPTED = 130


def common(  # noqa: PLR0913 - each is an option
    folder: Annotated[
        Path | None,
        typer.Option("-C", metavar="DIR", help="Work in DIR instead of the current folder.", rich_help_panel=PANEL),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="The day that counts as today, like 2026-03-10.", rich_help_panel=PANEL
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print what was found, and nothing else.", rich_help_panel=PANEL)
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Print more.", rich_help_panel=PANEL)] = False,
    color: Annotated[
        Literal["auto", "always", "never"] | None,
        typer.Option("--color", help="When to use colour (default: auto).", rich_help_panel=PANEL),
    ] = None,
    no_cache: Annotated[
        bool,
        typer.Option("--no-cache", help="Read everything anew, and remember nothing.", rich_help_panel=PANEL),
    ] = False,
) -> None:
    """The options of every command; they may stand before or after its name."""


def _options() -> list[Any]:
    app = typer.Typer(add_completion=False)
    app.command()(common)
    return list(built_command(app).params)


def _settings(given: dict[str, Any]) -> Any:
    from partnerkit.app.outcome import Settings

    folder = Path.cwd() / (given["folder"] or "")
    if not folder.is_dir():
        raise typer.BadParameter(f"there is no folder {given['folder']}.", param_hint="-C")
    return Settings(
        folder, _day(given["as_of"]), given["quiet"], given["verbose"], given["color"] or "auto",
        not given["no_cache"], is_dated=given["as_of"] is not None,
    )  # fmt: skip


def _day(text: str | None) -> date:
    if text is None:
        from partnerkit.io.clock import today

        return today()
    # Python's own parser takes 20260310 and week dates too; records do not, and neither does the command line.
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise typer.BadParameter(f"{text} is not a day; write it like 2026-03-10.", param_hint="--as-of")


class Commands(TyperGroup):
    """The commands of the program. A command's module is imported when it is run, or when help lists it.

    A package of commands is a command of its own, which they are given to: `partnerkit evidence add`.
    """

    package = PACKAGE

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # noqa: ARG002 - typer gives it
        """The names of all commands, sorted."""
        return sorted((*unit_names(self.package, "command"), *group_names(self.package)))

    def get_command(self, ctx: typer.Context, cmd_name: str) -> TyperCommand | TyperGroup | None:  # type: ignore[override]
        """A command by its name, with the common options added to its own."""
        known = self.list_commands(ctx)
        if cmd_name not in known:
            from typer._click.exceptions import UsageError

            near = get_close_matches(cmd_name, known, n=1)
            raise UsageError(f"There is no command {cmd_name}." + (f" Did you mean {near[0]}?" if near else ""), ctx)
        module = unit(self.package, cmd_name)
        if cmd_name in group_names(self.package):
            return _group(cmd_name, module)
        app = typer.Typer(add_completion=False)
        app.command(cmd_name, help=_paragraphs(module))(module.command)
        command = built_command(app)
        assert isinstance(command, TyperCommand)  # noqa: S101 - an app with one command is that command
        shared = _options()
        command.params = [*command.params, *shared]
        own = command.callback
        assert own is not None  # noqa: S101 - typer has set it

        def callback(**values: Any) -> Any:
            context = command_context()
            common_values = {option.name: values.pop(option.name) for option in shared}
            before: dict[str, Any] = context.find_root().params
            given = {name: before[name] if value in (None, False) else value for name, value in common_values.items()}
            context.obj = _settings(given)
            return own(**values)

        command.callback = callback
        return command


def _group(name: str, module: ModuleType) -> TyperGroup:
    """The commands of a package as one command."""
    commands = type(name, (Commands,), {"package": module.__name__})
    app = typer.Typer(cls=commands, add_completion=False, no_args_is_help=True, help=_paragraphs(module))
    app.callback()(lambda: None)
    group = built_command(app)
    assert isinstance(group, TyperGroup)  # noqa: S101 - the class says so
    group.name = name
    return group


def _paragraphs(module: ModuleType) -> str:
    """The docstring of a command's module with a line for each paragraph, to be broken where the terminal ends."""
    docstring = inspect.cleandoc(module.__doc__ or "")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in docstring.split("\n\n"))


def command_context() -> Any:
    """The context of the command that runs."""
    from typer._click.globals import get_current_context

    return get_current_context()


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"partnerkit {__version__}\n")
        raise typer.Exit


def program() -> Any:
    """The program as a group of commands."""
    app = typer.Typer(cls=Commands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

    def root(
        version: Annotated[
            bool, typer.Option("--version", help="Print the version and end.", callback=_version, is_eager=True)
        ] = False,
        **_common: Any,
    ) -> None:
        """Keep, check and report records of partnerships between employers and education or training providers."""

    root.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [
            inspect.signature(root, eval_str=True).parameters["version"],
            *inspect.signature(common, eval_str=True).parameters.values(),
        ]
    )
    app.callback()(root)
    return built_command(app)


def run(arguments: Sequence[str]) -> int:
    """Run the program and give its exit code."""
    from typer._click.exceptions import ClickException

    try:
        code = program().main(args=list(arguments), prog_name="partnerkit", standalone_mode=False)
    except ClickException as error:
        return _usage(error)
    except typer.Abort:
        return INTERRUPTED
    return code if isinstance(code, int) else 0


def _usage(error: Any) -> int:
    """A mistake on the command line, on one line."""
    if type(error).__name__ == "NoArgsIsHelpError":
        # The help has been printed.
        return FAILED
    message = " ".join(error.format_message().split())
    hint = " A text of several words stands in quotes." if "unexpected extra argument" in message else ""
    sys.stderr.write(f"error: {one_line(message)}{hint}\n")
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "partnerkit"
    sys.stderr.write(f"Try `{path} --help`.\n")
    return FAILED
