from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerkit.render import html
from partnerkit.views import blocks as b
from unit.render.outline import outline
from unit.render.samples import HOSTILE, ORDINARY, TEMPLATES, every

MARKUP_OF_PROSE = {"p", "strong", "em", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br", "a"}


def rendered(text: str) -> str:
    return html.render(every(text), TEMPLATES)


def test_a_page_is_well_formed_and_balanced() -> None:
    parsed = outline(rendered(ORDINARY))
    assert parsed.unbalanced == []
    assert parsed.stack == []


def test_anchors_are_unique() -> None:
    anchors = outline(rendered(ORDINARY)).values("id")
    assert len(anchors) == len(set(anchors))


def test_headings_begin_at_one_and_go_down_one_step_at_a_time() -> None:
    levels = outline(rendered(ORDINARY)).levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_headings_do_not_go_below_the_sixth_level() -> None:
    section = b.Section("deepest", "Deepest", ())
    for depth in range(8):
        section = b.Section(f"at-{depth}", "Section", (section,))
    page = every(ORDINARY)
    deep = b.Page(page.name, "T", "K", "W", "V", page.stamp, (), (section,))
    assert max(outline(html.render(deep, TEMPLATES)).levels) == 6


def test_tables_have_a_caption_and_headers_with_their_scope() -> None:
    parsed = outline(rendered(ORDINARY))
    assert parsed.tags["caption"] == parsed.tags["table"]
    scopes = [attributes.get("scope") for tag, attributes in parsed.elements if tag == "th"]
    assert set(scopes) == {"col", "row"}
    assert scopes.count("row") == 2


@given(st.text(max_size=20), st.booleans())
def test_a_table_of_one_row_is_a_list_of_facts_unless_it_is_for_the_pen(value: str, pen: bool) -> None:
    columns = (b.Column("Named"), b.Column("Held", figures=True), b.Column("Signed", pen=pen))
    table = b.Table("Of one row", columns, (b.Row((value, b.Lines((value, value)), ""), "r-1"),), "Noted")
    shown = every(ORDINARY)
    page = b.Page("p", "T", "K", "W", "", shown.stamp, (), (b.Section("s", "S", (table,)),))
    parsed = outline(html.render(page, TEMPLATES))
    assert (parsed.tags["table"], parsed.tags["figure"]) == ((1, 0) if pen else (0, 1))
    assert "r-1" in parsed.values("id")
    assert parsed.unbalanced == []
    if not pen:
        assert (parsed.tags["dt"], parsed.tags["dd"]) == (3, 3)
    assert "Noted" in parsed.text


def test_wide_tables_can_be_scrolled_with_the_keyboard() -> None:
    holders = [attributes for tag, attributes in outline(rendered(ORDINARY)).elements if attributes.get("tabindex")]
    assert [(holder["role"], holder["tabindex"], holder["aria-label"]) for holder in holders] == [
        ("group", "0", ORDINARY)
    ]


def test_the_policy_allows_this_style_sheet_and_nothing_else() -> None:
    page = rendered(ORDINARY)
    style = re.search(r"<style>(.*)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert outline(page).tags["script"] == 0
    assert outline(page).values("style") == []


def test_nothing_is_fetched() -> None:
    page = rendered(ORDINARY)
    parsed = outline(page)
    assert parsed.values("src") == []
    links = [attributes.get("href", "") or "" for tag, attributes in parsed.elements if tag == "link"]
    assert all(link.startswith("data:") for link in links)
    assert "url(" not in page
    assert "@import" not in page


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_element(text: str) -> None:
    parsed, plain = outline(rendered(text)), outline(rendered(ORDINARY))
    added = {tag: parsed.tags[tag] - plain.tags[tag] for tag in parsed.tags}
    assert {tag for tag, number in added.items() if number > 0} <= MARKUP_OF_PROSE
    assert parsed.levels == plain.levels
    assert parsed.unbalanced == []
    assert parsed.comments == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_adds_no_attribute_and_no_dangerous_link(text: str) -> None:
    parsed, plain = outline(rendered(text)), outline(rendered(ORDINARY))
    names = {name for _, attributes in parsed.elements for name in attributes}
    assert names <= {name for _, attributes in plain.elements for name in attributes} | {"start", "title"}
    for target in parsed.values("href"):
        assert re.match(r"(https?://[^@]+$|mailto:|#|sample\.html|portfolio\.html|data:image/svg\+xml,)", target), (
            target
        )


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_is_valid_utf8_without_control_characters(text: str) -> None:
    page = rendered(text)
    page.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", page)


@given(st.text(max_size=60))
def test_any_text_stays_text(text: str) -> None:
    page = b.Page(
        "sample", text, "K", "W", (text, b.Strong(text)), every(ORDINARY).stamp, (),
        (b.Section("s", text, (b.Table(text, (b.Column(text),), (b.Row((text,)), b.Row((text,)))),)),),
    )  # fmt: skip
    parsed = outline(html.render(page, TEMPLATES))
    assert parsed.levels == [1, 2, 2]
    assert parsed.tags["td"] == 0
    assert parsed.tags["th"] == 3
    assert parsed.unbalanced == []


def test_text_is_shown_as_it_is_written() -> None:
    text = "Ten of twelve & <two> \"more\" 'yet' \u2013 50 %"
    assert text in outline(rendered(text)).text


def test_addresses_that_may_not_be_links_are_shown_as_text() -> None:
    page = html.render(
        b.Page("p", "T", "K", "W", b.External("plan", "javascript:x"), every("x").stamp, (), ()), TEMPLATES
    )
    assert '<p class="verdict">plan</p>' in page


def test_the_same_page_gives_the_same_bytes() -> None:
    assert rendered(ORDINARY) == rendered(ORDINARY)


def test_what_is_folded_is_unfolded_by_a_link_to_it() -> None:
    parsed = outline(rendered(ORDINARY))
    at = next(i for i, (_, attributes) in enumerate(parsed.elements) if attributes.get("id") == "folded")
    assert parsed.elements[at][0] == "div"
    assert "details" in [tag for tag, _ in parsed.elements[at - 5 : at]]


def test_a_style_sheet_cannot_end_its_element() -> None:
    with pytest.raises(ValueError, match="style"):
        html.raw_element("a { content: '</style>' }")
