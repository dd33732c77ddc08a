"""How much each need presses, and which way was chosen to meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted, said, shortened, title
from partnerkit.views.thread.needs import sourced

if TYPE_CHECKING:
    from partnerkit.model.partnership.needs import Need, NeedOption
    from partnerkit.views.needing.served import Served
    from partnerkit.views.thread.dossier import Dossier

QUARTERS = b.Quadrants("Worth much, hard to do", "Do first", "Leave for later", "Easy, brings little")
LONGEST_MARK = 22


def weighed(all_: tuple[Served, ...]) -> b.Scatter | None:
    """The needs by what closing the gap would bring and how well it can be done; nothing where none is rated."""
    dots = tuple(_dot(one.need) for one in all_)
    if not any(dot.x or dot.y for dot in dots):
        return None
    return b.Scatter(
        "What closing each gap would bring, and how well it can be done",
        b.Axis("Feasibility"),
        b.Axis("Impact"),
        QUARTERS,
        dots,
    )


def _dot(need: Need) -> b.Dot:
    priority = need.priority
    label = b.Link(title_of(need), b.anchor("needs", need.id))
    return b.Dot(
        shortened(title_of(need), LONGEST_MARK),
        label,
        priority.feasibility if priority else None,
        priority.impact if priority else None,
        flag(need),
    )


def flag(need: Need) -> b.Badge | None:
    """Why a need cannot wait, if it cannot."""
    priority = need.priority
    reasons = [
        words
        for words, holds in (
            ("the law asks for it", priority and priority.legal),
            ("safety depends on it", priority and priority.safety),
        )
        if holds
    ]
    return b.Badge(" and ".join(reasons), "alert") if reasons else None


def choices(d: Dossier, all_: tuple[Served, ...]) -> tuple[b.Block, ...]:
    """What was chosen of how many ways, how well it carries over, and how it was arranged."""
    compared = [one for one in all_ if one.need.options or one.need.sourcing]
    return c.long_table(
        ("What was chosen to meet each need", "more needs"),
        ("Need", "Chosen", "Transfer to the job", "Turned down", "How it was arranged"),
        (_choice(d, one) for one in compared),
    )


def _choice(d: Dossier, one: Served) -> b.Row:
    need = one.need
    rejected = [option for option in need.options if option.decision == "rejected"]
    open_ = len(need.options) - len(rejected) - len(one.chosen)
    undecided = (b.Missing(f"{counted(open_, 'way')} not decided"),) if open_ else ()
    chosen: tuple[b.Run, ...] = tuple(_way(option) for option in one.chosen)
    return b.Row(
        (
            b.Link(title_of(need), b.anchor("needs", need.id)),
            b.Lines(chosen or (b.Missing("nothing chosen yet"),)),
            b.Lines(tuple(c.term(option.transfer, "not judged") for option in one.chosen) or (b.Missing("none"),)),
            b.Lines((*(_way(option) for option in rejected), *undecided) or (b.Missing("no other way compared"),)),
            sourced(d, need.sourcing) if need.sourcing else b.Missing(),
        )
    )


def _way(option: NeedOption) -> b.Run:
    if option.title is None:
        return title(option.type)
    return (option.title, b.Quiet(f" ({said(option.type)})"))
