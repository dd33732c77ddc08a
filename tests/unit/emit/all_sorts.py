"""What all formats are tried on: two workspaces with everything in them that is hard to print."""

from __future__ import annotations

from partnerkit.diagnostics.diagnostic import Diagnostic, Kind, Position, Related, Severity, Span
from partnerkit.emit.api import Checked, Summary

DANGLING = Kind("PK202", "dangling-reference", "Nothing has the id that is referred to.", "Correct the id, or add it.")
SYNTAX = Kind(
    "PK004", "yaml-syntax", "The file is not YAML from this place on.", "Compare the line with one that works."
)
LARGE = Kind("PK011", "too-large", "The file holds more than a record can need.", "Split it.")
NESTED = Kind(
    "PK209", "nested-workspace", "A folder is a workspace by itself.", "Check it by itself.", Severity.WARNING
)
OVERDUE = Kind(
    "PKC01",
    "objective-without-indicator",
    "An objective says how it is seen whether it was reached.\n\nThe reason: `[1] {0}` <of the standard>.",
    "Add an indicator:\n\n```yaml\nindicators: [{id: passes}]\n```",
    Severity.WARNING,
)
HINT = Kind("PKX07", "scan-stale", "The opportunity was last looked at long ago.", "Look again.", Severity.INFO)

SUMMARY = Summary("0.01 s")

HOSTILE = (
    "x\n::error::pwn\r##[error]pwn ##vso[task.complete] %0A::warning::pwn \x1b]0;title\x07 \x00\x0b\x9b ]]> <b>&amp;"
    "</b> | @maya #12 GH-7 [click](https://evil.example) `code` {0} \\[x\\] \u202egpj.exe \ufffe \ud800 https://evil.example"
)


def checked() -> tuple[Checked, ...]:
    """The two workspaces."""
    return (
        Checked(
            ".",
            tuple(sorted(_in_the_first(), key=lambda diagnostic: diagnostic.order)),
            {"partnership": 2, "organisation": 3, "framework": 1},
            8,
            suppressed=(
                (
                    _one(OVERDUE, "the objective `old` has no indicator", "partnerships/a b.yaml", 7, "- id: old"),
                    "The steering group\n::error:: decided so [x](https://evil.example)",
                ),
            ),
            known=(_one(OVERDUE, "the objective `young` has no indicator", "partnerships/a b.yaml", 8, "- id: young"),),
            rules=40,
        ),
        Checked("../other 100%", _in_the_second(), {"organisation": 1}, 2, is_unusable=True),
    )


def nothing() -> tuple[Checked, ...]:
    """A workspace in which all is well."""
    return (Checked("records", (), {"organisation": 1}, 2),)


def _in_the_first() -> tuple[Diagnostic, ...]:
    file = "partnerships/a b.yaml"
    line = "  body: {lead: nobody, owner: nobody}"
    return (
        Diagnostic(
            DANGLING,
            "there is no `nobody` among the people of this workspace",
            Span(file, Position(2, 15), Position(2, 21), line),
            "Did you mean `noboody`?",
            (
                Related("the body is here", Span(file, Position(2, 2), Position(2, 6), line)),
                Related("the people are listed", Span("organisations/x|y.yaml")),
            ),
            "partnership a-b/body/lead",
        ),
        # Two faults in one place with the same subject, and a third one elsewhere.
        Diagnostic(DANGLING, "there is no `nobody`", Span(file, Position(2, 30), Position(2, 36), line), subject="p"),
        Diagnostic(DANGLING, "there is none either", Span(file, Position(2, 30), Position(2, 36), line), subject="p"),
        Diagnostic(DANGLING, "there is no `nobody`", Span(file, Position(4, 0), None, "nobody:"), subject="p"),
        # Characters of two, three and four bytes, and one that combines with the one before it.
        Diagnostic(
            SYNTAX, "a colon is missing", Span("é:100%/#😀.yaml", Position(0, 5), Position(0, 6), "e\u0301 ☂😀: \tx: y")
        ),
        # From one line to the middle of another, and to the beginning of another.
        Diagnostic(
            SYNTAX, "the quotation is not closed", Span("q.yaml", Position(1, 3), Position(3, 4), 'a: "é'), "Close it."
        ),
        Diagnostic(SYNTAX, "the block is odd", Span("q.yaml", Position(5, 2), Position(7, 0), "é - |")),
        # A whole file, and the workspace itself.
        Diagnostic(LARGE, "the file has 2,000,000 bytes", Span("::error::.yaml"), "Split it at `---`."),
        Diagnostic(NESTED, "this folder is a workspace", Span("")),
        # Texts that want to be more than texts.
        Diagnostic(
            HINT,
            HOSTILE,
            Span("-bidi \u202e`x`\n##[group]@maya.yaml", Position(9, 0), Position(9, 4), HOSTILE),
            HOSTILE,
            (Related(HOSTILE, Span("c:\\d,e.yaml", Position(0, 0), Position(0, 1), "x")),),
        ),
        _one(OVERDUE, "- 1. the objective has no indicator (since 2026!)", file, 7, "- id: old"),
        _one(OVERDUE, "# ``no`` `", "bytes-\udcff\udce9.yaml", 7, "- id: old"),
    )


def _in_the_second() -> tuple[Diagnostic, ...]:
    # The same as in the first workspace, down to the fingerprint.
    return (Diagnostic(DANGLING, "there is no `nobody`", Span("q.yaml", Position(4, 0), None, "nobody:"), subject="p"),)


def _one(kind: Kind, message: str, file: str, line: int, excerpt: str) -> Diagnostic:
    return Diagnostic(kind, message, Span(file, Position(line, 2), Position(line, 4), excerpt))
