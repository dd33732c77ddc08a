"""A partnership as files: its sections rendered item by item, until the record is as long as its stage asks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from generator import beginnings, endings
from generator.programmes import programme_id
from generator.story import ACTIVATE, AGREE, IDENTIFY, PLAN, REVIEW, RUN, STAGES, Story, World, story
from generator.vocabulary import CAUSES, PROSE
from generator.yaml_text import Folded, Line, indented, item, mapping

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (6_200, 8_000, 9_500, 10_400, 11_400, 12_400, 12_700)
"""From how many bytes a record of each stage grows no more. Records end half an item longer: 11 kB in the mean."""
_SPREAD = 700
_ACCENTED_SHARE = 0.1
_OWN_FILE = 350
_OWN_FILES = 10
_COMMENT_SHARE = 0.3
_CULTURE_SHARE = 0.6
_CULTURE_KEPT = 0.9


class Section(NamedTuple):
    """A list section: since which stage, items at first, how often it is there, how it grows, which other it needs.

    `share` is how often a neglected record has it; one that is kept up has it more often, `kept`.
    """

    name: str
    since: int
    items: int
    share: float
    growth: int
    build: Callable[[Story, int], dict[str, Any]]
    needs: str = ""
    kept: float = 0

    def share_of(self, plot: Story) -> float:
        """How often a record such as this has the section."""
        return self.share if plot.neglected else max(self.share, self.kept)


@dataclass(frozen=True, slots=True)
class Written:
    """A section's YAML, ready for a file of its own."""

    name: str
    parts: list[str]

    @property
    def text(self) -> str:
        """The section as one text."""
        return "".join(self.parts)


SECTIONS = (
    Section("scans", IDENTIFY, 2, 1, 2, beginnings.scan),
    Section("needs", IDENTIFY, 1, 1, 1, beginnings.need),
    Section("opportunities", IDENTIFY, 1, 1, 0, beginnings.opportunity),
    Section("aims", AGREE, 1, 1, 0, beginnings.aim),
    Section("objectives", AGREE, 1, 1, 1, beginnings.objective),
    Section("key_roles", AGREE, 4, 1, 0, beginnings.key_role),
    Section("bodies", AGREE, 1, 1, 0, beginnings.body),
    Section("raci", AGREE, 1, 0.6, 1, beginnings.raci, kept=0.75),
    Section("activities", PLAN, 1, 1, 1, endings.activity),
    Section("milestones", PLAN, 1, 0.6, 1, endings.milestone, kept=0.75),
    Section("resources", PLAN, 3, 1, 0, endings.resource),
    Section("risks", IDENTIFY, 1, 1, 2, beginnings.risk),
    Section("health_and_safety", PLAN, 1, 0.25, 0, endings.health_and_safety, kept=0.75),
    Section("communications", PLAN, 1, 0.6, 0, endings.communication, kept=0.75),
    Section("agreements", ACTIVATE, 1, 1, 0, endings.agreement),
    Section("exchanges", RUN, 1, 0.15, 0, endings.exchange),
    Section("stakeholders", IDENTIFY, 2, 1, 1, beginnings.stakeholder),
    Section("contacts", IDENTIFY, 1, 1, 4, beginnings.contact),
    Section("feedback", IDENTIFY, 1, 0.5, 2, beginnings.feedback),
    Section("learners", ACTIVATE, 1, 0.3, 1, endings.learner),
    Section("journal", IDENTIFY, 1, 0.7, 3, beginnings.journal),
    Section("curriculum", RUN, 1, 0.2, 1, endings.curriculum),
    Section("cpd", RUN, 1, 0.2, 1, endings.cpd),
    Section("events", RUN, 1, 0.2, 0, endings.event),
    Section("incidents", RUN, 1, 0.2, 0, endings.incident),
    Section("value", REVIEW, 1, 0.3, 1, endings.value),
    Section("surveys", REVIEW, 2, 0.3, 0, endings.survey),
    Section("evaluations", PLAN, 4, 0.7, 0, endings.evaluation, kept=0.8),
    Section("benefits", REVIEW, 1, 0.8, 1, endings.benefit),
    Section("reviews", REVIEW, 1, 1, 0, endings.review),
    Section("testimonies", RUN, 1, 0.2, 1, endings.testimony),
    Section("judgements", RUN, 2, 0.6, 0, endings.judgement, kept=1),
    Section("samples", RUN, 1, 0.6, 0, endings.sample, "judgements", kept=0.9),
    Section("evidence", IDENTIFY, 3, 1, 5, beginnings.evidence),
    Section("meetings", AGREE, 1, 1, 5, beginnings.meeting),
)


def partnership_files(world: World, index: int, *, folder: bool) -> dict[str, str]:
    """The files of the partnership of this number, by path below `partnerships/`."""
    rng = Random(f"{world.seed}/partnership/{index}")
    plot = story(world, index, rng)
    drawn = [each for each in SECTIONS if each.since <= plot.stage and rng.random() < each.share_of(plot)]
    names = {each.name for each in drawn}
    chosen = [each for each in drawn if not each.needs or each.needs in names]
    plot.counts.update({each.name: each.items for each in chosen})
    # A record in one file is accented or not; in a folder each file is, with the same odds.
    voices = [replace(plot, accented=accented) for accented in _accents(rng, len(chosen), folder=folder)]
    head = _head(voices[0])
    written = _grown(chosen, voices, rng, len(head.encode()), inset=0 if folder else 2)
    return _folder(plot, head, written) if folder else _file(plot, head, written)


def _accents(rng: Random, sections: int, *, folder: bool) -> list[bool]:
    if folder:
        return [rng.random() < _ACCENTED_SHARE for _ in range(sections)]
    return [rng.random() < _ACCENTED_SHARE] * sections


def _head(plot: Story) -> str:
    """The record's own fields and its sections that are no lists."""
    record: dict[str, Any] = {
        "kind": "partnership",
        "id": plot.id,
        "title": f"{plot.topic.unit} skills partnership, {plot.place}",
        "summary": Folded(" ".join(plot.rng.sample([plot.say((sentence,)) for sentence in PROSE], 3))),
        "stage": STAGES[plot.stage],
        "status": "active" if plot.stage < len(STAGES) - 1 else "closed",
        "place": plot.place,
        "confidentiality": plot.rng.choice(("public", "partners", "internal")),
    }
    if plot.programme is not None:
        record["programme"] = programme_id(plot.programme)
    record["stage_history"] = [_stage(plot, stage) for stage in range(plot.stage + 1)]
    record["partners"] = [_partner(plot, number) for number in range(len(plot.partners))]
    if plot.stage >= AGREE and plot.rng.random() < (_CULTURE_SHARE if plot.neglected else _CULTURE_KEPT):
        record["culture_fit"] = beginnings.culture_fit(plot)
    if plot.stage >= AGREE:
        record["exit"] = beginnings.exit_plan(plot)
    return mapping(record)


def _stage(plot: Story, stage: int) -> Line:
    evidence = [plot.ref("evidence")]
    return Line(stage=STAGES[stage], on=plot.day(stage), by=plot.person(), evidence=evidence)


def _partner(plot: Story, number: int) -> dict[str, Any]:
    owner = plot.partners[number]
    # Whoever joins two others is bound like them only in the neglected records, where much is left out about it.
    joining = "partner" if number == 1 or plot.neglected else "associate"
    return {
        "organisation": owner.id,
        "role": "lead" if number == 0 else joining,
        "since": plot.day(IDENTIFY),
        "motives": owner.priorities[0][1],
        "depends_on": plot.say(CAUSES),
    }


def _grown(chosen: list[Section], voices: list[Story], rng: Random, size: int, *, inset: int) -> list[Written]:
    """The sections with their first items, then with more of those that grow, up to the length that the stage asks."""
    written = [Written(each.name, []) for each in chosen]
    for section, voice, text in zip(chosen, voices, written, strict=True):
        for _ in range(section.items):
            size += _add(section, voice, text, inset)
    aim = SIZES[voices[0].stage] + rng.gauss(0, _SPREAD)
    weights = [section.growth for section in chosen]
    while size < aim:
        place = rng.choices(range(len(chosen)), weights)[0]
        size += _add(chosen[place], voices[place], written[place], inset)
    return written


def _add(section: Section, voice: Story, text: Written, inset: int) -> int:
    """Adds an item to a section; gives how many bytes it takes once its lines are inset."""
    fields = section.build(voice, len(text.parts) + 1)
    if section.name == "meetings":
        fields = {"id": fields["on"], **fields}
    text.parts.append(item(fields))
    return len(text.parts[-1].encode()) + inset * text.parts[-1].count("\n")


def _file(plot: Story, head: str, written: list[Written]) -> dict[str, str]:
    """The partnership as one file."""
    commented = plot.rng.random() < _COMMENT_SHARE
    sections = (f"{_banner(each.name) if commented else ''}{each.name}:\n{indented(each.text)}" for each in written)
    return {f"{plot.id}.yaml": head + "".join(sections)}


def _banner(name: str) -> str:
    return f"\n# {'-' * 66} {name.replace('_', ' ')}\n"


def _folder(plot: Story, head: str, written: list[Written]) -> dict[str, str]:
    """The partnership as a folder: its long sections and each of its meetings in files of their own."""
    lists = [each for each in written if each.name != "meetings"]
    ranked = sorted(lists, key=lambda each: len(each.text), reverse=True)
    long = [each for each in ranked[:_OWN_FILES] if len(each.text) >= _OWN_FILE]
    inline = "".join(f"{each.name}:\n{indented(each.text)}" for each in lists if each not in long)
    files = {f"{plot.id}/partnership.yaml": head + inline}
    files |= {f"{plot.id}/{each.name}.yaml": each.text for each in long}
    meetings = (part for each in written if each.name == "meetings" for part in each.parts)
    return files | dict(_meeting_file(plot.id, part) for part in meetings)


def _meeting_file(folder: str, part: str) -> tuple[str, str]:
    """A meeting without its dash and its id, which is the name of its file."""
    first, *rest = part.splitlines(keepends=True)
    return f"{folder}/meetings/{first.split()[-1]}.yaml", "".join(line[2:] for line in rest)
