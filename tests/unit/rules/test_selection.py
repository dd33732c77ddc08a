"""Which rules run, and what they weigh: by code, name, family or prefix, by profile, everywhere or in some files."""

from __future__ import annotations

import pytest

from partnerkit.diagnostics.diagnostic import Severity
from partnerkit.rules.catalogue import all_rules
from partnerkit.rules.selection import PathSettings, Selection, UnknownRuleError, chosen, named, profile_met
from unit.rules.made import rule

INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
RULES = (
    rule(code="PKA01", name="name-shared", family="identity", severity=ERROR),
    rule(code="PKA02", name="name-odd", family="identity", severity=WARNING),
    rule(code="PKA11", name="name-long", family="identity", severity=INFO),
    rule(code="PKB01", name="scan-missing", family="identify", severity=ERROR),
    rule(code="PKB02", name="identity", family="scans", severity=INFO),
)
ALL = {one.name for one in RULES}


@pytest.mark.parametrize(("names", "found"), [
    ((), set()),
    (("name-odd",), {"name-odd"}),
    (("PKA02",), {"name-odd"}),
    (("pka02",), {"name-odd"}),
    (("PKA0",), {"name-shared", "name-odd"}),
    (("PKA1",), {"name-long"}),
    (("PKA",), {"name-shared", "name-odd", "name-long"}),
    (("pkb",), {"scan-missing", "identity"}),
    (("identify",), {"scan-missing"}),
    (("identity",), {"name-shared", "name-odd", "name-long", "identity"}),
    (("PKB01", "name-odd", "PKB01"), {"scan-missing", "name-odd"}),
])  # fmt: skip
def test_a_name_means_a_rule_a_family_or_the_codes_that_begin_so(names: tuple[str, ...], found: set[str]) -> None:
    assert named(names, RULES) == found


@pytest.mark.parametrize(("name", "words"), [
    ("name-od", "There is no rule name-od. Did you mean name-odd?"),
    ("PKA03", "There is no rule PKA03. Did you mean PKA0"),
    ("PKC", "There is no rule PKC."),
    ("PK", "There is no rule PK."),
    ("P", "There is no rule P."),
    ("", "There is no rule ."),
    ("A01", "There is no rule A01."),
    ("zzzzzzzzz", "There is no rule zzzzzzzzz. `partnerkit rule` lists them."),
    ("Name-Odd", "There is no rule Name-Odd. Did you mean name-odd?"),
])  # fmt: skip
def test_a_name_that_means_nothing_is_an_error(name: str, words: str) -> None:
    with pytest.raises(UnknownRuleError) as error:
        named(["name-odd", name], RULES)
    assert str(error.value).startswith(words)


@pytest.mark.parametrize(("select", "ignore", "profile", "found"), [
    ((), (), "strict", ALL),
    ((), (), "standard", {"name-shared", "name-odd", "scan-missing"}),
    ((), (), "gentle", {"name-shared", "scan-missing"}),
    (("identity",), (), "strict", {"name-shared", "name-odd", "name-long", "identity"}),
    # What is asked for by name runs, however gentle the profile.
    (("PKA",), (), "gentle", {"name-shared", "name-odd", "name-long"}),
    (("name-long",), (), "gentle", {"name-long"}),
    ((), ("PKA",), "strict", {"scan-missing", "identity"}),
    (("PKA",), ("name-odd",), "strict", {"name-shared", "name-long"}),
    (("name-odd",), ("PKA",), "strict", set()),
    ((), ("PKA", "PKB"), "strict", set()),
])  # fmt: skip
def test_rules_are_chosen_less_those_ignored_as_far_as_the_profile_goes(
    select: tuple[str, ...], ignore: tuple[str, ...], profile: str, found: set[str]
) -> None:
    assert {one.name for one in chosen(RULES, select, ignore, profile)} == found


def test_rules_keep_their_order_whatever_the_order_of_the_names() -> None:
    picked = chosen(RULES, ("PKB01", "PKA02", "PKA01"), (), "strict")
    assert [one.code for one in picked] == ["PKA01", "PKA02", "PKB01"]


@pytest.mark.parametrize(("select", "ignore"), [(("no-such",), ()), ((), ("no-such",))])
def test_an_unknown_name_is_an_error_wherever_it_stands(select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
    with pytest.raises(UnknownRuleError):
        chosen(RULES, select, ignore, "strict")


# ---------------------------------------------------------------------- weights

SELECTION = Selection(
    RULES,
    {"name-odd": ERROR, "name-long": WARNING},
    (
        PathSettings(("partnerships/pilot-*",), frozenset({"scan-missing"}), {"name-odd": INFO}),
        PathSettings(("partnerships/pilot-b",), frozenset({"name-shared"}), {"name-odd": WARNING}),
    ),
)


@pytest.mark.parametrize(("name", "file", "weight"), [
    ("name-odd", "organisations/a.yaml", ERROR),
    ("name-odd", "partnerships/pilot-a/partnership.yaml", INFO),
    ("name-odd", "partnerships/pilot-b/partnership.yaml", WARNING),
    ("name-long", "partnerships/pilot-a/partnership.yaml", WARNING),
    ("scan-missing", "partnerships/pilot-a/partnership.yaml", None),
])  # fmt: skip
def test_the_later_setting_for_a_file_wins(name: str, file: str, weight: Severity | None) -> None:
    assert SELECTION.weight(name, file) == weight


@pytest.mark.parametrize(("name", "file", "is_ignored"), [
    ("scan-missing", "partnerships/pilot-a/partnership.yaml", True),
    ("scan-missing", "partnerships/pilot-b/partnership.yaml", True),
    ("name-shared", "partnerships/pilot-a/partnership.yaml", False),
    ("name-shared", "partnerships/pilot-b/risks.yaml", True),
    ("scan-missing", "partnerships/other/partnership.yaml", False),
])  # fmt: skip
def test_what_is_ignored_in_some_files_counts_in_the_others(name: str, file: str, is_ignored: bool) -> None:
    assert SELECTION.ignores(name, file) is is_ignored


def test_without_settings_nothing_is_weighed_or_ignored() -> None:
    plain = Selection(RULES)
    assert (plain.weight("name-odd", "a.yaml"), plain.ignores("name-odd", "a.yaml")) == (None, False)


# ---------------------------------------------------------------------- profiles


@pytest.mark.parametrize(("found", "profile", "met"), [
    ((), "strict", "strict"),
    ((), "standard", "standard"),
    ((), "gentle", "gentle"),
    ((INFO,), "strict", "standard"),
    ((INFO, WARNING), "strict", "gentle"),
    ((INFO, WARNING, ERROR), "strict", ""),
    ((INFO,), "standard", "standard"),
    ((WARNING,), "gentle", "gentle"),
    ((ERROR,), "gentle", ""),
])  # fmt: skip
def test_the_strictest_profile_is_met_of_whose_rules_nothing_was_found(
    found: tuple[Severity, ...], profile: str, met: str
) -> None:
    assert profile_met(found, profile) == met


def test_every_family_and_every_letter_means_some_of_the_real_rules() -> None:
    for real in all_rules():
        for name in (real.family, real.code[:3], real.code, real.name):
            assert real.name in named([name], all_rules())
