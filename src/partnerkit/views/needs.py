"""Training needs: where they lie, how large the gap is, what was chosen to close it, and which nothing serves."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from partnerkit.audience.marks import is_withheld
from partnerkit.views import blocks as b
from partnerkit.views.making import Told, each, kept_back
from partnerkit.views.needing.cascade import cascade, gaps, levels_without, line_of_sight
from partnerkit.views.needing.served import by_what, is_due, served, state, unserved
from partnerkit.views.needing.weighing import choices, flag, weighed
from partnerkit.views.opening import missing
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.duties import ENDED
from partnerkit.views.reading.judging import found, to_mend, told
from partnerkit.views.reading.lengths import MOST_ITEMS, MOST_ROWS, beyond, points
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import counted
from partnerkit.views.thread.needs import need_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkit.views.api import Context
    from partnerkit.views.needing.served import Served
    from partnerkit.views.thread.dossier import Dossier
    from partnerkit.workspace.workspace import Workspace

TITLE = "Needs"
PLACE = 15
WANTING = ("need-without-gap", "need-level-missing", "needs-missing")
TO_MEND = ("need-unserved", "need-not-trainable")

All = tuple["Served", ...]


def pages(workspace: Workspace, context: Context) -> Iterable[b.Page]:
    """A page for each partnership."""
    return each(workspace, context, "needs", "Training needs", _tell)


def _tell(d: Dossier) -> Told:
    p = d.partnership
    if is_withheld(p, "needs"):
        return kept_back("The training needs")
    all_ = served(d)
    wanting = tuple(_wanting(d, all_)) if p.needs else ()
    opening = (
        *((_figures(d, all_),) if all_ else ()),
        _next(d, all_),
        missing(d, ("needs",), wanting[:MOST_ROWS]),
    )
    sections = tuple(_sections(d, all_)) if all_ else (d.part("opportunity-needs", "Training needs", ("needs",)),)
    return Told(_verdict(d, all_), opening, sections)


# ---------------------------------------------------------------------- the first screen


def _verdict(d: Dossier, all_: All) -> b.Run:
    if not all_:
        return b.Strong("The record holds no training need.")
    met = sum(one.is_met for one in all_)
    levels = len({one.need.level for one in all_} - {None})
    where = f" at {counted(levels, 'level')}" if levels else ""
    return (
        b.Strong(f"{counted(len(all_), 'training need')}{where}, {_served(d, met, len(all_))}."),
        f" {_chosen(all_)} {_waiting(all_)}",
    )


def _served(d: Dossier, met: int, of: int) -> str:
    if met == of:
        return "served" if of == 1 else "all served"
    if met == 0:
        return "none served" if is_due(d) else "none planned for yet"
    return f"{met} served, {of - met} not"


def _chosen(all_: All) -> str:
    chosen = sum(bool(one.chosen) for one in all_)
    if chosen == len(all_):
        return "A way to meet it was chosen." if chosen == 1 else "A way to meet each of them was chosen."
    if chosen == 0:
        return f"No way to meet {'it' if len(all_) == 1 else 'any of them'} was chosen yet."
    return f"A way to meet it was chosen for {chosen} of them."


def _waiting(all_: All) -> str:
    pressing = [one for one in all_ if flag(one.need)]
    if not pressing:
        return "None is recorded as asked for by law or as a matter of safety."
    open_ = sum(not one.is_met for one in pressing)
    what = f"{counted(len(pressing), 'need')} cannot wait, because of the law or of safety"
    return f"{what}: {open_ or 'none'} of them {'is' if open_ == 1 else 'are'} without an answer."


def _figures(d: Dossier, all_: All) -> b.Figures:
    met = sum(one.is_met for one in all_)
    known = sum(bool(one.need.current and one.need.current.method and one.need.current.on) for one in all_)
    chosen = sum(bool(one.chosen) for one in all_)
    pressing = [one for one in all_ if flag(one.need)]
    open_ = sum(not one.is_met for one in pressing)
    whole = len(all_)
    calm = d.partnership.status in ENDED or not is_due(d)
    return b.Figures(
        (
            b.Figure(f"{met} of {whole}", "needs served", "", "cascade", _tone(met, whole, calm=calm)),
            b.Figure(f"{known} of {whole}", "with today's level measured", "by a method, on a day", "gaps"),
            b.Figure(f"{chosen} of {whole}", "with a way chosen", "", "choices", _tone(chosen, whole, calm=calm)),
            b.Figure(
                str(len(pressing)), "cannot wait", "by law or for safety", "weight", "alert" if open_ else "plain"
            ),
        )
    )


def _tone(part: int, whole: int, *, calm: bool) -> b.Tone:
    if part == whole:
        return "good"
    return "plain" if calm else "caution"


def _next(d: Dossier, all_: All) -> b.Section:
    """What to do next: the needs that nothing serves, then those for which nothing is chosen."""
    status = d.partnership.status
    if status in ENDED:
        ended = f"The partnership is {status}: nothing more is planned for its needs."
        return c.section("next", "What is next", b.Paragraph(ended))
    runs = tuple(chain(_to_plan(d, all_), _to_choose(all_)))
    if not all_:
        runs = ("Ask what people must be able to do and what they can do today, and record the gap as a need.",)
    nothing = b.Paragraph("Each need is served, and for each a way was chosen: nothing is to be decided.")
    return c.section("next", "What is next", *(points(runs) or (nothing,)))


def _to_plan(d: Dossier, all_: All) -> Iterator[b.Run]:
    for one in unserved(d, all_):
        why = flag(one.need)
        reason = b.Quiet(f" ({why.text})") if why else ""
        yield ("Plan an activity for: ", b.Link(title_of(one.need), b.anchor("needs", one.need.id)), reason)


def _to_choose(all_: All) -> Iterator[b.Run]:
    for one in all_:
        if not one.chosen:
            ways = counted(len(one.need.options), "way")
            text = "Decide between" if one.need.options else "Compare ways to meet it, and choose one"
            about = f": {ways} compared" if one.need.options else ""
            yield (f"{text}: " if not about else f"{text} the ways{about}, for: ", _link(one))


def _link(one: Served) -> b.Link:
    return b.Link(title_of(one.need), b.anchor("needs", one.need.id))


def _wanting(d: Dossier, all_: All) -> Iterator[b.Run]:
    """What is wanting in the needs themselves, and that something is to be mended in what answers them."""
    yield from told(d.record, found(d.look, *WANTING))
    alone = sum(one.need.driver is None for one in all_)
    if alone:
        yield b.Link(f"No priority is named behind {counted(alone, 'need')}", "cascade")
    mend = len(found(d.look, *TO_MEND))
    if mend:
        yield b.Link(f"{counted(mend, 'thing')} to mend in how the needs are met", "cascade")


# ---------------------------------------------------------------------- the parts


def _sections(d: Dossier, all_: All) -> Iterator[b.Section]:
    shown = all_[:MOST_ROWS]
    more = beyond(d.record.id, len(all_), MOST_ROWS, "needs")
    met = sum(one.is_met for one in all_)
    yield c.section(
        "cascade", "Where the needs lie, and what serves them",
        line_of_sight(d, all_[:MOST_ITEMS]), *cascade(d, shown), levels_without(all_), more,
        to_mend(d.record, found(d.look, *TO_MEND)), summary=f"{met} of {len(all_)} served",
    )  # fmt: skip
    yield c.section("gaps", "How large the gap is", *gaps(d, shown))
    yield c.section("weight", "Which presses most", *_weight(all_))
    yield c.section("choices", "Which way was chosen", *_choices(d, shown))
    d.names.start()
    items = (
        need_item(d, one.need, by_what(d, one), (state(d, one), *filter(None, (flag(one.need),))))
        for one in all_[:MOST_ITEMS]
    )
    yield c.section(
        "opportunity-needs", "Each need in full", *items, beyond(d.record.id, len(all_), MOST_ITEMS, "needs")
    )


def _weight(all_: All) -> Iterator[b.Block]:
    pressing = [one for one in all_ if flag(one.need)]
    if pressing:
        runs = ((_link(one), ": ", flag(one.need) or "") for one in pressing)
        yield b.Callout("alert", "These cannot wait", points(tuple(runs)))
    picture = weighed(all_[:MOST_ROWS])
    yield picture or b.Blank("Impact and feasibility of the needs.", "optional")


def _choices(d: Dossier, shown: All) -> tuple[b.Block, ...]:
    found_ = choices(d, shown)
    without = sum(not one.need.options for one in shown)
    said = f"Ways to meet {counted(without, 'need')}." if without else ""
    return (*found_, *((b.Blank(said, "optional"),) if said else ()))
