"""How much a finding weighs, as a style of text."""

from __future__ import annotations

from collections.abc import Mapping

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.diagnostics.text import Style

STYLES: Mapping[Severity, Style] = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
