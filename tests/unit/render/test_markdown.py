from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from partnerkit.render import markdown
from partnerkit.views import blocks as b
from unit.render.samples import HOSTILE, ORDINARY, TEMPLATES, every

# GitHub's dialect as far as this reader knows it, with HTML let through: what gets past it would get past GitHub.
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
PROSE_BLOCKS = {
    "paragraph_open", "paragraph_close", "bullet_list_open", "bullet_list_close", "ordered_list_open",
    "ordered_list_close", "list_item_open", "list_item_close", "blockquote_open", "blockquote_close", "fence", "hr",
    "inline",
}  # fmt: skip


def rendered(text: str) -> str:
    return markdown.render(every(text), TEMPLATES)


def read(text: str) -> list[Token]:
    return [token for block in READER.parse(text) for token in (block, *(block.children or ()))]


def shape(text: str) -> Counter[str]:
    return Counter(token.type for token in read(text))


def headings(text: str) -> list[str]:
    return [token.tag for token in READER.parse(text) if token.type == "heading_open"]


def test_headings_begin_at_one_and_go_down_one_step_at_a_time() -> None:
    levels = [int(tag[1]) for tag in headings(rendered(ORDINARY))]
    assert levels == [1, 2, 2, 3, 3, 3, 4]


def test_a_table_is_a_table() -> None:
    found = shape(rendered(ORDINARY))
    assert (found["table_open"], found["tr_open"], found["th_open"], found["td_open"]) == (1, 3, 3, 6)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_changes_no_heading_and_no_table(text: str) -> None:
    found, plain = shape(rendered(text)), shape(rendered(ORDINARY))
    assert headings(rendered(text)) == headings(rendered(ORDINARY))
    for kind in ("table_open", "tr_open", "th_open", "td_open", "html_block", "code_block", "image", "s_open"):
        assert found[kind] == plain[kind], kind
    assert {kind for kind in found if kind.endswith("_open") and found[kind] > plain[kind]} <= PROSE_BLOCKS | {
        "link_open", "em_open", "strong_open",
    }  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_the_only_html_is_our_own(text: str) -> None:
    found = {token.content for token in read(rendered(text)) if token.type == "html_inline"}
    assert all(re.fullmatch(r'<a id="[A-Za-z0-9.-]+">|</a>|<br>', tag) for tag in found), found


@pytest.mark.parametrize("text", HOSTILE)
def test_links_lead_where_links_may_lead(text: str) -> None:
    targets = {str(token.attrGet("href")) for token in read(rendered(text)) if token.type == "link_open"}
    for target in targets:
        assert re.match(r"(https?://[^@]+$|mailto:|#|sample\.md|portfolio\.md)", target), target


@pytest.mark.parametrize("text", [text for text in HOSTILE if "@" in text or "#" in text])
def test_nobody_is_notified(text: str) -> None:
    seen = "".join(token.content for token in read(rendered(text)) if token.type == "text")
    assert not re.search(r"@\w|#\d|\bGH-\d", seen)


@given(st.text(max_size=60))
def test_any_text_stays_text(text: str) -> None:
    page = b.Page(
        "sample", text, "K", "W", (text, b.Strong(text), text), every(ORDINARY).stamp, (),
        (b.Section("s", text, (b.Table(text, (b.Column(text), b.Column("x")), (b.Row((text, "y")),)),)),),
    )  # fmt: skip
    found = shape(markdown.render(page, TEMPLATES))
    assert (found["heading_open"], found["th_open"], found["td_open"]) == (2, 2, 2)
    assert found["html_block"] == 0
    assert found["fence"] == 0


def test_text_is_read_as_it_was_written() -> None:
    text = "Ten of <twelve> & *more* | snake_case [x](y) `z` 1. 50 % \\ ~~a~~ $b$ _c_ &amp;"
    paragraph = READER.parse(rendered(text))[1]
    assert "".join(part.content for part in paragraph.children or ()) == text


def test_the_same_page_gives_the_same_bytes() -> None:
    assert rendered(ORDINARY) == rendered(ORDINARY)


def test_ordinary_text_needs_no_backslash() -> None:
    text = "Halden and the college (both) train toolmakers; ten of twelve, 50 %"
    assert "\\" not in rendered(text)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("one *two* **three** `four`", "one *two* **three** `four`"),
        ("# heading", "**heading**"),
        ("- a\n- b\n  - c", "- a\n- b\n  - c"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("> said\n> again", "> said again"),
        ("```mermaid\ngraph\n```", "```\ngraph\n```"),
        ("[x](https://example.org/a_(b))", "[x](https://example.org/a_%28b%29)"),
        ("![a picture](https://example.org/p.png)", "a picture"),
        ("<b>x</b>", "\\<b>x\\</b>"),
    ],
)
def test_prose_is_written_out_anew(written: str, expected: str) -> None:
    page = b.Page("p", "T", "K", "W", "V", every("x").stamp, (b.Prose(written),), ())
    assert f"\n\n{expected}\n\n" in markdown.render(page, TEMPLATES)
