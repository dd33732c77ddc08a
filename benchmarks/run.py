"""Measures partnerkit as whole processes, side by side with its peers, and prints the figures as Markdown.

    python benchmarks/run.py [--sizes 100,1000,10000] > figures.md

Progress goes to standard error. See benchmarks/README.md for what each row means.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.story import TODAY
from measuring.machine import facts, program_state
from measuring.rows import Measurement, Row, measure
from measuring.tables import figures_table, machine_table, targets_table
from measuring.targets import verdicts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HERE = Path(__file__).resolve().parent
PROGRAMS = Path(sys.executable).parent
PARTNERKIT = str(PROGRAMS / "partnerkit")
PEERS_AT = 1000
LARGE = 10_000


@dataclass(frozen=True, slots=True)
class Corpus:
    """A generated workspace: where it lies and how large it is."""

    root: Path
    partnerships: int
    files: int
    size: int


@dataclass(frozen=True, slots=True)
class Bench:
    """What the command line asks for, and the folder for caches and the schema."""

    options: argparse.Namespace
    scratch: Path

    def environment(self, cache: str) -> dict[str, str]:
        """The environment of a run: this one without what bends Python or partnerkit, and a cache folder of its own."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PARTNERKIT"))}
        return kept | {"PARTNERKIT_CACHE_DIR": str(self.scratch / cache)}

    def rounds(self, size: int) -> int:
        """How often the rows of a corpus are timed."""
        return int(self.options.large_rounds if size >= LARGE else self.options.rounds)

    def corpus(self, size: int, *extra: str) -> Corpus:
        """The corpus of this size, made anew: the same seed gives the same bytes."""
        root: Path = self.options.corpora / f"{size}-seed-{self.options.seed}"
        numbers = ("--partnerships", str(size), "--seed", str(self.options.seed))
        subprocess.run((sys.executable, str(HERE / "corpus.py"), str(root), *numbers, *extra), check=True, stdout=2)
        files = list(root.rglob("*.yaml"))
        return Corpus(root, size, len(files), sum(file.stat().st_size for file in files))


def main() -> int:
    """Measures what the command line asks for; 1 if a command failed, or the program was changed meanwhile."""
    options = _options()
    before = program_state()
    results: dict[str, Mapping[str, Measurement]] = {}
    with tempfile.TemporaryDirectory(prefix="partnerkit-bench-") as scratch:
        bench = Bench(options, Path(scratch))
        results["start"] = measure(start_rows(bench))
        sections = [("## Start-up", figures_table(results["start"], "bare", "bare interpreter"))]
        for size in options.sizes:
            corpus = bench.corpus(size)
            results[str(size)] = measure(corpus_rows(bench, corpus))
            title = f"## {size:,} partnerships: {corpus.files:,} files, {corpus.size / 1e6:.1f} MB"
            sections.append((title, figures_table(results[str(size)], "loop", "CSafeLoader loop")))
    sections = [("## Targets", targets_table(verdicts(results))), ("## Machine", machine_table(facts())), *sections]
    print("\n".join(f"{title}\n\n{table}" for title, table in sections), end="")
    if program_state() != before:
        # Its caches go by its own files: whoever edits them during a run makes warm rows cold.
        print("\n**Void: the program was changed while it was measured.**")
        return 1
    return int(any(each.failure for group in results.values() for each in group.values()))


def start_rows(bench: Bench) -> list[Row]:
    """What a start costs: the interpreter alone, `--version`, and one record in a small workspace."""
    root = str(bench.corpus(1, "--organisations", "2").root)
    validate = (PARTNERKIT, "-C", root, "validate")
    rounds = bench.options.start_rounds
    cold, warm = bench.environment("one-cold"), bench.environment("one-warm")
    empty = partial(emptied, Path(cold["PARTNERKIT_CACHE_DIR"]))
    return [
        Row("bare", "bare interpreter, `python -c pass`", (sys.executable, "-c", "pass"), rounds, warm),
        Row("version", "`partnerkit --version`", (PARTNERKIT, "--version"), rounds, warm),
        Row("one-cold", "one record, cold", validate, rounds, cold, before=empty),
        Row("one-warm", "one record, warm", validate, rounds, warm, primed=True),
    ]


def corpus_rows(bench: Bench, corpus: Corpus) -> list[Row]:
    """The yardstick and `validate` in its four states; the peers too where the corpus is theirs."""
    root, size = str(corpus.root), corpus.partnerships
    validate, rounds = (PARTNERKIT, "-C", root, "validate"), bench.rounds(size)
    cold, warm, changed = (bench.environment(f"{size}-{state}") for state in ("cold", "warm", "changed"))
    lint = (PARTNERKIT, "-C", root, "lint", "--format", "concise", "--as-of", TODAY.isoformat())
    score = (PARTNERKIT, "-C", root, "score", "--as-of", TODAY.isoformat())
    loop = (sys.executable, str(HERE / "loader_loop.py"), root)
    empty = partial(emptied, Path(cold["PARTNERKIT_CACHE_DIR"]))
    change, restore = edits(next(iter(sorted((corpus.root / "partnerships").glob("*.yaml")))))
    rows = [
        Row("loop", "CSafeLoader loop", loop, rounds, warm),
        Row("cold", "`validate`, cold", validate, rounds, cold, before=empty),
        Row("no-cache", "`validate --no-cache`", (*validate, "--no-cache"), rounds, warm),
        Row("warm", "`validate`, warm", validate, rounds, warm, primed=True),
        Row("changed", "`validate`, one file changed", validate, rounds, changed, change, restore, primed=True),
        Row("lint-cold", "`lint`, cold", lint, rounds, cold, before=empty, finds=True),
        Row("lint-warm", "`lint`, warm", lint, rounds, warm, primed=True, finds=True),
        Row("score-cold", "`score`, cold", score, rounds, cold, before=empty),
        Row("score-warm", "`score`, warm", score, rounds, warm, primed=True),
    ]
    if size == PEERS_AT:
        rows += revision_rows(bench, corpus) + site_rows(bench, corpus)
    return rows + (peer_rows(bench, corpus) if size == PEERS_AT and bench.options.slow_rounds else [])


def revision_rows(bench: Bench, corpus: Corpus) -> list[Row]:
    """What has changed since a commit, in a copy of the corpus in a repository: one partnership has a comment more."""
    root = bench.scratch / "repository"
    shutil.copytree(corpus.root, root)
    identity = ("-c", "user.name=Benchmark", "-c", "user.email=benchmark@example.org", "-c", "commit.gpgSign=false")
    for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--no-verify", "-m", "corpus")):
        subprocess.run(("git", *identity, *arguments), cwd=root, check=True, stdout=2)
    change, _ = edits(next(iter(sorted((root / "partnerships").glob("*.yaml")))))
    change()
    as_of = ("--as-of", TODAY.isoformat())
    diff = (PARTNERKIT, "-C", str(root), "diff", *as_of)
    lint = (PARTNERKIT, "-C", str(root), "lint", "--changed-since", "HEAD", "--format", "concise", *as_of)
    base = ("--against", "HEAD", "--config-from", "HEAD", "--host", "none", "--format", "concise")
    check = (PARTNERKIT, "-C", str(root), "check", *base, *as_of)
    renewals = (PARTNERKIT, "-C", str(root), "renewals", *as_of)
    cold, warm = bench.environment("revision-cold"), bench.environment("revision-warm")
    empty = partial(emptied, Path(cold["PARTNERKIT_CACHE_DIR"]))
    rounds = bench.rounds(corpus.partnerships)
    return [
        Row("diff-cold", "`diff`, cold", diff, rounds, cold, before=empty),
        Row("diff-warm", "`diff`, warm", diff, rounds, warm, primed=True),
        Row("since-cold", "`lint --changed-since`, cold", lint, rounds, cold, before=empty, finds=True),
        Row("since-warm", "`lint --changed-since`, warm", lint, rounds, warm, primed=True, finds=True),
        Row("check-cold", "`check --against`, cold", check, rounds, cold, before=empty, finds=True),
        Row("check-warm", "`check --against`, warm", check, rounds, warm, primed=True, finds=True),
        Row("renewals-warm", "`renewals`, warm", renewals, rounds, warm, primed=True),
    ]


def site_rows(bench: Bench, corpus: Corpus) -> list[Row]:
    """All pages of all partnerships as a site: written anew, with one partnership changed, and with nothing changed.

    Each takes a minute or more, and is timed once.
    """
    folder, kept = bench.scratch / "site-cold-pages", bench.scratch / "site-pages"
    report = (PARTNERKIT, "-C", str(corpus.root), "report", "--all", "--as-of", TODAY.isoformat(), "--out")
    cold, warm = bench.environment("site-cold"), bench.environment("site-warm")
    change, restore = edits(sorted((corpus.root / "partnerships").glob("*.yaml"))[1])

    def empty() -> None:
        emptied(Path(cold["PARTNERKIT_CACHE_DIR"]))
        emptied(folder)

    return [
        Row("site-cold", "`report --all`, cold", (*report, str(folder)), 1, cold, empty, sampled=False),
        Row("site-warm", "`report --all`, nothing changed", (*report, str(kept)), 1, warm, primed=True, sampled=False),
        Row(
            "site-changed", "`report --all`, one record changed", (*report, str(kept)), 1, warm, change, restore,
            primed=True, sampled=False,
        ),
    ]  # fmt: skip


def peer_rows(bench: Bench, corpus: Corpus) -> list[Row]:
    """The peers: yamllint on all files, check-jsonschema with our schema on the partnerships that are one file."""
    rounds, plain = bench.options.slow_rounds, bench.environment("none")
    schema = bench.scratch / "partnership.schema.json"
    with schema.open("wb") as file:
        subprocess.run((PARTNERKIT, "schema", "partnership"), check=False, stdout=file, env=plain)
    files = sorted((corpus.root / "partnerships").glob("*.yaml"))
    covered = sum(file.stat().st_size for file in files)
    lint = (str(PROGRAMS / "yamllint"), "-d", "relaxed", str(corpus.root))
    check = (str(PROGRAMS / "check-jsonschema"), "--schemafile", str(schema), *map(str, files))
    title = f"check-jsonschema on {len(files)} files, {covered / 1e6:.1f} MB; scaled to all bytes"
    share = covered / corpus.size
    return [
        Row("yamllint", "yamllint, relaxed", lint, rounds, plain, sampled=False),
        Row("check-jsonschema", title, check, rounds, plain, sampled=False, share=share),
    ]


def emptied(folder: Path) -> None:
    """Leaves a folder that is there and holds nothing."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def edits(file: Path) -> tuple[Callable[[], None], Callable[[], None]]:
    """Two functions: one appends a comment to a file, another one each time; the other puts bytes and times back."""
    original, times = file.read_bytes(), file.stat()
    turns = iter(range(1_000_000))

    def change() -> None:
        file.write_bytes(original + f"# change {next(turns)}\n".encode())

    def restore() -> None:
        file.write_bytes(original)
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    return change, restore


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=_sizes, default=[100, PEERS_AT, LARGE], help="numbers of partnerships")
    parser.add_argument("--rounds", type=int, default=5, help="timed rounds of each corpus")
    parser.add_argument("--large-rounds", type=int, default=3, help=f"timed rounds from {LARGE:,} partnerships on")
    parser.add_argument("--start-rounds", type=int, default=15, help="timed rounds of the start-up rows")
    parser.add_argument("--slow-rounds", type=int, default=3, help="timed rounds of the slow peers; 0 leaves them out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpora", type=Path, default=HERE / "corpus", help="where to make the corpora")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    sys.exit(main())
