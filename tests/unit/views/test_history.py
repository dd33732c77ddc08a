"""What the page of the history works out: what moved, what moments are called, how much fits on a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from partnerkit.model.partnership.who import Stage
from partnerkit.render import html
from partnerkit.views import blocks as b
from partnerkit.views.api import Context
from partnerkit.views.history import history_pages
from partnerkit.views.over_time.history import History, Measure, Moment, Reached, Standing
from partnerkit.views.over_time.moves import Move, moves, total
from partnerkit.views.over_time.words import names, then_and_now
from unit.render.samples import TEMPLATES

CONTEXT = Context(date(2026, 12, 1), "0.0.0")
MEASURE = Measure("marking-points", "Five marking points", ("not evidenced", "partly", "evidenced", "corroborated"))


def standing(stage: Stage, open_: int | None = 0, found: int | None = 0, title: str = "A", **points: int) -> Standing:
    reached = {code: Reached(str(level), level / 3, f"What {code} asks") for code, level in points.items()}
    return Standing(title, stage, reached, open_, found, found)


def moments(number: int) -> tuple[Moment, ...]:
    return tuple(Moment(f"c{at:06}", f"c{at:06}", f"2026-{at % 12 + 1:02}-10") for at in range(number))


def history(*partnerships: Sequence[Standing | None]) -> History:
    held = {f"p-{at:04}": tuple(standings) for at, standings in enumerate(partnerships)}
    return History(moments(len(partnerships[0])), MEASURE, held)


def move(*standings: Standing | None) -> Move:
    (found,) = moves(history(standings))
    return found


@pytest.mark.parametrize(
    ("found", "steps", "rose", "fell"),
    [
        (move(standing("identify", P1=0), standing("plan", P1=2)), 2, ("P1",), ()),
        (move(standing("run", P1=3, P2=1), standing("agree", P1=1, P2=2)), -3, ("P2",), ("P1",)),
        (move(None, standing("agree", P1=1), None, standing("agree", P1=1, P2=3), None), 0, (), ()),
        (move(standing("close", P1=1)), 0, (), ()),
    ],
)
def test_a_move_is_from_the_first_to_the_last_time_a_partnership_was_seen(
    found: Move, steps: int, rose: tuple[str, ...], fell: tuple[str, ...]
) -> None:
    assert (found.steps, found.rose, found.fell) == (steps, rose, fell)


def test_only_what_was_seen_twice_and_has_not_changed_stands_still() -> None:
    assert move(standing("plan", P1=1), standing("plan", P1=1)).is_still
    assert not move(standing("plan", P1=1)).is_still
    assert not move(standing("plan", P1=1), standing("plan", P1=2)).is_still


def test_a_sum_is_withheld_where_a_part_of_it_is() -> None:
    shown = moves(history([standing("plan", 3), None], [standing("plan", 2), standing("plan", None)]))
    assert [total(shown, place, lambda one: one.open_actions) for place in (0, 1)] == [5, None]
    assert (then_and_now(2, None), then_and_now(2, 2), then_and_now(2, 5)) == ("withheld", "2", "2 to 5")


def test_moments_go_by_tag_or_day_and_where_a_day_has_several_by_commit() -> None:
    held = (Moment("spring", "aaaaaaa", "2026-03-01"), Moment("bbbbbbb", "bbbbbbb", "2026-03-02"))
    assert names(held) == ("spring", "2 Mar 2026")
    assert names((*held, Moment("ccccccc", "ccccccc", "2026-03-02"))) == (
        "spring", "2 Mar 2026 bbbbbbb", "2 Mar 2026 ccccccc",
    )  # fmt: skip


def test_what_to_look_at_first_begins_with_what_went_back() -> None:
    made = history(
        [standing("plan", 1, title="Still"), standing("plan", 1, title="Still")],
        [standing("plan", 0, title="Busier"), standing("run", 2, title="Busier")],
        [standing("plan", title="Lower", P1=2), standing("plan", title="Lower", P1=1)],
        [standing("plan", title="Back"), standing("agree", title="Back")],
        [standing("plan", title="Fine"), standing("run", title="Fine")],
    )
    (page,) = history_pages(made, CONTEXT, "Records")
    section = next(one for one in page.opening if isinstance(one, b.Section) and one.anchor == "next")
    listing = next(one for one in section.blocks if isinstance(one, b.Listing))
    links = [run[0] for run in listing.runs if isinstance(run, tuple)]
    assert [link.text for link in links if isinstance(link, b.Link)] == ["Back", "Lower", "Busier", "Still"]


def test_one_moment_moves_nothing() -> None:
    (page,) = history_pages(history([standing("plan")]), CONTEXT, "Records")
    assert isinstance(page.verdict, tuple)
    assert page.verdict[0] == b.Strong("1 partnership seen at one moment only.")


@pytest.mark.parametrize(("partnerships", "many"), [(1000, 12), (25, 60), (300, 4), (100, 1)])
def test_no_page_is_too_long_to_be_sent(partnerships: int, many: int) -> None:
    stages: tuple[Stage, ...] = ("identify", "agree", "plan", "activate", "run", "review")
    title = "Northgate and Eastfield technicians"
    made = history(
        *(
            [
                standing(stages[(at + number) % 6], at % 7, at % 9, f"{title} {number:04}",
                         **{f"P{point}": (at + point + number) % 4 for point in range(1, 6)})
                for at in range(many)
            ]
            for number in range(partnerships)
        )
    )  # fmt: skip
    pages = {page.name: page for page in history_pages(made, CONTEXT, "Records")}
    shown = [len(page.sections[0].blocks) for name, page in pages.items() if name != "history"]
    assert sum(shown) == partnerships
    largest = max(list(pages)[1:], key=lambda name: len(pages[name].sections[0].blocks))
    for name in ("history", largest):
        assert len(html.render(pages[name], TEMPLATES).encode()) < 500_000
