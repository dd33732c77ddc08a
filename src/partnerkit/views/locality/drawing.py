"""The network as a picture: with the partnerships in it where they fit, else from organisation to organisation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from partnerkit.views import blocks as b
from partnerkit.views.locality.web import AROUND, EMPLOYERS, FUNDED, JOINT, TEACHING, UNTOLD, pairs
from partnerkit.views.reading.words import counted, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from partnerkit.views.locality.web import Actor, Joint, Web

MOST_NODES, MOST_EDGES = 60, 150
"""So many can be drawn and still be told apart; it is also the most that writers draw."""
ORDER = (EMPLOYERS, JOINT, TEACHING, AROUND, UNTOLD)
WORKING = "Employers and providers"
WITH_PROGRAMMES = (AROUND, FUNDED, JOINT, WORKING, UNTOLD)
"""Programmes pay for partnerships, so these stand side by side, and those who work in them on the other side."""


def whole(web: Web) -> b.Network | None:
    """Everything in one picture; nothing where it is too much for one, or where there is nothing."""
    nodes = _in_columns(web)
    edges = tuple(_edges(web))
    if not edges or len(nodes) > MOST_NODES or len(edges) > MOST_EDGES:
        return None
    left_out = any(actor.is_apart for actor in web.actors)
    return b.Network(
        "Who works with whom, in which partnership, and who stands behind it",
        nodes,
        edges,
        b.Quiet("Organisations that nothing links to others are left out; they are named below.") if left_out else (),
    )


def _in_columns(web: Web) -> tuple[b.Node, ...]:
    nodes = tuple(_nodes(web))
    if not web.programmes:
        return tuple(sorted(nodes, key=lambda node: ORDER.index(node.kind)))
    # The sort keeps the order of equals: within their column employers stand above colleges and providers.
    apart = sorted(nodes, key=lambda node: node.kind != EMPLOYERS)
    merged = (replace(node, kind=WORKING) if node.kind in {EMPLOYERS, TEACHING} else node for node in apart)
    return tuple(sorted(merged, key=lambda node: WITH_PROGRAMMES.index(node.kind)))


def _nodes(web: Web) -> Iterator[b.Node]:
    yield from (_actor_node(actor) for actor in web.actors if not actor.is_apart)
    yield from (b.Node(f"partnership {joint.id}", _titled(joint), JOINT, joint.link) for joint in web.joints)
    yield from (b.Node(f"programme {one.id}", one.part.title, FUNDED) for one in web.programmes)


def _titled(joint: Joint) -> str:
    return f"{joint.part.title} ({joint.part.status})" if joint.is_over else joint.part.title


def _actor_node(actor: Actor) -> b.Node:
    link = b.Link(actor.part.name, b.anchor("organisations", actor.id))
    return b.Node(f"organisation {actor.id}", actor.part.name, actor.side, link)


def _edges(web: Web) -> Iterator[b.Edge]:
    for joint in web.joints:
        for id_, role in joint.members.items():
            yield b.Edge(f"organisation {id_}", f"partnership {joint.id}", said(role) if role else "")
        for id_, principal in joint.behalf.items():
            yield b.Edge(f"organisation {id_}", f"organisation {principal}", "on behalf of")
    for programme in web.programmes:
        for id_, what in programme.behind.items():
            yield b.Edge(f"organisation {id_}", f"programme {programme.id}", what)
        for id_ in sorted(programme.joints):
            yield b.Edge(f"programme {programme.id}", f"partnership {id_}", "pays for")


def among(web: Web, joints: Sequence[Joint], place: str) -> b.Network:
    """The organisations of some partnerships, and how many each two of them share."""
    found = pairs(joints)
    ids = {id_ for joint in joints for id_ in (*joint.members, *joint.behalf.values())}
    actors = (actor for actor in web.actors if actor.id in ids)
    nodes = sorted(map(_plain_node, actors), key=lambda node: ORDER.index(node.kind))
    edges = (
        b.Edge(f"organisation {one}", f"organisation {other}", counted(len(held), "partnership"))
        for (one, other), held in found.items()
    )
    return b.Network(f"Who works with whom in {place}", tuple(nodes), tuple(edges))


def _plain_node(actor: Actor) -> b.Node:
    return b.Node(f"organisation {actor.id}", actor.part.name, actor.side)


def places(joints: Iterable[Joint]) -> dict[str, tuple[Joint, ...]]:
    """The partnerships by where they work, in the order of the places; those without one last."""
    found: dict[str, list[Joint]] = {}
    for joint in joints:
        found.setdefault(joint.place, []).append(joint)
    ordered = sorted(found, key=lambda place: (not place, place.casefold(), place))
    return {place: tuple(found[place]) for place in ordered}
