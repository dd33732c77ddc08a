"""Pictures on pages: the gallery as it is kept, and what no text can do to a page with pictures, in either format."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from partnerkit.render import html, markdown
from unit.render import gallery as g
from unit.render.outline import Outline, outline
from unit.render.samples import HOSTILE, ORDINARY, TEMPLATES

GOLDENS = Path(__file__).resolve().parents[2] / "cases" / "render"
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
INJECTED = (
    "end", 'click n0 href "javascript:alert(1)"', "%%{init: {}}%%", "subgraph x", "title x", "section x", "a --> b",
    "2026-01-01", "style n0 fill:red", "#quot;", "`**x**`", "x :crit, 2020-01-01, 1d", "a\n%% b\nclick n0 call x()",
    "]]>", "<b>", "a;b", g.TEXT, g.RTL,
)  # fmt: skip
MARKUP_OF_PROSE = {"p", "strong", "em", "ul", "ol", "li", "blockquote", "pre", "code", "hr", "br", "a"}
# Every line that our diagrams may hold: a label is letters, digits and a few marks, and begins with its number.
GANTT = re.compile(
    r"gantt|    dateFormat YYYY-MM-DD|    inclusiveEndDates|    todayMarker off|    section [^\n:;#%<>\"`{}\[\]|]+"
    r"|    (?:As of|\d+\.) [^\n:;#%<>\"`{}\[\]|]+ :(?:milestone, )?(?:done, |active, |crit, )?\d{4}-\d\d-\d\d, "
    r"(?:0d|\d{4}-\d\d-\d\d)"
)
LABEL = r"\"[^\n:;#%<>\"`{}\[\]|]+\""
GRAPH = re.compile(
    rf"graph LR|    n\d+(?:\[{LABEL}\]|\({LABEL}\)|\{{\{{{LABEL}\}}\}}|\[\[{LABEL}\]\])"
    rf"|    n\d+ -->(?:\|{LABEL}\|)? n\d+"
)


def shown(text: str) -> Outline:
    return outline(html.render(g.page(("Saying", g.saying(text))), TEMPLATES))


def written(text: str) -> str:
    return markdown.render(g.page(("Saying", g.saying(text))), TEMPLATES)


def shape(text: str) -> Counter[str]:
    return Counter(token.type for block in READER.parse(text) for token in (block, *(block.children or ())))


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_the_gallery_is_what_it_was(suffix: str) -> None:
    """Of the HTML, what stands between the head and the foot of the page; they are in the goldens of the examples."""
    page = {"html": html, "md": markdown}[suffix].render(g.gallery(), TEMPLATES)
    kept = page[page.index("<main") : page.index("</main>")] if suffix == "html" else page
    golden = GOLDENS / f"gallery.{suffix}"
    if os.environ.get("PARTNERKIT_BLESS"):
        golden.write_text(kept, encoding="utf-8")
    assert kept == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [*HOSTILE, *INJECTED])
def test_hostile_text_changes_no_html(text: str) -> None:
    parsed, plain = shown(text), shown(ORDINARY)
    added = {tag: parsed.tags[tag] - plain.tags[tag] for tag in parsed.tags}
    assert {tag for tag, number in added.items() if number > 0} <= MARKUP_OF_PROSE | {"text", "title", "path"}
    assert parsed.tags["script"] == 0
    assert parsed.levels == plain.levels
    assert parsed.unbalanced == []
    assert parsed.comments == []
    names = {name for _, attributes in parsed.elements for name in attributes}
    assert names <= {name for _, attributes in plain.elements for name in attributes} | {"start", "rel"}
    for target in parsed.values("href"):
        assert re.match(r"(https?://[^@]+$|mailto:|#|data:image/svg\+xml,)", target), target


# Blank texts are left out: a table has no column for groups that have no name.
@pytest.mark.parametrize("text", [text for text in (*HOSTILE, *INJECTED) if text.strip()])
def test_hostile_text_changes_no_markdown(text: str) -> None:
    found, plain = shape(written(text)), shape(written(ORDINARY))
    for kind in ("heading_open", "table_open", "tr_open", "th_open", "td_open", "html_block", "code_block", "image"):
        assert found[kind] == plain[kind], kind
    tags = {
        token.content
        for block in READER.parse(written(text))
        for token in block.children or ()
        if token.type == "html_inline"
    }
    assert all(re.fullmatch(r'<a id="[A-Za-z0-9.-]+">|</a>|<br>', tag) for tag in tags), tags


@pytest.mark.parametrize("text", [*HOSTILE, *INJECTED])
def test_no_text_becomes_a_statement_of_mermaid(text: str) -> None:
    charts = [token for token in READER.parse(written(text)) if token.type == "fence"]
    assert [token.info for token in charts] == ["mermaid", "mermaid"]
    gantt, graph = (token.content.removesuffix("\n").split("\n") for token in charts)
    assert [line for line in gantt if not GANTT.fullmatch(line)] == []
    assert [line for line in graph if not GRAPH.fullmatch(line)] == []
    assert (len(graph), len([line for line in gantt if ":" in line])) == (5, 3)


@settings(max_examples=30)
@given(st.text(max_size=40))
def test_any_text_stays_text_in_pictures(text: str) -> None:
    parsed = shown(text)
    assert parsed.unbalanced == []
    assert parsed.tags["script"] == 0
    assert parsed.tags["svg"] == shown(ORDINARY).tags["svg"]
    charts = [token.content for token in READER.parse(written(text)) if token.type == "fence"]
    assert all(GANTT.fullmatch(line) for line in charts[0].removesuffix("\n").split("\n"))
    assert all(GRAPH.fullmatch(line) for line in charts[1].removesuffix("\n").split("\n"))


@pytest.mark.parametrize("text", ["x" * 1_000_000, "word " * 100_000, "日本" * 50_000])
def test_a_drawing_holds_no_text_of_more_than_200_letters(text: str) -> None:
    drawn = {kind: g.saying(text)[kind] for kind in ("timeline", "network")}
    page = html.render(g.page(("Saying", drawn)), TEMPLATES)
    texts = re.findall(r"<(?:text|title)\b[^>]*>([^<]*)</", page[page.index("<main") :])
    assert 100 <= max(map(len, texts)) <= 200  # a letter that is twice as wide counts twice
    assert text in page  # in the table beside it


@pytest.mark.parametrize("kind", g.KINDS)
def test_a_picture_of_nothing_is_a_sentence(kind: str) -> None:
    page = g.page(("Nothing", {kind: g.nothing()[kind]}))
    parsed = outline(html.render(page, TEMPLATES))
    assert f"{kind.capitalize()}: there is nothing to show." in parsed.text
    assert (parsed.tags["svg"], parsed.tags["table"], parsed.tags["figure"]) == (0, 0, 0)
    assert f"{kind.capitalize()}: there is nothing to show." in markdown.render(page, TEMPLATES)


@pytest.mark.parametrize("kind", g.KINDS)
@pytest.mark.parametrize("number", [1, 2, 500])
def test_a_picture_holds_one_thing_and_five_hundred(kind: str, number: int) -> None:
    page = g.page(("Many", {kind: g.many(number)[kind]}))
    parsed = outline(html.render(page, TEMPLATES))
    assert (parsed.unbalanced, parsed.stack) == ([], [])
    assert len(parsed.values("id")) == len(set(parsed.values("id")))
    found = shape(markdown.render(page, TEMPLATES))
    assert found["tr_open"] >= number or kind == "levels"
    assert found["html_block"] == 0


@pytest.mark.parametrize(("kind", "told"), [("timeline", "500 rows are too many"), ("network", "500 nodes with 500")])
def test_what_is_too_much_to_draw_is_told_and_tabled(kind: str, told: str) -> None:
    page = g.page(("Many", {kind: g.many(500)[kind]}))
    parsed = outline(html.render(page, TEMPLATES))
    assert told in parsed.text
    assert parsed.tags["svg"] == 0
    assert parsed.tags["tr"] == 501
    assert "```mermaid" not in markdown.render(page, TEMPLATES)


def test_no_picture_needs_a_style_or_a_script_of_its_own() -> None:
    parsed = outline(html.render(g.page(("Pictures", {"a": g.TIMELINE, "b": g.MATRIX, "c": g.grid(10, 3)})), TEMPLATES))
    assert parsed.values("style") == []
    assert [name for _, attributes in parsed.elements for name in attributes if name.startswith("on")] == []
    assert parsed.tags["script"] == 0


def test_pictures_can_be_scrolled_with_the_keyboard_and_have_a_name() -> None:
    panes = [
        attributes for _, attributes in outline(html.render(g.gallery(), TEMPLATES)).elements
        if "pane" in (attributes.get("class") or "").split()
    ]  # fmt: skip
    assert len(panes) == 4 + 1 + 2 + 5
    assert all(pane.get("tabindex") == "0" and pane.get("role") and pane.get("aria-label") for pane in panes)


def test_a_broad_grid_is_cut_into_sheets_on_paper_and_in_markdown() -> None:
    page = g.page(("Grid", {"grid": g.grid(40, 3)}))
    captions = re.findall(r"<caption>([^<]*)</caption>", html.render(page, TEMPLATES))
    whole = "3 criteria against 40 pieces of evidence"
    parts = ("1 to 13", "14 to 26", "27 to 40")
    assert captions == [whole, *(f"{whole}, columns {part} of 40" for part in parts), "What the columns stand for"]
    heads = [line for line in markdown.render(page, TEMPLATES).split("\n") if line.startswith("| Criterion |")]
    assert [head.count("|") - 2 for head in heads] == [10, 10, 10, 11]


def test_only_a_page_with_a_long_table_has_a_script_and_its_policy_names_it() -> None:
    short = html.render(g.page(("Short", {"progress": g.many(12)["progress"]})), TEMPLATES)
    long = html.render(g.page(("Long", {"progress": g.many(13)["progress"]})), TEMPLATES)
    script = re.search(r"<script>(.*)</script>", long, re.DOTALL)
    assert script
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"; script-src &#39;sha256-{digest}&#39;" in long
    assert outline(long).tags["script"] == 1
    assert "script-src" not in short
    assert outline(short).tags["script"] == 0
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|Function\(|fetch|import", script[1]
    )
