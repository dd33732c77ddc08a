"""The cross-reference sheet: how each criterion stands, what comes first, what is left out, what is said of files."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from partnerkit.audience.redaction import redacted
from partnerkit.model.configuration import Audience
from partnerkit.render import html, markdown
from partnerkit.rules.subject import EvidenceFile, Files
from partnerkit.views import blocks as b
from partnerkit.views import xref
from partnerkit.views.api import Context
from partnerkit.views.crossing.choice import EVERYTHING, Choice
from partnerkit.views.crossing.sheet import Sheet, sheet
from partnerkit.views.making import dossiers
from partnerkit.workspace.workspace import Workspace
from unit.render.outline import Outline, outline
from unit.render.samples import TEMPLATES
from unit.views.records import COLLEGE, SMALLEST, YARD, all_blocks, context, fullest, workspace

DIGEST = "ab" * 32
WELD: dict[str, Any] = {
    "kind": "framework",
    "id": "weld",
    "title": "Coded welding",
    "criteria": [
        {"id": "A", "statement": "Prepares the joint"},
        {
            "id": "B",
            "statement": "Welds overhead",
            "min_evidence": 2,
            "criteria": [{"id": "B1", "statement": "In thin plate"}, {"id": "B2", "statement": "In thick plate"}],
        },
        {"id": "C", "statement": "Cleans up", "min_evidence": 0},
        {"id": "D", "statement": "Reads the order"},
        {"id": "E", "statement": "Reports faults"},
    ],
}


def piece(id_: str, *maps: str, **more: Any) -> dict[str, Any]:
    """Evidence that is mapped to criteria, each at page 2."""
    entries = [{"criterion": f"weld/{code}", "page": 2} for code in maps]
    return {"id": id_, "title": f"Piece {id_}", "type": "observation", "direct": True, "maps": entries, **more}


def judged(id_: str, evidence: str, criterion: str, decision: str = "met", **more: Any) -> dict[str, Any]:
    return {
        "id": id_, "evidence": evidence, "criterion": f"weld/{criterion}", "by": "college/mae", "on": "2026-01-05",
        "decision": decision, **more,
    }  # fmt: skip


def records(**sections: Any) -> Workspace:
    return workspace(YARD, COLLEGE, WELD, SMALLEST | {"stage": "review"} | sections)


def standing(held: Workspace, choice: Choice = EVERYTHING, told: Context | None = None) -> Sheet:
    (d,) = dossiers(held, told or context())
    return sheet(d, choice)


def words(held: Workspace, choice: Choice = EVERYTHING) -> dict[str, str]:
    return {line.holding.code: line.word for line in standing(held, choice).lines}


def page(held: Workspace, choice: Choice = EVERYTHING, told: Context | None = None) -> b.Page:
    (made,) = xref.sheet_pages(held, told or context(), choice)
    return made


def text(made: b.Page) -> str:
    return re.sub(r"\s+", " ", outline(html.render(made, TEMPLATES)).text)


def hrefs(read: Outline) -> list[str]:
    return [attributes["href"] or "" for tag, attributes in read.elements if tag == "a"]


def grid(made: b.Page) -> b.Grid:
    (found,) = (block for block in all_blocks(made) if isinstance(block, b.Grid))
    return found


# ---------------------------------------------------------------------- how each criterion stands


@pytest.mark.parametrize(
    ("evidence", "judgements", "expected"),
    [
        ([piece("a", "A")], [], {"A": "begun"}),
        ([piece("a", "A")], [judged("j", "a", "A", "not-yet")], {"A": "incomplete"}),
        ([piece("a", "A")], [judged("j", "a", "A")], {"A": "completed"}),
        ([piece("a", "A")], [judged("j", "a", "A") | {"by": None}], {"A": "begun"}),
        ([piece("a", "A")], [judged("j", "a", "A", on="2026-02-01")], {"A": "begun"}),
        ([piece("a", "B")], [judged("j", "a", "B")], {"B": "partial"}),
        ([piece("a", "A", type="witness-testimony")], [judged("j", "a", "A")], {"A": "partial"}),
        ([piece("a", maps=[{"criterion": "weld/A"}])], [judged("j", "a", "A")], {"A": "partial"}),
        ([piece("a", "C")], [], {"C": "justified gap"}),
        ([piece("a", "D")], [judged("j", "a", "A", "met")], {"A": "completed", "D": "begun"}),
    ],
)  # fmt: skip
def test_a_criterion_stands_as_the_rubric_says(
    evidence: list[dict[str, Any]], judgements: list[dict[str, Any]], expected: dict[str, str]
) -> None:
    judgements = [{key: value for key, value in one.items() if value is not None} for one in judgements]
    assert words(records(evidence=evidence, judgements=judgements)) == expected


def test_a_criterion_that_was_taught_and_has_no_evidence_is_a_gap() -> None:
    activity = {"id": "act", "title": "Welding days", "type": "cpd", "end": "2026-01-02", "criteria": ["weld/D"]}
    held = records(activities=[activity])
    assert words(held) == {"D": "not begun"}
    assert "1 gap in 1 criterion: 0 claimed, 0 judged and 0 sufficient." in text(page(held))


def test_what_no_record_refers_to_is_not_in_play() -> None:
    found = standing(records(evidence=[piece("a", "B1")]))
    assert [line.holding.code for line in found.lines] == ["B1"]
    assert [criterion.id for _, criterion in found.idle] == ["A", "B", "B2", "C", "D", "E"]
    assert "6 criteria of this framework not in play" in text(page(records(evidence=[piece("a", "B1")])))


def test_what_speaks_for_a_criterion_speaks_for_the_one_above_it() -> None:
    held = records(
        evidence=[piece("a", "B1"), piece("b", "B")],
        judgements=[judged("j", "a", "B1"), judged("k", "b", "B")],
    )
    assert words(held) == {"B": "completed", "B1": "partial"}  # B1 needs two as well
    row = grid(page(held)).rows[0]
    assert [cell.text if cell else None for cell in row.cells] == ["by B1", "p.\u00a02, met"]
    assert row.total == "2, 2, 2 of 2"


# ---------------------------------------------------------------------- justified gaps


def test_a_gap_is_justified_by_the_rule_or_the_section_that_does_not_apply() -> None:
    for name in ("criterion-uncovered", "evidence", "judgements"):
        held = records(evidence=[piece("a", "A")], not_applicable={name: "Assessed elsewhere"})
        (line,) = standing(held).lines
        assert (line.word, line.is_gap) == ("justified gap", False), name
        assert "Justified: Assessed elsewhere" in text(page(held)), name


@pytest.mark.parametrize(
    ("at", "until", "expected"),
    [
        (None, "2026-02-01", "justified gap"),
        ("evidence/a", "2026-02-01", "justified gap"),
        ("evidence", "2026-01-10", "justified gap"),
        ("evidence/b", "2026-02-01", "begun"),
        (None, "2026-01-09", "begun"),
    ],
)
def test_a_gap_is_justified_for_a_time_by_a_suppression(at: str | None, until: str, expected: str) -> None:
    one = {"rule": "criterion-uncovered", "reason": "Visit moved", "by": "college/mae", "until": until}
    held = records(evidence=[piece("a", "A")], suppress=[one | ({"at": at} if at else {})])
    assert words(held) == {"A": expected}
    assert ("says Mae Lund" in text(page(held))) == (expected == "justified gap")


def test_what_is_justified_is_counted_apart() -> None:
    held = records(evidence=[piece("a", "A", "C")])
    assert "1 gap in 1 criterion: 1 claimed, 0 judged and 0 sufficient. Beside them 1 justified gap." in text(
        page(held)
    )


# ---------------------------------------------------------------------- order and filters


def test_gaps_come_first_and_what_stands_below_one_stays_with_it() -> None:
    held = records(
        evidence=[piece("a", "A", "E"), piece("b", "B2"), piece("c", "B"), piece("d", "C"), piece("e", "D")],
        judgements=[
            judged("j", "a", "A"), judged("k", "c", "B"), judged("l", "b", "B"), judged("m", "e", "D", "not-yet"),
        ],
    )  # fmt: skip
    found = standing(held)
    assert [(line.holding.code, line.word) for line in found.lines] == [
        ("B", "completed"),
        ("B2", "begun"),
        ("E", "begun"),
        ("D", "incomplete"),
        ("A", "completed"),
        ("C", "justified gap"),
    ]
    assert [row.depth for row in grid(page(held)).rows] == [0, 1, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("choice", "criteria", "evidence", "stamp"),
    [
        (Choice(only_gaps=True), ["E", "X"], ["b"], "Only gaps: what is complete or justified is left out"),
        (Choice(framework="other"), ["X"], ["b"], "Only criteria of Another"),
        (Choice(partner="yard"), ["A", "E", "X"], ["a"], "Only evidence from Northquay Shipyard"),
        (Choice(framework="weld", only_gaps=True, partner="yard"), ["E"], [], "Only criteria of Coded welding"),
    ],
)
def test_a_filter_leaves_out_what_it_says(choice: Choice, criteria: list[str], evidence: list[str], stamp: str) -> None:
    other = {"kind": "framework", "id": "other", "title": "Another", "criteria": [{"id": "X", "statement": "Other"}]}
    both = piece("b", "E")
    both["maps"].append({"criterion": "other/X", "page": 1})
    held = workspace(
        YARD, COLLEGE, WELD, other,
        SMALLEST | {
            "stage": "review", "evidence": [piece("a", "A", partner="yard"), both],
            "judgements": [judged("j", "a", "A"), judged("k", "b", "E", "not-yet") | {"criterion": "other/X"}],
        },
    )  # fmt: skip
    found = standing(held, choice)
    assert sorted(line.holding.code for line in found.lines) == criteria
    assert [one.evidence.id for one in found.pieces] == evidence
    assert stamp in page(held, choice).stamp.filters


def test_a_filtered_sheet_has_no_link_to_a_row_that_is_left_out() -> None:
    held = records(evidence=[piece("a", "A"), piece("b", "B")], judgements=[judged("j", "a", "A")])
    for choice in (Choice(only_gaps=True), Choice(by="evidence"), Choice(by="criterion")):
        made = page(held, choice)
        read = outline(html.render(made, TEMPLATES, frozenset({made.name})))
        ids = {attributes["id"] for _, attributes in read.elements if "id" in attributes}
        assert {target[1:] for target in hrefs(read) if target.startswith("#")} <= ids, choice


def test_one_way_leaves_the_other_out() -> None:
    held = records(evidence=[piece("a", "A")])
    sections = {
        way: [section.anchor for section in page(held, Choice(by=way)).sections] for way in ("criterion", "evidence")
    }
    assert sections == {
        "criterion": ["signatures", "grid", "by-criterion", "reading"],
        "evidence": ["signatures", "by-evidence", "reading"],
    }


# ---------------------------------------------------------------------- pairs, places and judgements


def test_each_pair_has_its_place_its_judgement_and_its_sample() -> None:
    held = records(
        evidence=[
            piece("a", maps=[{"criterion": "weld/A", "page": 3, "paragraph": "2", "note": "The root run"}]),
            piece("b", maps=[{"criterion": "weld/A", **at} for at in ({"timecode": "1:02:03"}, {"paragraph": "4.2"})]),
        ],
        judgements=[
            judged(
                "j", "a", "A", "not-yet", valid="met", authentic="met", current="not-met", sufficient="not-judged",
                reason="Too old", feedback="Do one more",
            ),
        ],
        samples=[
            {"id": "s", "by": "yard/ivo", "on": "2026-01-08", "judgements": ["j"], "outcome": "action"}
        ],
    )  # fmt: skip
    told = text(page(held))
    for part in (
        "Page 3, paragraph 2: The root run",
        "At 1:02:03",
        "Paragraph 4.2",
        "not yet met by Mae Lund (Lecturer, Estuary College), 5 Jan 2026",
        "Valid and authentic; not current; left open: sufficient and reliable.",
        "Reason: Too old",
        "Feedback: Do one more",
        "asked for action by Ivo Brandt",
        "claimed, not judged",
    ):
        assert part in told
    cells = [cell.text if cell else None for cell in grid(page(held)).rows[0].cells]
    assert cells == ["p.\u00a03, not yet met", "2\u00a0places, claimed"]


def test_who_signs_is_told_once_with_every_part_they_have() -> None:
    held = records(
        evidence=[piece("a", "A", authenticity={"by": "college/mae", "how": "signature"})],
        judgements=[judged("j", "a", "A"), judged("k", "a", "D")],
        testimonies=[
            {"id": "t", "witness": "yard/ivo", "relationship": "Foreman", "competent": False, "signed_on": "2026-01-03"}
        ],
    )
    (table,) = (
        block
        for block in all_blocks(page(held))
        if isinstance(block, b.Table) and block.rows[0].anchor.startswith("signs")
    )
    assert [column.title for column in table.columns if column.pen] == ["Signature", "Initials", "Date"]
    told = text(page(held))
    assert "Assessor, 2 judgements" in told
    assert "Vouches for evidence, 1 piece" in told
    assert "Witness: Foreman; does not do the job, signed 3 Jan 2026" in told
    assert len(table.rows) == 2


# ---------------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (None, "not looked for"),
        (EvidenceFile(exists=False), "file missing"),
        (EvidenceFile(exists=True, sha256=DIGEST), "there, unchanged"),
        (EvidenceFile(exists=True, sha256="cd" * 32), "changed since its digest was noted"),
        (EvidenceFile(exists=True), "there, too large to compare"),
    ],
)
def test_it_is_said_whether_a_file_is_there_and_as_it_was(file: EvidenceFile | None, expected: str) -> None:
    held = records(evidence=[piece("a", "A", file="files/a.pdf", sha256=DIGEST)])
    files = {} if file is None else {"welding": Files({"files/a.pdf": file})}
    assert expected in text(page(held, told=context(files=files)))


def test_a_file_without_a_digest_is_there_and_no_more() -> None:
    held = records(evidence=[piece("a", "A", file="files/a.pdf")])
    files = {"welding": Files({"files/a.pdf": EvidenceFile(exists=True)})}
    assert "there, no digest noted" in text(page(held, told=context(files=files)))


@pytest.mark.parametrize(
    ("file", "place", "href"),
    [
        ("files/a b.pdf", {"page": 3}, "../files/a%20b.pdf#page=3"),
        ("files/a.md", {"page": 3}, "../files/a.md"),
        ("files/a.mp4", {"timecode": "1:02:03"}, "../files/a.mp4#t=3723"),
        ("files/a.pdf", {"paragraph": "2"}, "../files/a.pdf"),
        ("files/(1) a&b.pdf", {"paragraph": "2"}, "../files/%281%29%20a%26b.pdf"),
    ],
)
def test_a_place_leads_into_the_file(file: str, place: dict[str, Any], href: str) -> None:
    held = records(evidence=[piece("a", maps=[{"criterion": "weld/A", **place}], file=file)])
    files = {"welding": Files({file: EvidenceFile(exists=True)}, {file: f"../{file}"})}
    made = page(held, told=context(files=files))
    assert href in hrefs(outline(html.render(made, TEMPLATES)))
    assert f"]({href})" in markdown.render(made, TEMPLATES)


# ---------------------------------------------------------------------- stages, emptiness, readers


def test_before_the_review_nothing_is_called_a_gap_that_is_due() -> None:
    held = records(stage="plan", evidence=[piece("a", "A")])
    told = text(page(held))
    assert (
        "1 of 1 criterion still open: 1 claimed, 0 judged and 0 sufficient. None of it is due before the stage review."
        in told
    )
    assert "What is missing Nothing that is due by stage 3, plan, is missing." in told


def test_a_record_without_evidence_says_so() -> None:
    told = text(page(records()))
    assert "No criterion is in play: nothing in the record refers to one. No pieces of evidence on record." in told
    assert "The record names no assessor, no quality assurer and no witness." in told
    assert "The record holds no evidence." in told


def test_evidence_for_no_criterion_is_open() -> None:
    held = records(evidence=[piece("a"), piece("b", "A")], judgements=[judged("j", "b", "A")])
    assert [one.evidence.id for one in standing(held, Choice(only_gaps=True)).pieces] == ["a"]
    (figures,) = (block for block in all_blocks(page(held)) if isinstance(block, b.Figures))
    assert [figure.value for figure in figures.figures if figure.label == "pieces of evidence mapped"] == ["1 of 2"]


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_what_is_withheld_is_not_called_missing(audience: Audience) -> None:
    held = records(
        evidence=[piece("a", "A", file="files/a.pdf", sha256=DIGEST, note="The hall", consent={"scope": "internal"})],
        judgements=[judged("j", "a", "A", reason="Seen twice", feedback="Well done")],
    )
    seen = redacted(held, audience)
    made = page(seen.workspace, told=context(audience=audience))
    told = text(made)
    assert "files/a.pdf" not in told
    assert "Well done" not in told
    assert ("Feedback: withheld" in told) == (audience == "partners")
    assert "not judged" not in told
    assert "file missing" not in told
    assert "nowhere named" not in told


def test_where_judgements_are_withheld_only_a_criterion_without_evidence_is_a_gap() -> None:
    activity = {"id": "act", "title": "Welding days", "type": "cpd", "end": "2026-01-02", "criteria": ["weld/D"]}
    held = records(evidence=[piece("a", "A")], judgements=[judged("j", "a", "A")], activities=[activity])
    seen = redacted(held, "public").workspace
    found = standing(seen, told=context(audience="public"))
    assert [(line.holding.code, line.word, line.is_gap) for line in found.lines] == [
        ("D", "not begun", True),
        ("A", "withheld", False),
    ]
    told = text(page(seen, told=context(audience="public")))
    assert "1 of 2 criteria without evidence: 1 claimed. What was judged is withheld from the readers" in told


def test_every_field_can_be_used_at_once() -> None:
    for audience in ("internal", "partners", "public"):
        seen = redacted(fullest(), audience)
        (made,) = xref.pages(seen.workspace, context(date(2026, 10, 15), audience=audience))
        assert html.render(made, TEMPLATES)
        assert markdown.render(made, TEMPLATES)


def test_long_words_and_text_from_right_to_left_keep_their_place() -> None:
    held = records(evidence=[piece("a", "A") | {"title": "לוח " + "x" * 300}])
    assert "לוח" in text(page(held))
    assert len(grid(page(held)).columns[0].name) <= 26


@pytest.mark.parametrize(("pieces", "criteria"), [(500, 60), (500, 4), (60, 500)])
def test_a_very_large_sheet_can_still_be_sent(pieces: int, criteria: int) -> None:
    framework = WELD | {"criteria": [{"id": f"K{at}", "statement": f"Knows thing {at}"} for at in range(criteria)]}
    evidence = [piece(f"ev-{at}", f"K{at % criteria}", f"K{(at + 1) % criteria}") for at in range(pieces)]
    judgements = [judged(f"j-{at}", f"ev-{at}", f"K{at % criteria}") for at in range(0, pieces, 2)]
    held = workspace(
        YARD, COLLEGE, framework, SMALLEST | {"stage": "review", "evidence": evidence, "judgements": judgements}
    )  # fmt: skip
    made = page(held)
    assert len(html.render(made, TEMPLATES).encode()) < 500_000
    assert ("rows have no room on this page" in text(made)) == (pieces == 500)


def test_the_page_is_printed_across() -> None:
    made = page(records(evidence=[piece("a", "A")]))
    assert made.broad
    assert '<body class="broad-page">' in html.render(made, TEMPLATES)
    assert 'broad-page">' not in html.render(replace(made, broad=False), TEMPLATES)
