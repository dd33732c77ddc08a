"""All that a rule may import: what it is given, what it yields, and the words it is written in.

A rule is a module in the folder of its family, named after the rule with underscores. Its docstring is its page. It has

    CODE = "PKC01"                 # the family's letter and a number; never given to another rule
    SEVERITY = Severity.ERROR      # how much a finding weighs, unless the finding says otherwise
    STAGE = Stage.AGREE            # the stage from which its subject is due
    ABOUT = ("objectives",)        # optional: the sections it is about; where one does not apply, neither does the rule

    def check(subject: Subject) -> Iterator[Finding]: ...

`check` is called for each partnership that has reached the stage. A rule about organisations has `check_organisation`
instead, and one that compares records with one another `check_workspace`. It opens nothing, prints nothing and knows
no day but `subject.as_of`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.model.base import Part
from partnerkit.rules.findings import Finding, Fix, Limit, Replacement
from partnerkit.rules.stages import Stage
from partnerkit.rules.subject import EvidenceFile, OrganisationSubject, Subject, WorkspaceSubject
from partnerkit.rules.words import counted, day, days_after, listed, said

__all__ = [
    "EvidenceFile", "Finding", "Fix", "Iterator", "Limit", "OrganisationSubject", "Part", "Replacement", "Severity",
    "Stage", "Subject", "WorkspaceSubject", "counted", "date", "day", "days_after", "listed", "said",
]  # fmt: skip
