"""The rules explained: one of them, or all, for people, for a program, or as the page of the manual."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from partnerkit.app.outcome import CannotRunError
from partnerkit.diagnostics.text import Piece
from partnerkit.model.suggestions import nearest
from partnerkit.rules.catalogue import Rule, all_rules, families

SCHEMA = "partnerkit-rules/1"


def explained(name: str | None, *, everything: bool, format_: str) -> Iterator[Piece]:
    """A rule's page, or all of them, or, if neither is asked for, a line for each rule.

    Raises:
        CannotRunError: There is no such rule.
    """
    rules = all_rules() if name is None else (_named(name),)
    if format_ == "json":
        document = {"schema": SCHEMA, "rules": [_plain(rule) for rule in rules]}
        yield json.dumps(document, ensure_ascii=False, indent=2) + "\n", "plain"
    elif format_ == "markdown":
        yield rules_page(rules) if name is None else "\n".join(_section(rules[0], 1)) + "\n", "plain"
    elif name is None and not everything:
        yield from _lines(rules)
    else:
        for at, rule in enumerate(rules):
            yield ("\n\n" if at else ""), "plain"
            yield from _text(rule)


def _named(name: str) -> Rule:
    rules = all_rules()
    for rule in rules:
        if name.casefold() in {rule.name, rule.code.casefold()}:
            return rule
    near = nearest(name, [word for rule in rules for word in (rule.name, rule.code)])
    hint = f" Did you mean {near}?" if near is not None else " `partnerkit rule` lists them."
    raise CannotRunError(f"There is no rule {name}.{hint}")


def _lines(rules: Sequence[Rule]) -> Iterator[Piece]:
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        yield f"{rule.code}  {rule.name:<{width}}", "strong"
        yield f"  {rule.severity.word:<7}  from {rule.stage.word}\n", "plain"
    yield f"\n{len(rules)} rules. `partnerkit rule NAME` explains one.\n", "plain"


def _text(rule: Rule) -> Iterator[Piece]:
    yield f"{rule.code} {rule.name}\n", "strong"
    yield f"{rule.page.title}\n\n", "plain"
    yield f"{rule.severity.word} · from the stage {rule.stage.word} on · family {rule.family}\n", "margin"
    for heading, text in (
        ("What it does", rule.page.what),
        ("Why it matters", rule.page.why),
        ("Fires on", _indented(rule.page.fires)),
        ("Is quiet on", _indented(rule.page.quiet)),
        ("How to mend it", rule.page.fix),
    ):
        yield f"\n{heading}\n", "help"
        yield f"{text.rstrip()}\n", "plain"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip().splitlines())


def _plain(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity.word,
        "stage": rule.stage.word,
        "about": list(rule.about),
        "title": rule.page.title,
        "what": rule.page.what,
        "why": rule.page.why,
        "fires": rule.page.fires,
        "quiet": rule.page.quiet,
        "fix": rule.page.fix,
    }


def rules_page(rules: Sequence[Rule]) -> str:
    """The page of the manual with all rules, by family."""
    lines = [
        "# The rules",
        "",
        "Generated from the program by `make docs`; `partnerkit rule NAME` prints one of them.",
        "",
        "`partnerkit lint` looks at valid records with these rules. A rule looks at a partnership only from the stage",
        "on from which its subject is due. What truly does not apply is named under `not_applicable` with its reason;",
        "what is to be excused for a time stands under `suppress`, with who, why and until when.",
        "",
        *_misconceptions(),
    ]
    for family in families():
        members = [rule for rule in rules if rule.family == family]
        if members:
            lines += [
                f"## {family.capitalize()}",
                "",
                "| code | rule | finds | weighs | from |",
                "|---|---|---|---|---|",
            ]
            lines += [
                f"| {rule.code} | [{rule.name}](#{rule.name}) | {rule.page.title.replace('|', '&#124;')} "
                f"| {rule.severity.word} | {rule.stage.word} |"
                for rule in members
            ]
            lines.append("")
            for rule in members:
                lines += [*_section(rule, 3), ""]
    return "\n".join(lines).rstrip() + "\n"


MISCONCEPTIONS = (
    (
        "a simple supplier contract taken for a collaboration",
        (
            "transactional-pattern",
            "opportunity-unaligned",
            "objective-not-joint",
            "one-sided-resources",
            "one-sided-decision",
        ),
    ),
    (
        "no robust governance, no clear roles",
        (
            "body-missing",
            "body-terms-incomplete",
            "one-sided-body",
            "senior-sponsor-missing",
            "relationship-lead-missing",
            "raci-missing",
            "raci-not-accountable",
        ),
    ),
    (
        "no measurable outcomes at the outset",
        (
            "objective-missing",
            "objective-without-indicator",
            "indicator-incomplete",
            "outcome-missing",
            "baseline-after-start",
        ),
    ),
    ("cultures that do not fit", ("culture-fit-absent", "one-sided-culture-fit", "culture-gap-unmitigated")),
    (
        "informal agreement, open to changes of people and priorities",
        (
            "informal-agreement-only",
            "agreement-unsigned-partner",
            "agreement-expired",
            "single-point-of-contact",
            "role-holder-left",
            "handover-missing",
        ),
    ),
)
"""The five misconceptions, each with the rules that look for it.

Source: seed document 000, "Common misconceptions", in its order.
"""


def _misconceptions() -> Iterator[str]:
    yield "Examiners of the unit on collaborative relationships warn of five misconceptions. Each has its rules:"
    yield ""
    yield "| misconception | rules |"
    yield "|---|---|"
    for what, names in MISCONCEPTIONS:
        links = ", ".join(f"[{name}](#{name})" for name in names)
        yield f"| {what} | {links} |"
    yield ""


def _section(rule: Rule, level: int) -> Iterator[str]:
    mark, page = "#" * level, rule.page
    yield f"{mark} {rule.name}"
    yield ""
    yield f"**{page.title}** {rule.code}, {rule.severity.word}, from the stage *{rule.stage.word}* on."
    yield ""
    yield page.what
    yield ""
    yield page.why
    yield ""
    yield "It fires on"
    yield ""
    yield f"```yaml\n{page.fires.rstrip()}\n```"
    yield ""
    yield "and is quiet on"
    yield ""
    yield f"```yaml\n{page.quiet.rstrip()}\n```"
    yield ""
    yield f"**How to mend it.** {page.fix}"
