"""The page docs/rubrics.md: what each rubric asks and how its levels come about, and every check by its name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partnerkit.app.lint import DEFAULT_PACK, Choice, selection_of
from partnerkit.io.packs import read_pack
from partnerkit.model.configuration import Configuration, RulesConfiguration
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.rubric.catalogue import DEFAULT, Rubric, built_in
from partnerkit.rubric.checking import all_checks
from partnerkit.rubric.engine import Scoring, scores_of
from partnerkit.rubric.points import ESSENTIAL
from partnerkit.rubric.scores import BANNER, Point
from partnerkit.rules.pack import pack_from
from partnerkit.workspace.records import Origin, Record
from partnerkit.workspace.workspace import Workspace

HEAD = f"""\
# The rubrics

Generated from the program by `make docs`.

`partnerkit score` says how complete the record of a partnership is, by one of these rubrics or by one of your own. A
score stands for the record, and for nobody's work: **{BANNER[0].lower() + BANNER[1:-1]}**.

A rubric has points, and a point has checks. Each check is in one of five states, which are counted apart and printed:

| state | what it says | counts as due |
|---|---|---|
| met | the record shows it, and the places that show it are named | yes |
| not met | the record does not show it; the check says what would meet it | yes |
| unknown | the record cannot tell | yes |
| not due | it is due at a later stage or on a later day | no |
| not applicable | there is nothing it could be about, or the record says why it does not apply | no |

That a text stands somewhere shows nothing: what is typed, dated or linked does. Where a rule of `lint` asks the same,
the check goes by the rule. There is no percentage and no mean: a point has a level in words, or so many of so many due
checks. What a partnership does not need is named in its record under `not_applicable`, by the check or by the section,
with the reason.
"""
OWN = """\
## A rubric of your own

In `partnerkit.yaml`, from the checks below:

```yaml
score:
  rubric: our-board            # what `partnerkit score` uses unless you name another
  fail_under: {level: 1}       # what makes it fail
  rubrics:
    - id: our-board
      title: What our board asks for
      levels: [not shown, begun, shown, shown in full]
      points:
        - id: A
          title: The opportunity
          checks:
            - {check: scans-before-decision, essential: true}
            - {check: decision-explained, essential: true, weight: 2}
            - {check: candidates-compared}
```

Some check met is the second level, all essential ones the third, all the fourth, as far as they are due. Where none of
a point is marked as essential, all are. Of fewer words the last one stands for all above it. A weight counts in the
fraction that is printed, never in the level. A rubric with the name of one above takes its place.
"""


def rubrics_page() -> str:
    """The page as Markdown."""
    blocks = [HEAD.rstrip(), "\n".join(_contents())]
    for rubric in built_in():
        blocks += _section(rubric)
    blocks += [OWN.rstrip(), "## The checks", "\n".join(_all_checks())]
    return "\n\n".join(blocks) + "\n"


def _contents() -> Iterator[str]:
    yield "| rubric | |"
    yield "|---|---|"
    for rubric in built_in():
        mark = ", used unless another is named" if rubric.name == DEFAULT else ""
        yield f"| [{rubric.name}](#{rubric.name}) | {rubric.title}{mark} |"


def _section(rubric: Rubric) -> Iterator[str]:
    yield f"## {rubric.name}"
    yield f"**{rubric.title}.**"
    yield rubric.page
    if rubric.levels:
        yield "Levels: " + ", ".join(f"{at} *{word}*" for at, word in enumerate(rubric.levels)) + "."
    if rubric.caveat:
        yield f"Every output by it says: *{rubric.caveat}*"
    if rows := list(_checks(rubric)):
        essential = ", * without which the point is only partly evidenced" if any("*" in row for row in rows) else ""
        yield f"Its checks{essential}:"
        yield "\n".join(("| point | check | from |", "|---|---|---|", *rows))


def _checks(rubric: Rubric) -> Iterator[str]:
    """The checks of a rubric's fixed points: those that even the smallest record is asked."""
    known = all_checks()
    for point in _points(rubric):
        for one in point.checks:
            if one.name in known:
                mark = " *" if rubric.levels and one.level == ESSENTIAL else ""
                stage = known[one.name].stage.word
                yield f"| {point.code} {point.title} | [{one.name}](#{one.name}){mark} | {stage} |"


def _points(rubric: Rubric) -> tuple[Point, ...]:
    part = Partnership.model_validate(
        {
            "kind": "partnership",
            "id": "smallest",
            "title": "The smallest record",
            "stage": "close",
            "partners": ({"organisation": "employer"}, {"organisation": "provider"}),
        }
    )
    record = Record("partnership", "smallest", part, Origin(("smallest.yaml", 0)))
    workspace = Workspace(Configuration.model_validate({"format": 1}), (record,))
    selection = selection_of(RulesConfiguration(), Choice())
    scoring = Scoring((rubric,), date(2026, 1, 1), pack_from(read_pack(DEFAULT_PACK), {}), selection)
    (score,) = scores_of(record, workspace, scoring)
    return score.points


def _all_checks() -> Iterator[str]:
    for name, check in all_checks().items():
        about = f", about {', '.join(f'`{section}`' for section in check.about)}" if check.about else ""
        yield f"### {name}"
        yield ""
        yield f"{check.title} From *{check.stage.word}* on{about}."
        yield ""
