"""A page that has every block and every inline value, once with ordinary text and once with any text one likes."""

from __future__ import annotations

from datetime import date

from partnerkit.views import blocks as b

AS_OF = date(2026, 10, 15)
ORDINARY = "Toolroom skills"


def every_inline(text: str) -> tuple[b.Inline, ...]:
    """One of each inline value, all saying the text."""
    return (
        text,
        b.Strong(text),
        b.Quiet(text),
        b.Code(text),
        b.Words(text),
        b.Day(AS_OF),
        b.Number(1200, text),
        b.Money(48000, "GBP"),
        b.Share(10, 12, text),
        b.Badge(text, "good"),
        b.Missing(text),
        b.Link(text, anchor="first"),
        b.External(text, text),
        b.External(text, "https://example.org/plan"),
    )


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
        b.Steps(text, (b.Step(text, "done", AS_OF), b.Step(text, "here", AS_OF), b.Step(text, "ahead"))),
        b.Blank(text, "due", text, "blank"),
        b.Blank(text, "later"),
        b.Blank(text, "excused", text),
        b.Blank(text, "optional"),
        b.Callout("caution", text, (b.Paragraph(inline), b.Prose(text))),
        b.Item("item", text, (b.Paragraph(inline),), text, (b.Badge(text, "note"), b.Badge(text))),
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
