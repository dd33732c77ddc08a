"""The configuration, `partnerkit.yaml`: it marks the root of a workspace and sets what the commands do there."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from partnerkit.model.base import Part
from partnerkit.model.references import OrganisationRef
from partnerkit.model.values import Amount, Code, Count, File, FormatVersion, Many, Maybe, RuleName, Slug, Text

Severity = Literal["info", "warning", "error"]

Profile = Literal["gentle", "standard", "strict"]

Audience = Literal["public", "partners", "internal"]

PointLevel = Annotated[int, Field(ge=0, le=5)]
"""A level of a scored point, as its rubric counts them: 0 is the lowest."""


class PathRules(Part):
    """What is different for some files."""

    paths: Annotated[Many[Text], Field(min_length=1)]
    """Patterns of the files, such as `partnerships/pilot-*`."""
    ignore: Many[RuleName] = ()
    """Findings of these rules do not count there."""
    severity: dict[RuleName, Severity] = Field(default_factory=dict)
    """What the findings of a rule weigh there."""


class RulesConfiguration(Part):
    """Which rules run, and how much their findings weigh."""

    pack: Maybe[Slug] = None
    """The set of dated thresholds (review intervals, placement hours, windows), such as `uk-england-2026`."""
    select: Many[RuleName] = ()
    """Run only these rules. Without it: all of them."""
    ignore: Many[RuleName] = ()
    """Do not run these rules."""
    severity: dict[RuleName, Severity] = Field(default_factory=dict)
    """A severity of your own for a rule: `info`, `warning` or `error`."""
    profile: Maybe[Profile] = None
    """How strict to be: `gentle` runs the rules that find errors, `standard` those that warn too, `strict` all."""
    fail_on: Maybe[Severity] = None
    """The least weight at which a finding makes the command fail. Without it: `error`."""
    per_path: Many[PathRules] = ()
    """What is different for some files; of several that fit, the later one wins."""
    thresholds: dict[RuleName, Amount] = Field(default_factory=dict)
    """A threshold of your own in the place of the pack's, such as `{scan-stale-days: 180}`."""


class RiskBands(Part):
    """The highest score (likelihood times impact) that still belongs to each band."""

    low: Count
    """The highest score that is low."""
    moderate: Count
    """The highest score that is moderate."""
    high: Count
    """The highest score that is high."""
    critical: Count
    """The highest score there is: 25 in a matrix of five by five."""


class RiskMatrix(Part):
    """How risks are scored here. No standard sets the bands, so they are declared."""

    appetite: Maybe[Count] = None
    """The highest residual score that is accepted without a word."""
    size: Annotated[int, Field(ge=2, le=10)] = 5
    """How many levels likelihood and impact have. Usually 5."""
    bands: Maybe[RiskBands] = None
    """Where one band ends and the next begins."""


class FailUnder(Part):
    """The levels that are too low: `partnerkit score` fails below them."""

    level: Maybe[PointLevel] = None
    """The lowest level that every due point must reach: 2 for evidenced, by the five marking points."""
    points: dict[Code, PointLevel] = Field(default_factory=dict)
    """A level of its own for single points: `{P2: 2}`."""


class OwnCheck(Part):
    """A check in a rubric of one's own."""

    check: RuleName
    """The check, by its name, such as `signed-before-start`; `partnerkit score --list` names them."""
    essential: Maybe[bool] = None
    """Whether the point is only partly evidenced without it."""
    weight: Maybe[Amount] = None
    """How much it counts in the fraction that is met. Without it: 1."""


class OwnPoint(Part):
    """A point of a rubric of one's own."""

    id: Code
    """Its short name, such as `A1`."""
    title: Text
    """What it is about."""
    checks: Annotated[Many[OwnCheck], Field(min_length=1)]
    """What it asks."""


class OwnRubric(Part):
    """A rubric of one's own, made of the checks there are."""

    id: Slug
    """The rubric's name, for `partnerkit score --rubric`."""
    title: Text
    """What it is called."""
    summary: Maybe[Text] = None
    """What it is for."""
    levels: Annotated[Many[Text], Field(min_length=2, max_length=4)] = ()
    """The words of its levels, from nothing met up: some check met, all essential ones, all checks.

    Where no check of a point is marked as essential, all are; what is not due does not count. Without it: not
    evidenced, partly evidenced, evidenced.
    """
    points: Annotated[Many[OwnPoint], Field(min_length=1)]
    """Its points."""


class ScoreConfiguration(Part):
    """Which rubric scores the records, and what is too low."""

    rubric: Maybe[RuleName] = None
    """The rubric, by its name. Without it: `marking-points`."""
    fail_under: Maybe[FailUnder] = None
    """What is too low."""
    rubrics: Many[OwnRubric] = ()
    """Rubrics of one's own."""


class ReportConfiguration(Part):
    """Who the reports are for, and where they go."""

    confidentiality: Maybe[Audience] = None
    """Who will read them, unless `--audience` says so. What is more confidential than that is withheld or left out."""
    out: Maybe[File] = None
    """The folder they are written to, inside the workspace, such as `reports`."""
    templates: Maybe[File] = None
    """A folder of templates that take the place of the program's, inside the workspace.

    It counts only with `partnerkit report --trust-templates`.
    """


class Configuration(Part):
    """The file `partnerkit.yaml`. It marks the root of a workspace and has no `kind`."""

    format: FormatVersion
    """The version of the record format. This one is `1`."""
    title: Maybe[Text] = None
    """A title for the workspace, printed on its reports."""
    owner: Maybe[OrganisationRef] = None
    """The organisation that keeps the records."""
    include: Many[Text] = ()
    """Patterns of the files to read, such as `partnerships/**`. Without it: all YAML files of the workspace."""
    exclude: Many[Text] = ()
    """Patterns of files to leave out, such as `drafts/**`."""
    rules: Maybe[RulesConfiguration] = None
    """Which rules run, and how much their findings weigh."""
    risk_matrix: Maybe[RiskMatrix] = None
    """How risks are scored."""
    score: Maybe[ScoreConfiguration] = None
    """How records are scored, and what is too low."""
    report: Maybe[ReportConfiguration] = None
    """Who the reports are for, and where they go."""
