"""A small history in a real repository: partnerships that move on, go back, come, go, and become confidential."""

from __future__ import annotations

from pathlib import Path

from repositories import commit, git, repository

HOSTILE = "Bakery <script>alert(1)</script> | *of* Amy Okoro"
_ORGANISATION = """kind: organisation
id: {id}
name: {name}
people: [{{id: {person}, name: {full}}}]
"""
_RECORD = """kind: partnership
id: {id}
title: "{title}"
stage: {stage}
{more}partners: [{{organisation: northgate, role: lead}}, {{organisation: eastfield}}]
actions: [{actions}]
"""


def record(id_: str, title: str, stage: str, actions: int = 0, more: str = "") -> str:
    """A partnership with so many open actions."""
    listed = ", ".join(f"{{id: a-{at}, text: Order the dies}}" for at in range(actions))
    return _RECORD.format(id=id_, title=title, stage=stage, more=more, actions=listed)


def historic(root: Path) -> Path:
    """The repository; its commits have the same names wherever it is made."""
    repository(root)
    configuration = "format: 1\ntitle: Northgate records\n"
    shared = {
        "partnerkit.yaml": configuration,
        "organisations/northgate.yaml": _ORGANISATION.format(
            id="northgate", name="Northgate Castings", person="amy", full="Amy Okoro"
        ),
        "organisations/eastfield.yaml": _ORGANISATION.format(
            id="eastfield", name="Eastfield College", person="jo", full="Jo Field"
        ),
    }
    commit(root, {"readme.txt": "nothing yet"}, "2026-01-01")
    commit(
        root,
        {
            **shared,
            "foundry.yaml": record("foundry", "Foundry", "identify"),
            "bakery.yaml": record("bakery", "Bakery", "plan", 1),
            "merger.yaml": record("merger", "Merger", "identify"),
            "trial.yaml": record("trial", "Trial", "identify"),
        },
        "2026-01-10",
    )
    git(root, "tag", "amy-okoro-begins")
    commit(
        root,
        {
            "foundry.yaml": record("foundry", "Foundry", "agree", 2),
            "merger.yaml": record("merger", "Merger", "agree", more="confidentiality: internal\n"),
        },
        "2026-02-10",
    )
    commit(root, {"organisations/eastfield.yaml": "kind: ["}, "2026-02-20")
    commit(
        root,
        {
            "organisations/eastfield.yaml": shared["organisations/eastfield.yaml"],
            "foundry.yaml": record("foundry", "Foundry partnership", "plan", 1),
            "bakery.yaml": record("bakery", HOSTILE, "agree", 3),
            "nursery.yaml": record("nursery", "Nursery", "identify"),
            "trial.yaml": None,
        },
        "2026-03-10",
    )
    return root
