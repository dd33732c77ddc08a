"""Settings that a change brings and that could not be used: once taken in, no check could be made any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from partnerkit.app.gate.kinds import SETTINGS_UNUSABLE
from partnerkit.app.levels import limits_of
from partnerkit.app.loading import Loader
from partnerkit.app.outcome import CannotRunError
from partnerkit.app.score import scoring_of
from partnerkit.diagnostics.diagnostic import Diagnostic, Span
from partnerkit.rubric.scores import Score
from partnerkit.workspace.names import CONFIGURATION


def usable(loader: Loader, scores: Sequence[Score]) -> Iterator[Diagnostic]:
    """What is wrong with the workspace's own settings, where those of another revision count.

    Where its own count, what is wrong with them has ended the check before.

    Args:
        loader: What has read the workspace.
        scores: The scores of its partnerships, which know what points there are.
    """
    own, _ = loader.own_configuration()
    if loader.ruling is None or own is None or own == loader.ruling.configuration:
        return
    try:
        (rubric,) = scoring_of(own, date.max, ()).rubrics
        limits_of(rubric, (), own, scores)
    except CannotRunError as error:
        yield Diagnostic(SETTINGS_UNUSABLE, str(error).rstrip("."), Span(CONFIGURATION), SETTINGS_UNUSABLE.remedy)
