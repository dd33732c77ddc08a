"""Links of a page to what it does not show lead to the thread; those to what it shows stay."""

from __future__ import annotations

from datetime import date

from partnerkit.views import blocks as b
from partnerkit.views.reading.capping import MOST, capped
from partnerkit.views.reading.homing import led_home

STAMP = b.Stamp(date(2026, 1, 10), 1, "1.0")


def page(*blocks: b.Block, verdict: b.Run = "") -> b.Page:
    return b.Page("plan-x", "T", "K", "W", verdict, STAMP, (), (b.Section("here", "Here", blocks),))


def test_links_to_other_anchors_lead_home_wherever_they_stand() -> None:
    away, stays, abroad = b.Link("A", "evidence-e"), b.Link("B", "here"), b.Link("C", "x", "other")
    table = b.Table("T", (b.Column("C"),), (b.Row((b.Lines((away, (stays, abroad))),), "row"),))
    found = led_home(page(table, b.Fold("More", (b.Paragraph(away),)), verdict=away), "partnership-x")
    home = b.Link("A", "evidence-e", "partnership-x")
    moved = b.Table("T", (b.Column("C"),), (b.Row((b.Lines((home, (stays, abroad))),), "row"),))
    assert found == page(moved, b.Fold("More", (b.Paragraph(home),)), verdict=home)


def test_anchors_of_rows_items_and_entries_count_however_they_are_written() -> None:
    entry = b.Entry(date(2026, 1, 1), "What", b.Badge("today"), (), "entries e")
    blocks = (
        b.Table("T", (b.Column("C"),), (b.Row((b.Link("A", "items i"),), "rows-r"),)),
        b.Item("items-i", "Item", (b.Paragraph((b.Link("B", "rows-r"), b.Link("C", "entries-e"))),)),
        b.Agenda("Dates", (entry,)),
    )
    assert led_home(page(*blocks), "partnership-x") == page(*blocks)


def test_the_target_of_a_figure_is_no_anchor() -> None:
    figures = b.Figures((b.Figure("1", "thing", "", "elsewhere"),))
    found = led_home(page(figures, b.Paragraph(b.Link("A", "elsewhere"))), "home")
    assert found == page(figures, b.Paragraph(b.Link("A", "elsewhere", "home")))


def test_a_page_without_such_links_stays_the_same_object() -> None:
    whole = page(b.Paragraph(b.Link("A", "here")))
    assert led_home(whole, "home") is whole


def test_a_long_table_is_cut_and_says_how_much_is_left_out() -> None:
    rows = tuple(b.Row((str(number),)) for number in range(MOST + 1))
    section = b.Section("raci", "R", (b.Table("T", (b.Column("C"),), rows, "A note."),))
    (table,) = capped(section, "thread-x").blocks
    assert isinstance(table, b.Table)
    assert table.rows == rows[:MOST]
    assert table.note == (
        "A note.",
        " 1 more is left out here and stand in ",
        b.Link("the thread", "raci", "thread-x"),
        ".",
    )


def test_a_table_at_the_limit_stays_whole() -> None:
    rows = tuple(b.Row((str(number),)) for number in range(MOST))
    section = b.Section("raci", "R", (b.Table("T", (b.Column("C"),), rows, "A note."), b.Paragraph("P")))
    assert capped(section, "thread-x") == section
