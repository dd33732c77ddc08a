"""What goes each way, in the words of the scores: visits, hours delivered, proposals taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnerkit.rubric.checking import asked
from partnerkit.rubric.checks import _sides, reciprocity
from partnerkit.views import blocks as b
from partnerkit.views.reading import cells as c
from partnerkit.views.reading.words import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from partnerkit.rubric.checking import Check
    from partnerkit.rubric.checks._sides import Dimension
    from partnerkit.rubric.subject import Look
    from partnerkit.views.thread.dossier import Dossier

DIMENSIONS: tuple[tuple[Check, Callable[[Look], Dimension]], ...] = (
    (reciprocity.visits_two_way, _sides.visits),
    (reciprocity.sessions_two_way, _sides.sessions),
    (reciprocity.curriculum_inputs_two_way, _sides.inputs),
)
TONES: Mapping[str, b.Tone] = {reciprocity.BALANCED: "good", reciprocity.ONE_SIDED: "caution"}


def balance(d: Dossier) -> b.Table | None:
    """Each partner's part; nothing where there is no judgement, or nothing to weigh."""
    look = d.look
    if look is None:
        return None
    found = [(check, counting(look)) for check, counting in DIMENSIONS]
    if not any(dimension.total for _, dimension in found):
        return None
    share = look.limit(reciprocity.SHARE_LEAST)
    return c.table(
        "What goes each way by today",
        ("What", "Each partner's part", "How it stands"),
        (_row(look, check, dimension) for check, dimension in found),
        note=(
            "The words are those of the score for reciprocity: of two partners, the smaller part is balanced from"
            f" {share.value:g} per cent of the whole on. One-sided is a question to the partners, and no verdict."
        ),
    )


def _row(look: Look, check: Check, found: Dimension) -> b.Row:
    parts = tuple((b.Share(part, found.total), b.Quiet(f" ({name})")) for name, part in found.sides)
    left_out = (b.Quiet(f"not counted: {found.left_out}"),) if found.left_out else ()
    word = asked(look, check).word
    return b.Row(
        (
            (found.title, b.Quiet(f" ({found.unit})" if found.unit not in found.title.lower() else "")),
            b.Lines((*parts, *left_out)) if found.total else b.Missing("none recorded by today"),
            b.Badge(capital(word), TONES.get(word, "plain")),
        )
    )
