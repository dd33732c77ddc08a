"""A page with every inline value and every block but the pictures, once with ordinary text and once with any text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from partnerkit.views import blocks as b

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
AS_OF = date(2026, 10, 15)
ORDINARY = "Toolroom skills"

# What people, or those who wish them ill, have put into text fields (each seen to break some tool).
HOSTILE = (
    '"><svg onload=alert(1)>',
    "</title><script>alert(1)</script>",
    "</style><style>body{display:none}",
    "<!-- never closed",
    "{{ 7 * 7 }} {% raw %}",
    "&lt;b&gt; &amp;copy; &#60;",
    "a | b || c",
    "one\n\n# two\n\n- three\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    "```\ncode",
    "`` ` ``",
    "# heading",
    "## heading ##",
    "---",
    "===",
    "- item",
    "+ item",
    "1. item",
    "2) item",
    "> quoted",
    "    indented",
    "\tindented",
    "trailing \\",
    "two  \nlines",
    "@team please look at #12 and GH-34",
    "</details><summary>x</summary>",
    "[x](javascript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "<javascript:alert(1)>",
    "![x](https://evil.example/pixel.png)",
    "[![x](https://evil.example/p.png)](https://evil.example)",
    "[x]: https://evil.example",
    "[^1]: note",
    "https://evil.example www.evil.example me@evil.example",
    "$\\sqrt{3}$",
    "**bold** _low_ __init__ snake_case ~~gone~~",
    "***",
    "\x1b[31mred\x1b[0m \x9b31m \x00 \x07 \x7f",
    "\u202egnp.exe \u2066 \u200f",
    "\u2028line\u2029paragraph\x85next",
    "\ud800 half a pair",
    " ",
    "",
    "x" * 5000,
    ":::danger",
    "term\n: definition",
)


def every_inline(text: str) -> tuple[b.Inline, ...]:
    """One of each inline value, all saying the text."""
    values: tuple[b.Inline, ...] = (
        text,
        b.Strong(text),
        b.Quiet(text),
        b.Code(text),
        b.Words(text),
        b.Day(AS_OF),
        b.Number(1200, text),
        b.Money(48000, "GBP"),
        b.Share(10, 12, text),
        b.Share(14, 12, text),
        b.Badge(text, "good"),
        b.Missing(text),
        b.Link(text, anchor="first"),
        b.Link(text, anchor="first", page="sample"),
        b.External(text, text),
        b.External(text, "https://example.org/plan"),
    )
    return tuple(part for value in values for part in (value, " "))


def every_block(text: str) -> tuple[b.Block, ...]:
    """One of each block but the section, all saying the text wherever a text can stand."""
    inline = every_inline(text)
    return (
        b.Paragraph(inline),
        b.Prose(text),
        b.Quote(text, by=text, anchor="quote"),
        b.Facts((b.Fact(text, inline), b.Fact(text, b.Lines((text, inline))))),
        b.Table(
            text,
            (b.Column(text), b.Column(text), b.Column(text, figures=True)),
            (b.Row((text, inline, "1"), "row-1"), b.Row((text, b.Lines((text, inline)), "2"))),
            note=inline,
        ),
        b.Listing((text, inline)),
        b.Listing((text, inline), ordered=True),
        b.Agenda(text, (b.Entry(AS_OF, inline, b.Badge(text, "alert"), text, "entry"),)),
        b.Figures((b.Figure(text, text, text, "first", "alert"), b.Figure(text, text))),
        b.Steps(
            text,
            (
                b.Step(text, "done", AS_OF),
                b.Step(text, "skipped"),
                b.Step(text, "here", AS_OF),
                b.Step(text, "ahead"),
            ),
        ),
        b.Blank(text, "due", text, "blank"),
        b.Blank(text, "later"),
        b.Blank(text, "excused", text),
        b.Blank(text, "optional"),
        b.Callout("caution", text, (b.Paragraph(inline), b.Prose(text))),
        b.Fold(text, (b.Paragraph(inline),)),
        b.Item("item", text, (b.Paragraph(inline),), text, (b.Badge(text, "note"), b.Badge(text))),
        b.Item("folded", text, (b.Paragraph(inline),), text, (b.Badge(text),), folded=True),
    )


def every(text: str) -> b.Page:
    """A page with every block, in the opening and in sections two deep."""
    nested = b.Section("second", text, (b.Item("nested", text, (b.Prose(text),)),), summary=text)
    return b.Page(
        name="sample",
        title=text,
        kind=text,
        workspace=text,
        verdict=every_inline(text),
        stamp=b.Stamp(AS_OF, 7, text, text, (text,), text),
        opening=(b.Section("next", text, (b.Paragraph(text),)),),
        sections=(b.Section("first", text, (*every_block(text), nested), summary=every_inline(text), number=1),),
        trail=(b.Link(text, page="portfolio"),),
    )
