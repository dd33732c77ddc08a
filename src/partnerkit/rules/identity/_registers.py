"""Codes of registers, as data: those for the United Kingdom, for Ireland and for the whole world.

Source: org-id.guide (github.com/org-id/register), licensed under the Open Database Licence (ODbL) 1.0; an extract of
codes only, without its lists for testing, taken in 2026. GB-GOR and XI-GRID are no longer kept up, but still stand in
older records.
"""

REGISTERS = frozenset(
    {
        "GB-CASC", "GB-CCSCUST", "GB-CHC", "GB-COA", "GB-COE", "GB-COH", "GB-CR", "GB-EDU", "GB-GOR", "GB-GOV",
        "GB-GOVUK", "GB-HESA", "GB-IRN", "GB-LAE", "GB-LANI", "GB-LAS", "GB-MPR", "GB-NHS", "GB-NIC", "GB-PLA",
        "GB-PPG", "GB-REV", "GB-SC", "GB-SCOTEDU", "GB-SHPE", "GB-SRS", "GB-UKPRN", "GB-WALEDU",
        "IE-CHY", "IE-COA", "IE-CR", "IE-CRO",
        "XI-BRIDGE", "XI-DUNS", "XI-EORI", "XI-GRID", "XI-IATI", "XI-LEI", "XI-PB", "XI-PID", "XI-ROR", "XI-WIKIDATA",
    }
)  # fmt: skip

COVERED = ("GB", "IE", "XI")
"""The prefixes for which the list above is complete, as far as we know."""
