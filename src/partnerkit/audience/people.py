"""People without their names: the role of each, and every way in which their names may be written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from partnerkit.audience.ordinary_words import ORDINARY, PARTICLES
from partnerkit.audience.words import NAME, Secret, words_of
from partnerkit.model.organisation import Organisation, Person
from partnerkit.model.partnership.partnership import Partnership
from partnerkit.workspace.workspace import Workspace

Key = tuple[str, str]
"""A person: the ids of the organisation and of the person."""

_LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Role:
    """What stands in the place of a person.

    Attributes:
        id: The id in the organisation.
        name: What is printed as a name, such as `Apprenticeship Manager, Halden Precision`.
        phrase: The same within a sentence: `the Apprenticeship Manager of Halden Precision`.
    """

    id: str
    name: str
    phrase: str


def people(workspace: Workspace) -> Iterator[tuple[Organisation, Person]]:
    """Everybody in the workspace, by organisation and id."""
    for record in workspace.organisations:
        if isinstance(record.part, Organisation):
            for person in sorted(record.part.people, key=lambda person: person.id):
                yield record.part, person


def roles(workspace: Workspace, clean: Callable[[str], str]) -> Mapping[Key, Role]:
    """The role of everybody: the job title, else the key role, else that it is a person.

    Args:
        workspace: The records as they are.
        clean: Takes names out of job titles.
    """
    held = _key_roles(workspace)
    posts = {
        (organisation.id, person.id): (organisation, clean(person.title or held.get((organisation.id, person.id), "")))
        for organisation, person in people(workspace)
    }
    alike = Counter((organisation.id, post.casefold()) for organisation, post in posts.values())
    seen: Counter[tuple[str, str]] = Counter()
    numbers: Counter[str] = Counter()
    found = {}
    for key, (organisation, post) in posts.items():
        same = (organisation.id, post.casefold())
        seen[same] += 1
        numbers[organisation.id] += 1
        number = f" {seen[same]}" if alike[same] > 1 else ""
        found[key] = _role(f"person-{numbers[organisation.id]}", post, number, organisation.name)
    return found


def _role(id_: str, post: str, number: str, employer: str) -> Role:
    if not post:
        return Role(
            id_,
            f"Person{number} at {employer}",
            f"person{number} at {employer}" if number else f"a person at {employer}",
        )
    return Role(id_, f"{post}{number}, {employer}", f"the {post}{number} of {employer}")


def _key_roles(workspace: Workspace) -> Mapping[Key, str]:
    found: dict[Key, str] = {}
    for record in workspace.partnerships:
        for key_role in record.part.key_roles if isinstance(record.part, Partnership) else ():
            item = workspace.target(record, "people", key_role.holder) if key_role.holder else None
            if item is not None:
                found.setdefault((item.record.id, item.id), key_role.role.replace("-", " ").capitalize())
    return found


def names(workspace: Workspace, instead: Mapping[Key, Role] | None = None) -> Iterator[Secret]:
    """Every name, pseudonym and id of a person, and the parts of names, each with what stands in its place.

    Words that are in the name of an organisation stay: that name is public.

    Args:
        workspace: The records as they are.
        instead: The roles; without them, it is only said that a name is withheld.
    """
    public = _public_words(workspace)
    owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    capital: set[tuple[str, ...]] = set()
    for organisation, person in people(workspace):
        phrase = instead[organisation.id, person.id].phrase if instead else NAME
        for words in _whole(person):
            owners[words].add(phrase)
        for word in _parts(person):
            if word not in public:
                owners[(word,)].add(phrase)
    capital = {
        words for words in owners if len(words) == 1 and (words[0] in ORDINARY or len(words[0]) < _LEAST_LETTERS)
    }
    for words, phrases in owners.items():
        yield Secret(words, phrases.pop() if len(phrases) == 1 else NAME, capital=words in capital)


def _whole(person: Person) -> Iterator[tuple[str, ...]]:
    for text in (person.name, person.pseudonym):
        if text and (words := words_of(text)):
            yield words
    words = words_of(person.id)
    if len(words) > 1 or (words and words[0] not in words_of(f"{person.title or ''} {person.function or ''}")):
        yield words


def _parts(person: Person) -> Iterable[str]:
    words = words_of(person.name or "")
    return [word for word in words if len(word) >= _LEAST_LETTERS and word not in PARTICLES]


def _public_words(workspace: Workspace) -> frozenset[str]:
    found: set[str] = set()
    for record in workspace.organisations:
        if isinstance(record.part, Organisation):
            for name in (record.part.name, record.part.legal_name or "", *record.part.former_names):
                found.update(words_of(name))
    return frozenset(found)
