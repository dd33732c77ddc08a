"""Who brings in which of the four kinds of expertise, and which kind nobody brings in."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from partnerkit.model.partnership.plan import Expertise
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.titles import title_of
from partnerkit.views.reading.words import capital, counted, listed, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkit.model.partnership.plan import Resource
    from partnerkit.views.thread.dossier import Dossier

KINDS: tuple[Expertise, ...] = get_args(Expertise)
MEANT: dict[Expertise, str] = {
    "occupational": "doing the job",
    "business-process": "running the business",
    "curriculum": "building courses",
    "pedagogic": "teaching",
}


def wanting(d: Dossier) -> tuple[Expertise, ...]:
    """The kinds of expertise that nobody brings in."""
    brought = {resource.expertise for resource in d.partnership.resources}
    return tuple(kind for kind in KINDS if kind not in brought)


def unbrought(kinds: tuple[Expertise, ...]) -> str:
    """That nobody brings in some kinds of expertise, in words."""
    return f"No expertise is recorded in {listed([MEANT[kind] for kind in kinds], 'or')}"


def expertise(d: Dossier) -> tuple[b.Block, ...]:
    """The matrix of partners and kinds, and what is missing from it."""
    p = d.partnership
    if not p.resources:
        return ()
    partners = dict.fromkeys([partner.organisation for partner in p.partners])
    partners |= dict.fromkeys(resource.partner for resource in p.resources if resource.partner and resource.expertise)
    heads = {kind: f"{capital(said(kind))} ({MEANT[kind]})" for kind in KINDS}
    silent = sum(resource.expertise is None for resource in p.resources)
    note = f"{capital(counted(silent, 'resource comes', 'resources come'))} without expertise." if silent else ""
    table = c.table(
        "Expertise by partner: the resources with which it comes",
        ("Partner", *heads.values()),
        (b.Row((d.names.organisation(partner), *_cells(d, partner))) for partner in partners),
        note=note,
    )
    return (_verdict(wanting(d)), table)


def _verdict(missing: tuple[Expertise, ...]) -> b.Block:
    if missing:
        return b.Blank(f"{unbrought(missing)}.", "optional")
    return b.Paragraph("All four kinds of expertise are brought in.")


def _cells(d: Dossier, partner: str) -> Iterator[b.Cell]:
    held = [resource for resource in d.partnership.resources if resource.partner == partner]
    for kind in KINDS:
        links = tuple(_link(resource) for resource in held if resource.expertise == kind)
        yield b.Lines(links) if links else b.Quiet("none")


def _link(resource: Resource) -> b.Link:
    return b.Link(title_of(resource), b.anchor("resources", resource.id))
