"""Nothing that an audience may not see is anywhere in the bytes of what is written for it.

A workspace that uses every key of the format holds a word of its own, found nowhere else, in each of its texts. Which
of the words may be seen follows from the annotations, read here a second time and in a simpler way. A key that is added
to the format is looked at too: the workspace must use it, and its annotation must say who may see it.
"""

from __future__ import annotations

import html as escapes
import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from partnerkit.app.loading import Loader
from partnerkit.app.outcome import Settings
from partnerkit.app.reading import readable
from partnerkit.audience.marks import MARK, WITHHELD
from partnerkit.audience.redaction import redacted
from partnerkit.export import csv, graphml, ics
from partnerkit.export import json as plain_data
from partnerkit.export.tables.listings import LISTINGS, is_for, tables
from partnerkit.model.audiences import declared_seen, may_see, seen
from partnerkit.model.base import Part
from partnerkit.model.configuration import Audience
from partnerkit.model.fields import contents, fields, is_line, is_text, parts
from partnerkit.model.kinds import KINDS
from partnerkit.model.organisation import Person
from partnerkit.model.partnership import assessment
from partnerkit.model.validation import validated
from partnerkit.render import html, markdown
from partnerkit.views import case_study, partnership, portfolio, review
from partnerkit.views.api import Context
from partnerkit.workspace.records import Origin, Record
from partnerkit.workspace.workspace import Workspace
from unit.views.records import fullest

PROJECT = Path(__file__).resolve().parent.parent
TEMPLATES = PROJECT / "templates"
EXAMPLES = ("calder-valley", "two-way-street")
AS_OF = date(2026, 10, 15)
AUDIENCES: tuple[Audience, ...] = ("public", "partners", "internal")
GOLDENS = PROJECT / "tests" / "cases" / "views" / "public"


def models() -> tuple[type[Part], ...]:
    found: list[type[Part]] = list(KINDS.values())
    for model in found:
        found += [part for field in fields(model) for part in field.parts if part not in found]
    return tuple(found)


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_text_of_the_format_says_who_may_see_it(model: type[Part]) -> None:
    silent = [name for name in model.model_fields if is_text(model, name) and declared_seen(model, name) is None]
    assert silent == [], "say who may see it: model/audiences.py has the words"


# ---------------------------------------------------------------------- a word of its own in every text


class Canaries:
    """Puts a word of its own into each text, and knows who may see it."""

    def __init__(self) -> None:
        self.allowed: dict[str, frozenset[Audience]] = {}

    def part(self, part: Part, may: frozenset[Audience]) -> Part:
        model = type(part)
        held = {field.name: field for field in fields(model)}
        changes: dict[str, Any] = {}
        for name in model.model_fields:
            value = getattr(part, name)
            those = may & {audience for audience in AUDIENCES if may_see(audience, who_sees(part, name))}
            if isinstance(part, Person) and name in {"name", "pseudonym"}:
                # They are looked for in other texts too, so each is of two words.
                changes[name] = value and self.name(those)
            elif is_text(model, name) and value:
                changes[name] = self.text(model, name, value, those)
            elif name in held and value:
                changes[name] = self.within(value, those, texts=held[name].reference is None)
        extra = {"x-own": self.word(frozenset({"internal"}))}
        return part.model_copy(update=changes | extra)

    def within(self, value: Any, may: frozenset[Audience], *, texts: bool) -> Any:
        match value:
            case Part():
                return self.part(value, may)
            case tuple():
                return tuple(self.within(item, may, texts=texts) for item in value)
            case dict():
                return {key: self.within(item, may, texts=texts) for key, item in value.items()}
            case str() if texts and " " in value:
                return self.word(may)
            case _:
                return value

    def text(self, model: type[Part], name: str, value: Any, may: frozenset[Audience]) -> Any:
        shapes = {
            "file": "files/{}.pdf",
            "url": "https://{}.example/x",
            "website": "https://{}.example",
            "email": "{}@x.example",
        }
        match value:
            case tuple():
                return tuple(self.word(may) for _ in value)
            case dict():
                return {key: self.word(may) for key in value}
            case _ if is_line(model, name) or name in shapes:
                return shapes.get(name, "{}").format(self.word(may))
            case _:
                return value

    def word(self, may: frozenset[Audience]) -> str:
        # Words that have no digits, so that no shape of a number or a sum is in them.
        number = len(self.allowed)
        word = "qz" + "".join(chr(ord("a") + number // 26**power % 26) for power in (2, 1, 0)) + "zq"
        self.allowed[word] = may
        return word

    def name(self, may: frozenset[Audience]) -> str:
        return f"{self.word(may).capitalize()} {self.word(may).capitalize()}"


def who_sees(part: Part, name: str) -> Audience:
    """Who may see a field, with what stands beside it; the evidence of the shape has consent for the partners."""
    if isinstance(part, assessment.Evidence) and name in {"file", "url", "sha256", "note"}:
        assert part.consent is not None
        assert part.consent.scope == "partners"
        return "partners"
    return "partners" if isinstance(part, assessment.Testimony) and name == "own_words" else seen(type(part), name).by


@cache
def hostile() -> tuple[Workspace, dict[str, frozenset[Audience]]]:
    canaries = Canaries()
    whole = fullest()
    records = (*whole.organisations, *whole.frameworks, *whole.programmes, *whole.partnerships)
    everybody = frozenset(AUDIENCES)
    made = [Record(r.kind, r.id, canaries.part(r.part, everybody), Origin((f"{r.id}.yaml", 0))) for r in records]
    return Workspace(whole.configuration, made), canaries.allowed


def data(workspace: Workspace) -> str:
    """All that the records hold, as text."""
    records = (*workspace.organisations, *workspace.frameworks, *workspace.programmes, *workspace.partnerships)
    return json.dumps(
        [record.part.model_dump(mode="json", by_alias=True, exclude_none=True) for record in records],
        ensure_ascii=False,
    )


def pages(workspace: Workspace, context: Context) -> Iterator[str]:
    for view in (portfolio, partnership, review, case_study):
        for page in view.pages(workspace, context):
            for writer in (html, markdown):
                yield page.name + writer.SUFFIX + writer.render(page, TEMPLATES)


def exports(workspace: Workspace, context: Context) -> Iterator[str]:
    for format_ in (plain_data, ics, graphml):
        # A long line of a calendar goes on in the next.
        yield format_.export(workspace, context).decode("utf-8").replace("\r\n ", "")
    listings = [one for one in LISTINGS if is_for(one, context.audience)]
    for table in tables(workspace, context, listings):
        yield csv.write([table]).decode("utf-8")


def words_in(text: str) -> set[str]:
    return set(re.findall("qz[a-z]{3}zq", text.lower()))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_records_for_an_audience_hold_every_text_it_may_see_and_no_other(audience: Audience) -> None:
    workspace, allowed = hostile()
    assert len(allowed) > 250
    found = words_in(data(redacted(workspace, audience).workspace))
    assert found == {word for word, may in allowed.items() if audience in may}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_pages_for_an_audience_show_every_text_it_may_see_and_no_other(audience: Audience) -> None:
    workspace, allowed = hostile()
    made = redacted(workspace, audience)
    shown = words_in("".join(pages(made.workspace, Context(AS_OF, "1", audience=audience, withheld=made.sentence))))
    # What internal pages show is what there is to show.
    whole = words_in("".join(pages(workspace, Context(AS_OF, "1"))))
    assert len(whole) > 150
    assert shown == {word for word in whole if audience in allowed[word]}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_exports_for_an_audience_hold_every_text_it_may_see_and_no_other(audience: Audience) -> None:
    workspace, allowed = hostile()
    made = redacted(workspace, audience)
    shown = words_in("".join(exports(made.workspace, Context(AS_OF, "1", audience=audience, withheld=made.sentence))))
    assert shown == {word for word, may in allowed.items() if audience in may}


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_no_id_of_a_person_or_a_learner_is_in_what_the_public_reads(audience: Audience) -> None:
    workspace, _ = hostile()
    text = data(redacted(workspace, audience).workspace)
    ids = {"ivo-brandt", "foreman-2", "mae-lund", "welder-1"}
    assert {id_ for id_ in ids if id_ in text} == (set() if audience == "public" else ids)


NAME = "Ivo O'Brandt-Søe"
MENTIONS = (
    f"{NAME}; {NAME.upper()}; ivo_brandt; o'brandt; Søe; soe; IVO; ivo.brandt@northquay.example; someone@else.example; "
    "+44 1632 960123; (01632) 960 123; The second  Foreman; welder 1; £3,000"
)
TRACES = (
    "brandt",
    "ivo",
    "søe",
    "northquay.example/",
    "else.example",
    "960123",
    "960 123",
    "second foreman",
    "welder 1",
    "3,000",
)


@cache
def mentioning() -> Workspace:
    """The workspace that uses every key, with a name and more in each of its texts."""

    def spoilt(part: Part) -> Part:
        changes: dict[str, Any] = {}
        for name in type(part).model_fields:
            value = getattr(part, name)
            if is_line(type(part), name) and isinstance(value, str) and not isinstance(part, Person):
                changes[name] = f"{value} {MENTIONS}"
            else:
                changes[name] = within(value)
        if isinstance(part, Person) and part.name == "Ivo Brandt":
            changes["name"] = NAME
        return part.model_copy(update=changes)

    def within(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(map(within, value))
        return spoilt(value) if isinstance(value, Part) else value

    whole = fullest()
    records = (*whole.frameworks, *whole.programmes, *whole.partnerships, *whole.organisations)
    made = [
        replace(r, part=spoilt(r.part) if r.kind != "organisation" else people_only(r.part, spoilt)) for r in records
    ]
    return Workspace(whole.configuration, made)


def people_only(part: Part, spoilt: Any) -> Part:
    people = part.people  # type: ignore[attr-defined]
    return part.model_copy(update={"people": tuple(map(spoilt, people)), "website": None})


def test_a_name_written_anywhere_is_nowhere_in_what_the_public_reads() -> None:
    made = redacted(mentioning(), "public")
    readers = Context(AS_OF, "1", audience="public")
    for text in (data(made.workspace), *pages(made.workspace, readers), *exports(made.workspace, readers)):
        low = escapes.unescape(text).lower()
        assert [trace for trace in TRACES if trace in low or quote(trace) in low] == []
    everything = data(mentioning()).lower()
    assert [trace for trace in TRACES if trace not in everything] == []


# ---------------------------------------------------------------------- what is made is a record


@pytest.mark.parametrize("audience", ["public", "partners"])
def test_what_is_made_for_an_audience_is_valid_and_every_reference_in_it_names_something(audience: Audience) -> None:
    made = redacted(fullest(), audience).workspace
    for record in (*made.organisations, *made.frameworks, *made.programmes, *made.partnerships):
        written = record.part.model_dump(mode="json", by_alias=True, exclude_none=True)
        assert isinstance(validated(type(record.part), written), Part), validated(type(record.part), written)
        for mention in contents(record.part)[1]:
            found = [made.target(record, collection, mention.text) for collection in mention.reference.collections]
            assert any(found), mention


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_made_does_not_depend_on_the_order_of_the_records(example: str) -> None:
    whole = workspace_of(example)
    records = (*whole.organisations, *whole.frameworks, *whole.programmes, *whole.partnerships)
    turned = Workspace(whole.configuration, reversed(records))
    assert data(redacted(whole, "public").workspace) == data(redacted(turned, "public").workspace)


# ---------------------------------------------------------------------- the examples


@cache
def loader(example: str) -> Loader:
    root = PROJECT / "examples" / example
    return Loader(root, Settings(root, AS_OF, cache=False))


@cache
def workspace_of(example: str) -> Workspace:
    loaded = loader(example).load()
    assert loaded.configuration is not None
    return Workspace(loaded.configuration, loader(example).records_of(loaded.units))


@cache
def written(example: str, audience: Audience) -> dict[str, str]:
    root = PROJECT / "examples" / example
    read = readable(loader(example).load(), loader(example), Settings(root, AS_OF, cache=False), audience)
    context = replace(read.context, version="0.0.0", revision=None, revisions={})
    return {
        page.name + writer.SUFFIX: writer.render(page, TEMPLATES)
        for view in (portfolio, partnership, review, case_study)
        for page in view.pages(read.workspace, context)
        for writer in (html, markdown)
    }


def secrets(workspace: Workspace, audience: Audience) -> set[str]:
    """Names, ids and contacts of people, learners, sums and inner notes of an example, as they are written."""
    closed = {"journal"} if audience == "partners" else {"journal", "risks", "meetings", "feedback", "learners"}
    found: set[str] = set()
    elsewhere: set[str] = set()
    for record in (*workspace.organisations, *workspace.partnerships):
        for part, path in parts(record.part, ()):
            lines = [name for name in type(part).model_fields if is_line(type(part), name)]
            texts = {text for name in lines if isinstance(text := getattr(part, name), str) and len(text) > 20}
            (found if path[:1] and path[0] in closed else elsewhere).update(texts)
            if isinstance(part, Person):
                found.update(filter(None, (part.email, part.phone)))
                found.update(filter(None, (part.name, part.id)) if audience == "public" else ())
    return found - elsewhere


@pytest.mark.parametrize("example", EXAMPLES)
@pytest.mark.parametrize("audience", ["public", "partners"])
def test_no_secret_of_an_example_is_in_a_page(example: str, audience: Audience) -> None:
    whole = workspace_of(example)
    hidden = secrets(whole, audience)
    if example == "calder-valley":
        assert len(hidden) > (100 if audience == "public" else 10)
    for name, text in written(example, audience).items():
        low = " ".join(escapes.unescape(text).lower().split())
        assert [secret for secret in hidden if secret.lower() in low or quote(secret.lower()) in low] == [], name


@pytest.mark.parametrize(
    "name",
    [
        "calder-valley/portfolio.md",
        "calder-valley/partnership-toolroom-skills.md",
        "calder-valley/case-study-toolroom-skills.md",
    ],
)
def test_a_page_for_the_public_is_what_it_was(name: str) -> None:
    example, _, file = name.partition("/")
    page = written(example, "public")[file]
    golden = GOLDENS / name
    if os.environ.get("PARTNERKIT_BLESS"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(page, encoding="utf-8")
    assert page == golden.read_text(encoding="utf-8")


def test_every_page_says_who_it_is_for_and_what_is_withheld() -> None:
    for name, text in written("calder-valley", "public").items():
        assert "For anybody" in text, name
        assert re.search(r"Written for the public: \d+ values are withheld", text), name
    for name, text in written("calder-valley", "internal").items():
        assert WITHHELD not in text.lower(), name
        assert MARK not in text, name
