"""Every format on the same findings: to the byte, read back strictly, and harmless whatever the records say."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from markdown_it.token import Token

from partnerkit import __version__
from partnerkit.diagnostics.diagnostic import Diagnostic, Position, Related, Span
from partnerkit.diagnostics.fingerprint import fingerprints
from partnerkit.diagnostics.text import plain
from partnerkit.emit.api import Checked, Summary
from partnerkit.units import unit, unit_names
from unit.emit.all_sorts import DANGLING, HINT, HOSTILE, OVERDUE, SUMMARY, checked, nothing
from unit.emit.shapes import GITLAB, RDJSONL

CASES = Path(__file__).parents[2] / "cases" / "emit"
FORMATS = unit_names("partnerkit.emit", "emit")
XML_FORMATS = ("checkstyle", "junit")
JSON_FORMATS = ("gitlab", "json", "sarif")

same_each_time = settings(derandomize=True, database=None, deadline=None, max_examples=150)


def made_of(*pieces: str) -> st.SearchStrategy[str]:
    """Texts put together from these pieces."""
    return st.lists(st.sampled_from(pieces), max_size=12).map("".join)


def printed(name: str, of: Sequence[Checked], summary: Summary = SUMMARY) -> str:
    return plain(unit("partnerkit.emit", name).emit(of, summary))


def read(name: str, of: Sequence[Checked]) -> Any:
    """A JSON format read as strictly as JSON can be."""
    text = printed(name, of)
    if name == "rdjsonl":
        return [json.loads(line, parse_constant=pytest.fail) for line in text.splitlines()]
    return json.loads(text, parse_constant=pytest.fail)


def xml(name: str, of: Sequence[Checked]) -> ET.Element:
    return ET.fromstring(printed(name, of).encode())  # noqa: S314 - we have just written it


def results(of: Sequence[Checked]) -> list[Any]:
    found: list[Any] = read("sarif", of)["runs"][0]["results"]
    return found


def with_text(text: str) -> tuple[Checked, ...]:
    """A workspace in which a text stands wherever a text of the records can."""
    span = Span(text, Position(0, 1), Position(0, 3), text)
    one = Diagnostic(DANGLING, text, span, text, (Related(text, span),), text)
    whole = Diagnostic(OVERDUE, text, Span(text))
    return (Checked("." if len(text) % 2 else text or ".", (one, whole), {}, 1, suppressed=((one, text),)),)


def test_all_formats_are_found() -> None:
    assert set(FORMATS) == {
        "checkstyle", "concise", "full", "github", "gitlab", "json", "junit", "markdown", "rdjsonl", "sarif",
    }  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_prints_what_it_always_printed(name: str) -> None:
    golden = CASES / f"{name}.out"
    out = printed(name, checked()).replace(f'"{__version__}"', '"{version}"')
    if os.environ.get("PARTNERKIT_BLESS"):  # then look at what git says has changed
        golden.write_bytes(out.encode())
    assert out.encode() == golden.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_no_line_is_a_command_to_a_ci_system(name: str) -> None:
    for verbose in (False, True):
        out = printed(name, checked(), replace(SUMMARY, verbose=verbose))
        assert commands(out) == (13 if name == "github" else 0)


def commands(out: str) -> int:
    """How many lines are commands; of those that stand anywhere in a line there must be none at all."""
    # Source: Runner.Common/ActionCommand.cs of github.com/actions/runner; what ends a line differs from log to log.
    assert not re.search(r"##(?:vso)?\[", out)
    lines = re.split("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", out)
    return sum(1 for line in lines if re.match(r"::[^:\s]", line.lstrip()))


@pytest.mark.parametrize("name", FORMATS)
@same_each_time
@given(made_of(*":#[]\n\r %v", "::error::x", "##[", "##vso[", "\u2028", "\xa0"))
def test_no_text_becomes_a_command(name: str, text: str) -> None:
    assert commands(printed(name, with_text(text))) == (2 if name == "github" else 0)


@pytest.mark.parametrize("name", FORMATS)
@same_each_time
@given(st.text(st.characters(), max_size=8))
def test_a_terminal_is_told_nothing_but_text(name: str, text: str) -> None:
    out = printed(name, with_text(text)).replace("\u200b", "" if name == "markdown" else "\u200b")
    out.encode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", out)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_findings_give_the_same_bytes(name: str) -> None:
    assert printed(name, checked()) == printed(name, checked())


# --- JSON ---


@pytest.mark.parametrize("name", [*JSON_FORMATS, "rdjsonl"])
@same_each_time
@given(st.text(st.characters(), max_size=8))
def test_whatever_the_text_the_json_is_strict(name: str, text: str) -> None:
    read(name, with_text(text))


def test_gitlab_finds_all_it_asks_for_in_every_entry() -> None:
    found = read("gitlab", checked())
    Draft202012Validator(GITLAB).validate(found)
    assert len({entry["fingerprint"] for entry in found}) == len(found) == 13


def test_gitlab_counts_the_lines_of_which_something_is_meant() -> None:
    lines = [entry["location"]["lines"] for entry in read("gitlab", checked()) if entry["location"]["path"] == "q.yaml"]
    assert lines == [{"begin": 2, "end": 4}, {"begin": 6, "end": 7}]


def test_gitlab_gets_the_fingerprints_of_the_baseline_where_there_is_one_workspace() -> None:
    first = checked()[0]
    everything = sorted((*first.diagnostics, *first.known), key=lambda one: one.order)
    prints = dict(zip(map(id, everything), fingerprints(everything), strict=True))
    shown = [prints[id(one)] for one in first.diagnostics]
    assert [one["fingerprint"] for one in read("json", [first])["diagnostics"]] == shown
    assert [entry["fingerprint"] for entry in read("gitlab", [first])] == shown
    assert [r["partialFingerprints"]["partnerkit/v1"] for r in results([first]) if "suppressions" not in r] == shown


def test_a_finding_has_the_same_fingerprint_whether_or_not_one_like_it_is_known() -> None:
    one, two = (
        Diagnostic(OVERDUE, "none", Span("a.yaml", Position(line, 0), Position(line, 1), "x"), subject="s")
        for line in (1, 2)
    )
    both = Checked(".", (one, two), {}, 1)
    one_known = Checked(".", (two,), {}, 1, known=(one,))
    assert read("gitlab", [one_known])[0]["fingerprint"] == read("gitlab", [both])[1]["fingerprint"]


def test_reviewdog_finds_its_fields_and_counts_bytes() -> None:
    found = read("rdjsonl", checked())
    validator = Draft202012Validator(RDJSONL)
    for entry in found:
        validator.validate(entry)
    ranges = {entry["message"]: entry["location"].get("range") for entry in found}
    # e, a combining accent (2), a blank, an umbrella (3), a face (4), then the colon.
    assert ranges["A colon is missing."] == {"start": {"line": 1, "column": 12}, "end": {"line": 1, "column": 13}}
    assert ranges["The block is odd."] == {"start": {"line": 6, "column": 4}, "end": {"line": 8, "column": 1}}
    assert ranges["The quotation is not closed. Close it."] == {"start": {"line": 2}, "end": {"line": 4}}
    assert ranges["This folder is a workspace."] is None


# --- SARIF ---


def test_sarif_results_point_at_their_rules() -> None:
    run = read("sarif", checked())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["PK004", "PK011", "PK202", "PK209", "PKC01", "PKX07"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules} == {
        "PK004": "error", "PK011": "error", "PK202": "error", "PK209": "warning", "PKC01": "warning", "PKX07": "note",
    }  # fmt: skip
    assert all(len(rule["fullDescription"]["text"]) <= 1024 for rule in rules)


def test_sarif_columns_count_code_points() -> None:
    region = next(r for r in results(checked()) if "colon" in r["message"]["text"])["locations"][0]
    assert region["physicalLocation"]["region"] == {
        "startLine": 1, "startColumn": 6, "endLine": 1, "endColumn": 7,
    }  # fmt: skip
    assert read("sarif", checked())["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_sarif_addresses_are_encoded_and_relative_to_the_folder() -> None:
    places = [r["locations"][0]["physicalLocation"]["artifactLocation"] for r in results(checked())]
    addresses = {place["uri"] for place in places}
    assert "partnerships/a%20b.yaml" in addresses
    assert "%C3%A9%3A100%25/%23%F0%9F%98%80.yaml" in addresses
    assert "%3A%3Aerror%3A%3A.yaml" in addresses
    assert "bytes-%FF%E9.yaml" in addresses
    assert {place["uri"] for place in places if "uriBaseId" not in place} == {"../other%20100%25/q.yaml"}


@same_each_time
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: "/" not in text))
def test_a_sarif_address_gives_back_the_path(path: str) -> None:
    found = results([Checked(".", (Diagnostic(DANGLING, "m", Span(path)),), {}, 1)])
    address = found[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})+", address, re.ASCII)
    assert unquote(address, errors="strict") == path


def test_sarif_says_what_is_excused_and_why() -> None:
    excused = [r for r in results(checked()) if "suppressions" in r]
    assert [r["suppressions"] for r in excused] == [
        [
            {
                "kind": "inSource",
                "justification": "The steering group\\n::error:: decided so [x](https://evil.example).",
            }
        ]
    ]
    for name in ("gitlab", "rdjsonl", "checkstyle", "junit", "github", "markdown"):
        assert "steering group" not in printed(name, checked())


@same_each_time
@given(made_of(*"[]{}\\(0)x"))
def test_no_text_is_a_link_or_a_placeholder_in_sarif(text: str) -> None:
    message = results(with_text(text))[0]["message"]["text"]
    # Each bracket has an odd number of backslashes before it, each brace comes with its double.
    assert all(len(found[1]) % 2 for found in re.finditer(r"(\\*)[\[\]]", message))
    assert not re.search(r"[{}]", message.replace("{{", "").replace("}}", ""))


def test_sarif_keeps_the_worst_5000_and_says_how_many_are_left_out() -> None:
    hints = tuple(Diagnostic(HINT, f"m{n}", Span("a.yaml", Position(n, 0))) for n in range(5_000))
    errors = tuple(Diagnostic(DANGLING, f"m{n}", Span("b.yaml", Position(n, 0))) for n in range(7))
    run = read("sarif", [Checked(".", hints + errors, {}, 1)])["runs"][0]
    assert len(run["results"]) == 5_000
    assert [result["level"] for result in run["results"][:8]] == ["error"] * 7 + ["note"]
    assert run["invocations"][0]["toolExecutionNotifications"] == [
        {
            "level": "warning",
            "message": {"text": "7 more results are left out: this file holds 5,000, the worst first."},
        }
    ]


def test_sarif_keeps_the_runs_of_the_two_commands_apart() -> None:
    categories = [
        read("sarif", [Checked(".", (), {}, 1, rules=rules)])["runs"][0]["automationDetails"] for rules in (0, 4)
    ]
    assert categories == [{"id": "partnerkit/validate/"}, {"id": "partnerkit/lint/"}]


# --- XML ---


@pytest.mark.parametrize("name", XML_FORMATS)
@same_each_time
@given(st.text(st.characters(), max_size=12))
def test_whatever_the_text_the_xml_is_well_formed(name: str, text: str) -> None:
    xml(name, with_text(text))


@pytest.mark.parametrize("name", XML_FORMATS)
def test_every_control_character_can_stand_in_a_text(name: str) -> None:
    everything = "".join(map(chr, range(0x100))) + "\ud800\udcff\ufffe\uffff]]>"
    assert "\\x0b" in ET.tostring(xml(name, with_text(everything)), encoding="unicode")


def test_junit_fails_for_errors_alone_and_counts_them() -> None:
    for suite in xml("junit", checked()):
        tests = suite.findall("testcase")
        assert int(suite.attrib["tests"]) == len(tests)
        assert int(suite.attrib["failures"]) == sum(1 for test in tests if test.find("failure") is not None)
        named = [(test.attrib["classname"], test.attrib["name"]) for test in tests]
        assert len(set(named)) == len(named)
        assert [child.tag for child in suite if child.tag != "testcase"] == ["properties", "system-out", "system-err"]
    assert [suite.attrib["failures"] for suite in xml("junit", checked())] == ["8", "1"]


def test_junit_tells_the_warnings_in_its_output() -> None:
    out = xml("junit", checked()).findtext("testsuite/system-out") or ""
    assert ".: warning PK209 nested-workspace: This folder is a workspace." in out.splitlines()


def test_junit_has_a_test_where_nothing_was_found() -> None:
    suite = xml("junit", nothing()).find("testsuite")
    assert suite is not None
    assert [test.attrib for test in suite.findall("testcase")] == [
        {"name": "no findings", "classname": "records", "time": "0"}
    ]


def test_checkstyle_has_each_file_once() -> None:
    files = [file.attrib["name"] for file in xml("checkstyle", checked())]
    assert len(files) == len(set(files))
    errors = [error.attrib for error in xml("checkstyle", checked()).iter("error")]
    assert len(errors) == 13
    assert all(int(error["line"]) >= 1 for error in errors)
    assert {error["severity"] for error in errors} == {"error", "warning", "info"}


# --- GitHub ---


def test_github_gets_the_worst_first_and_then_a_summary_in_plain_words() -> None:
    lines = printed("github", checked()).splitlines()
    assert [line.split(" ")[0] for line in lines[:13]] == ["::error"] * 9 + ["::warning"] * 3 + ["::notice"]
    assert lines[13].startswith("Found 9 errors")


def test_github_is_told_columns_only_within_a_line() -> None:
    commands = {line.rsplit("::", 1)[1]: line for line in printed("github", checked()).splitlines() if "q.yaml" in line}
    assert "file=q.yaml,line=2,endLine=4::" in commands["The quotation is not closed. Close it."]
    assert "file=q.yaml,line=6,endLine=7::" in commands["The block is odd."]


@same_each_time
@given(st.text(st.characters(), min_size=1, max_size=12))
def test_github_reads_the_text_that_was_meant(text: str) -> None:
    command = printed("github", with_text(text)).splitlines()[0]
    # As the runner does it.
    head, data = re.fullmatch(r"::error (.*?)::(.*)", command).groups()  # type: ignore[union-attr]
    properties = dict(pair.split("=", 1) for pair in head.split(","))
    assert list(properties)[:2] == ["title", "file"]
    assert decoded(data) == read("rdjsonl", with_text(text))[0]["message"]
    file = decoded(properties["file"].replace("%3A", ":").replace("%2C", ","))
    assert file == read("rdjsonl", with_text(text))[0]["location"]["path"]


def decoded(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


# --- Markdown ---

GFM = MarkdownIt("gfm-like", {"linkify": False, "html": True})


def tokens(markdown: str) -> Iterator[Token]:
    for token in GFM.parse(markdown):
        yield token
        yield from token.children or ()


@same_each_time
@given(made_of(*"`*_[]()<>!|~&#-+=. \\\n\t1x:@", "<b>", "http://x", "&lt;", "``", "1. "))
def test_no_text_is_markdown(text: str) -> None:
    made = [token.type for token in tokens(printed("markdown", with_text(text)))]
    # The lists, headings and the table are ours, and so is the text in bold; code is text, too.
    plainly = [token.type for token in tokens(printed("markdown", with_text("x")))]
    ours = {"code_inline", "text", "text_special"}
    assert [kind for kind in made if kind not in ours] == [kind for kind in plainly if kind not in ours]


@same_each_time
@given(made_of(*"`@#-1 x.:/", "@maya", "#12", "gh-7", "GH-7", "www.", "https://", "a@b.example"))
def test_nobody_is_notified_and_nothing_is_linked(text: str) -> None:
    prose = "".join(
        token.content if token.type != "code_inline" else "\0"
        for token in tokens(printed("markdown", with_text(text)))
        if token.type in {"text", "text_special", "code_inline"}
    )
    assert not re.search(r"@\w|#\d|\bgh-\d|\bwww\.", prose, re.IGNORECASE)


def test_what_stands_in_backticks_stays_code() -> None:
    assert "There is no `nobody` among the people" in printed("markdown", checked())


def test_markdown_begins_with_the_verdict() -> None:
    assert printed("markdown", checked()).startswith("## partnerkit found 9 errors, 3 warnings and 1 info\n")
    assert printed("markdown", nothing()).startswith("## partnerkit found no problems\n")
    assert printed("markdown", [Checked(".", (), {}, 0)]).startswith("## partnerkit found nothing to check\n")


def test_markdown_fits_into_a_comment_and_says_what_does_not() -> None:
    hints = tuple(Diagnostic(HINT, HOSTILE * 9, Span("a.yaml", Position(n, 0)), HOSTILE * 9) for n in range(100))
    error = Diagnostic(DANGLING, "there is no `x`", Span("z.yaml", Position(0, 0)))
    out = printed("markdown", [Checked(".", (*hints, error), {}, 1)])
    assert 50_000 < len(out) <= 60_000
    shown = out.count("\n- **")
    assert out.endswith(f"\n… and {101 - shown} findings more, left out for want of room.\n")
    assert out.index("z.yaml") < out.index("a.yaml")


# --- Nothing at all ---


@pytest.mark.parametrize("of", [nothing(), ()], ids=["nothing found", "no workspace"])
def test_nothing_found_is_a_valid_document(of: tuple[Checked, ...]) -> None:
    assert read("gitlab", of) == []
    assert results(of) == []
    assert printed("rdjsonl", of) == ""
    assert list(xml("checkstyle", of)) == []
    assert [suite.attrib["failures"] for suite in xml("junit", of)] == ["0"] * len(of)
    assert read("json", of)["diagnostics"] == []
    assert "No problems" in printed("github", nothing())
