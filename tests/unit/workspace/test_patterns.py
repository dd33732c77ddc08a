"""Patterns for files: what they match, and that no pattern takes long over any path."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from partnerkit.io.discovery import listing
from partnerkit.workspace.patterns import matcher

MATCHES: dict[str, tuple[str, str]] = {
    # pattern: paths it matches, paths it does not match
    "a.yaml": ("a.yaml", "b.yaml aayaml x/a.yaml a.yamlx"),
    "a": ("a a/b a/b/c", "ab b/a"),
    "a/": ("a a/b", "ab"),
    "/a": ("a a/b", "b/a"),
    "./a": ("a", "b/a"),
    "*": ("a a/b .a", ""),
    "*.yaml": ("a.yaml .yaml a.b.yaml a.yaml/b", "a.yml x/a.yaml"),
    "a*": ("a ab a/b ab/c", "ba"),
    "a*c": ("ac abc abbc", "ab a/c abcd"),
    "a*b*c": ("abc axbyc abbc aabbcc", "acb axc a/b/c"),
    "*a*b": ("ab aab xaxb aabb", "ba a/b aba"),
    "a?c": ("abc", "ac a/c abbc"),
    "a?": ("ab ab/c", "a abc a/b"),
    "**": ("a a/b a/b/c", ""),
    "**/a": ("a b/a b/c/a b/a/d", "ba b/ab"),
    "a/**": ("a/b a/b/c", "a b/a"),
    "a/**/b": ("a/b a/c/b a/c/d/b a/b/c", "ab a/cb b"),
    "**/a/**": ("a/b c/a/b c/d/a/b/e", "a c/a b/c"),
    "**/a/**/b": ("a/b c/a/d/b a/a/b x/a/b/b", "b a a/c"),
    "**/a*/b": ("a/b ax/b c/ax/b", "a/c/b b xa/b"),
    "a/*/c": ("a/b/c a/b/c/d", "a/c a/b/b/c"),
    "a**": ("a ab a/b", "ba"),
    "a**b": ("ab axb", "a/b"),
    "[a]": ("[a]", "a"),
    "a.b": ("a.b", "axb"),
    "(a|b)+$": ("(a|b)+$", "a"),
    "ä*": ("äö", "aö"),
}


@pytest.mark.parametrize(("pattern", "paths"), MATCHES.items())
def test_patterns_match_whole_paths(pattern: str, paths: tuple[str, str]) -> None:
    found = matcher([pattern])
    assert found is not None
    yes, no = (set(each.split()) for each in paths)
    assert {path for path in yes | no if found.match(path)} == yes


def test_no_patterns_make_nomatcher() -> None:
    assert matcher([]) is None


def test_names_may_hold_anything_a_file_system_allows() -> None:
    found = matcher(["a/**", "b?c", "*d"])
    assert found is not None
    for path in ("a/x\ny", "a/\udce9", "b\nc", "x\n\u2028d", "a/\n"):
        assert found.match(path), path


HOSTILE = [
    ("*a" * 60 + "b", "a" * 255),
    ("*" * 500 + "b", "a" * 255),
    ("?*" * 100 + "b", "a" * 255),
    ("**/a/" * 60 + "b", "a/" * 2_000 + "c"),
    ("**/*a*/" * 40 + "b", "aaa/" * 1_000 + "c"),
    ("**/" * 500 + "b", "a/" * 2_000 + "c"),
    ("a**" * 100 + "b", "a" * 255),
    ("**/?" * 1 + "/**/*a*a*a" * 20, "aaaaaa/" * 500 + "b"),
]


@pytest.mark.parametrize(("pattern", "path"), HOSTILE, ids=[pattern[:20] for pattern, _ in HOSTILE])
def test_no_pattern_takes_long(pattern: str, path: str) -> None:
    started = time.process_time()
    found = matcher([pattern])
    assert found is not None
    found.match(path)
    assert time.process_time() - started < 0.5


def plainly(pattern: list[str], path: list[str]) -> bool:
    """What a pattern means, said as simply as it can be: names by name, with every choice tried."""
    if not pattern:
        return True
    if pattern == ["**"]:
        return bool(path)
    if pattern[0] == "**":
        return plainly(pattern[1:], path) or (bool(path) and plainly(pattern, path[1:]))
    return bool(path) and named(pattern[0], path[0]) and plainly(pattern[1:], path[1:])


def named(pattern: str, name: str) -> bool:
    if not pattern:
        return not name
    if pattern[0] == "*":
        return named(pattern[1:], name) or (bool(name) and named(pattern, name[1:]))
    return bool(name) and pattern[0] in {"?", name[0]} and named(pattern[1:], name[1:])


names = st.text("ab", min_size=1, max_size=5)
pieces = st.text("ab*?", min_size=1, max_size=5) | st.just("**")


@given(st.lists(pieces, min_size=1, max_size=5), st.lists(names, min_size=1, max_size=6))
@settings(derandomize=True, database=None, deadline=None, max_examples=400)
def test_patterns_mean_what_they_plainly_mean(pattern: list[str], path: list[str]) -> None:
    found = matcher(["/".join(pattern)])
    assert found is not None
    assert bool(found.match("/".join(path))) == plainly(pattern, path)


def test_patterns_are_no_way_out_of_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").touch()
    (tmp_path / "root").mkdir()
    for pattern in ("../**", "../outside.yaml", str(tmp_path / "outside.yaml"), os.sep):
        assert listing(tmp_path / "root", [pattern]).files == ()
