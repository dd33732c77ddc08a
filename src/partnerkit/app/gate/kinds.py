"""The kinds of what `check` finds besides form and rules."""

from __future__ import annotations

from partnerkit.diagnostics.diagnostic import Kind, Severity

LEVEL_TOO_LOW = Kind(
    "PK301",
    "level-too-low",
    "A point of a partnership's score is due, and below the least level that the workspace asks for "
    "(`score.fail_under` in partnerkit.yaml) or that the command line does.",
    "Ask `partnerkit score ID --next`: it shows the few entries that raise it.",
)
PAGE_OUTDATED = Kind(
    "PK302",
    "page-outdated",
    "A page that is kept beside the records does not show what they say: the records have changed since, or somebody "
    "has changed the page. Whoever opens it is told something that no longer holds.",
    "Write the pages again with `partnerkit report`, and commit them with the records.",
)
ID_TAKEN = Kind(
    "PK303",
    "id-taken-elsewhere",
    "Since two branches parted, both have given one id to two different things. When they are merged, git may put both "
    "into the record without a word, or references meant for the one may lead to the other.",
    "Give one of the two another id before the branches are merged: `partnerkit mv` changes all that refers to it.",
)
PAGE_SHOWS_MORE = Kind(
    "PK306",
    "page-shows-more",
    "A page that is kept beside the records is made for readers who may see more than those for whom the pages of this "
    "workspace are (`report.confidentiality` in partnerkit.yaml, or else what the records say).",
    "Write it again without `--audience`, or keep it elsewhere with `--out`.",
)
TAKEN_AWAY = Kind(
    "PK307",
    "taken-away",
    "The change takes away a record, all of a section, or a stage that was reached: what is not there is not looked "
    "at. That may be right; whoever agrees to the change should have seen it.",
    "If you agree, there is nothing to do; else put it back.",
    Severity.INFO,
)
SETTINGS_UNUSABLE = Kind(
    "PK308",
    "settings-unusable",
    "The change sets something in partnerkit.yaml that does not exist: a rule, a rule pack, a rubric or a level. Once "
    "it is taken in, no check could be made any more.",
    "Correct the name; `partnerkit rule` and `partnerkit score --list` say which there are.",
)
FINDING_EXCUSED = Kind(
    "PK304",
    "finding-excused",
    "The change excuses findings, or says that something does not apply. That may be right; whoever agrees to the "
    "change should have seen it.",
    "If you agree with the reason that is given, there is nothing to do; else have what is found mended.",
    Severity.INFO,
)
GATE_LOOSENED = Kind(
    "PK305",
    "gate-loosened",
    "The change alters the settings by which it is checked itself, so that less is found or less fails. With "
    "`--config-from`, the settings of the branch it is meant for count until it is merged.",
    "If you agree, there is nothing to do; else take this change to partnerkit.yaml or to the baseline back.",
    Severity.WARNING,
)

CODES = frozenset(kind.code for kind in tuple(globals().values()) if isinstance(kind, Kind))
"""The codes of all of them."""
