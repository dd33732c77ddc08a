"""Hostile input from end to end: each is refused by name and place, at once, and everything else is still checked."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import hostile
from console import COMMAND, Console
from hostile import Hostile
from partnerkit.app.validate import validate
from partnerkit.diagnostics.text import plain
from partnerkit.units import unit
from scratch import GOOD, settings, snapshot, workspace

FORMATS = ("full", "concise", "json")
OTHERS = {"good.yaml": GOOD, "faulty.yaml": "kind: organisation\nid: faulty\nname: 12\n"}
"""What lies beside the hostile file: a record without a fault, and one with its own."""

LIMIT = 1.0
"""So many seconds may it take until a hostile input has been refused."""

MANY = 10
"""Of more diagnostics than this only the first are expected."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = workspace(tmp_path / "workspace", OTHERS)
    monkeypatch.chdir(root)
    return root


def said(root: Path, format_: str) -> tuple[int, str]:
    """The exit code and the output of a check, which must change nothing and say nothing harmful."""
    before = snapshot(root)
    answer = validate((), unit("partnerkit.emit", format_).emit, settings(root), "0.00 s", lambda _done, _all: None)
    output = plain(answer.pieces)
    assert snapshot(root) == before
    assert_harmless(output)
    return answer.code, output


def assert_harmless(output: str) -> None:
    """That a terminal shows all of it, and that no CI system takes a line of it for a command."""
    assert {one for one in set(output) if unicodedata.category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} <= {"\n"}
    assert "##[" not in output
    assert "##vso[" not in output
    for line in output.split("\n"):
        # `::: ` marks a second place; GitHub takes `::name` for a command, whatever spaces are before it.
        assert not re.match(r"\s*::(?!: )", line), line
    output.encode()


def found(output: str) -> dict[str, list[str]]:
    """What a check said of each file, in order, from its output as JSON."""
    files: dict[str, list[str]] = {}
    for one in json.loads(output)["diagnostics"]:
        place = f" {one['start']['line']}:{one['start']['column']}" if one["start"] else ""
        files.setdefault(one["file"], []).append(one["name"] + place)
    return files


def checked(root: Path) -> dict[str, list[str]]:
    """What a check says of each file, once it has been made sure that the files beside it are checked as ever."""
    started = time.process_time()
    code, output = said(root, "json")
    assert time.process_time() - started < LIMIT * 2
    assert code == 1
    assert json.loads(output)["summary"]["records"]["organisation"] >= 1
    files = found(output)
    assert files.pop("faulty.yaml") == ["unquoted-text 3:7"]
    assert "good.yaml" not in files
    return files


# ---------------------------------------------------------------------- records


@pytest.mark.parametrize("case", hostile.RECORDS.values(), ids=hostile.RECORDS)
def test_a_hostile_record_is_refused_with_its_place_and_hides_no_other(root: Path, case: Hostile) -> None:
    (root / "bad.yaml").write_bytes(case.raw)
    files = checked(root)
    assert set(files) == {"bad.yaml"}
    if len(files["bad.yaml"]) > MANY:
        assert set(case.expected) <= set(files["bad.yaml"])
    else:
        assert tuple(files["bad.yaml"]) == case.expected


@pytest.mark.parametrize("case", hostile.RECORDS.values(), ids=hostile.RECORDS)
def test_what_is_printed_of_a_hostile_record_is_short_and_harmless(root: Path, case: Hostile) -> None:
    (root / "bad.yaml").write_bytes(case.raw)
    for format_ in ("full", "concise"):
        started = time.process_time()
        code, output = said(root, format_)
        assert code == 1
        assert len(output) < 1_000_000
        # In full, 1,000 are shown; the rest are counted.
        assert "faulty.yaml:3:7" in output or "more. Mend these first" in output
        assert time.process_time() - started < LIMIT * 2


@pytest.mark.parametrize("id_", hostile.IDS.values(), ids=hostile.IDS)
def test_what_is_no_id_is_refused(root: Path, id_: str) -> None:
    (root / "bad.yaml").write_text(f"kind: organisation\nid: {id_}\nname: A\n", encoding="utf-8")
    assert checked(root)["bad.yaml"][0] in {"bad-id 2:5", "empty-value 2:5"}


@pytest.mark.parametrize("id_", hostile.DEVICES)
def test_the_name_of_a_device_is_no_id(root: Path, id_: str) -> None:
    (root / "bad.yaml").write_text(f"kind: organisation\nid: {id_}\nname: A\n")
    assert checked(root) == {"bad.yaml": ["reserved-id 2:5"]}


@pytest.mark.parametrize("place", hostile.PLACES.values(), ids=hostile.PLACES)
def test_a_hostile_text_is_shown_harmless_wherever_it_stands(root: Path, place: str) -> None:
    for number, text in enumerate(hostile.TEXTS):
        quoted = json.dumps(text, ensure_ascii=False)
        content = place.replace("TEXT", quoted).replace("BARE", quoted[1:-1])
        (root / f"bad-{number}.yaml").write_text(content, encoding="utf-8")
    for format_ in FORMATS:
        code, output = said(root, format_)
        assert code == 1
        assert len(output) < 300_000
        for number in range(len(hostile.TEXTS)):
            assert f"bad-{number}.yaml" in output


@pytest.mark.parametrize("case", hostile.CONFIGURATIONS.values(), ids=hostile.CONFIGURATIONS)
def test_a_hostile_configuration_is_refused_and_the_rest_is_still_checked(root: Path, case: Hostile) -> None:
    (root / "partnerkit.yaml").write_bytes(case.raw)
    for format_ in FORMATS:
        code, output = said(root, format_)
        assert code == 2
    files = found(output)
    assert tuple(files["partnerkit.yaml"]) == case.expected
    assert files["faulty.yaml"] == ["unquoted-text 3:7"]


def test_a_configuration_with_hostile_patterns_takes_no_time(root: Path) -> None:
    patterns = json.dumps(["*a" * 60 + "b", "**/a/" * 60 + "b", "(a+)+$", "?*" * 100])
    (root / "partnerkit.yaml").write_text(f"format: 1\nexclude: {patterns}\n")
    workspace(root, {("a/" * 60) + "a" * 200 + ".yaml": GOOD.replace("halden-precision", "other")})
    assert checked(root) == {}


# ---------------------------------------------------------------------- names and the file system


def write_at(root: Path, name: bytes, content: bytes = b"kind: organisation\nid: named\nname: 12\n") -> None:
    with open(os.path.join(os.fsencode(root), name), "wb") as file:  # noqa: PTH118, PTH123 - the name may be no text
        file.write(content)


def shown(name: bytes) -> str:
    """A name as it is to be shown: in one line, with escapes for all that is not seen."""
    known = {"\n": "\\n", "\t": "\\t"}
    letters = []
    for one in name.decode("utf-8", "surrogateescape"):
        code = ord(one)
        hidden = unicodedata.category(one) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        byte = code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code
        letters.append(known.get(one) or (one if not hidden else f"\\x{byte:02x}" if byte < 256 else f"\\u{code:04x}"))
    text = "".join(letters).replace("##[", "##\\x5b").replace("##vso[", "##vso\\x5b")
    return f"./{text}" if text[:1] in {":", "#", "-"} else text


@pytest.mark.parametrize("name", hostile.NAMES.values(), ids=hostile.NAMES)
def test_a_file_of_any_name_is_checked_and_shown_harmless(root: Path, name: bytes) -> None:
    write_at(root, name)
    assert checked(root) == {shown(name): ["unquoted-text 3:7"]}
    for format_ in ("full", "concise"):
        _, output = said(root, format_)
        assert f"{shown(name)}:3:7" in output


@pytest.mark.parametrize("name", hostile.NAMES.values(), ids=hostile.NAMES)
def test_a_folder_of_any_name_is_checked_and_shown_harmless(
    root: Path, monkeypatch: pytest.MonkeyPatch, name: bytes
) -> None:
    folder = os.path.join(os.fsencode(root), name.removesuffix(b".yaml") + b".d")  # noqa: PTH118
    os.mkdir(folder)  # noqa: PTH102
    write_at(Path(os.fsdecode(folder)), b"x.yaml")
    for format_ in FORMATS:
        code, output = said(root, format_)
        assert (code, "x.yaml" in output) == (1, True)
    # And as a workspace of its own, empty or not, seen from outside.
    monkeypatch.chdir(root.parent)
    for record in (True, False):
        inner = workspace(root.parent / os.fsdecode(name), {"good.yaml": GOOD} if record else {})
        for format_ in FORMATS:
            assert said(inner, format_)[0] == (0 if record else 3)
        (inner / "good.yaml").unlink(missing_ok=True)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)


NOT_PLAIN: dict[str, tuple[Callable[[Path], object], str]] = {
    "F1 a pipe": (os.mkfifo, "not-a-plain-file"),
    "F1 a link to a device": (lambda path: path.symlink_to("/dev/zero"), "not-a-plain-file"),
    "F1 a folder": (lambda path: path.mkdir(), "not-a-plain-file"),
    "F1 a socket": (_socket, "not-a-plain-file"),
    "F2 a link out": (lambda path: path.symlink_to("/etc/passwd"), "not-a-plain-file"),
    "F2 a link to a neighbour": (lambda path: path.symlink_to("good.yaml"), "not-a-plain-file"),
    "F2 a link to itself": (lambda path: path.symlink_to("bad.yaml"), "not-a-plain-file"),
    "F2 a dangling link": (lambda path: path.symlink_to("nowhere"), "not-a-plain-file"),
    "F6 three gibibytes of nothing": (_sparse, "too-large"),
}


@pytest.mark.parametrize(("make", "expected"), NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_what_is_no_plain_file_is_refused_unread(root: Path, make: Callable[[Path], object], expected: str) -> None:
    make(root / "bad.yaml")
    code, output = 0, ""
    for format_ in ("full", "concise", "json"):
        answer = validate((), unit("partnerkit.emit", format_).emit, settings(root), "", lambda _done, _all: None)
        code, output = answer.code, plain(answer.pieces)
        assert_harmless(output)
        assert "root:" not in output
    assert code == 1
    assert found(output) == {"bad.yaml": [expected], "faulty.yaml": ["unquoted-text 3:7"]}


def test_links_and_workspaces_within_are_named_and_not_entered(root: Path) -> None:
    workspace(root / "inner", {"bad.yaml": "kind: x\n"})
    (root / "out").symlink_to("/etc")
    (root / "loop").symlink_to(".")
    assert checked(root) == {"inner": ["nested-workspace"], "loop": ["linked-folder"], "out": ["linked-folder"]}


@pytest.mark.parametrize(
    ("first", "second"), [("Acme", "acme"), ("caf\u00e9", "cafe\u0301"), ("STRASSE", "stra\u00dfe")]
)
def test_names_that_are_the_same_elsewhere_are_both_named(root: Path, first: str, second: str) -> None:
    for number, name in enumerate((first, second)):
        write_at(root, f"{name}.yaml".encode(), b"kind: programme\nid: p%d\ntitle: T\n" % number)
    code, output = said(root, "json")
    assert code == 1
    [one] = [one for one in json.loads(output)["diagnostics"] if one["name"] == "names-collide"]
    assert {one["file"], one["related"][0]["file"]} == {f"{first}.yaml", f"{second}.yaml"}


def test_a_file_that_disappears_while_it_is_read_is_reported(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "bad.yaml").write_bytes(b"kind: x\n")
    opened = os.open

    def vanish(path: Any, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith("bad.yaml"):
            (root / "bad.yaml").unlink(missing_ok=True)
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", vanish)
    answer = validate((), unit("partnerkit.emit", "json").emit, settings(root), "", lambda _done, _all: None)
    assert found(plain(answer.pieces))["bad.yaml"] == ["unreadable-file"]


def test_a_file_that_changes_between_two_looks_gets_no_wrong_place(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Ids that are taken twice are found after all files have been read; where they stand is looked up then.
    (root / "bad.yaml").write_text("kind: organisation\nid: halden-precision\nname: A\n")
    opened, times = os.open, 0

    def change(path: Any, flags: int, mode: int = 0o777) -> int:
        nonlocal times
        if str(path).endswith("good.yaml"):
            times += 1
            if times == 2:
                (root / "good.yaml").write_text("#\n#\n#\n")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", change)
    answer = validate((), unit("partnerkit.emit", "json").emit, settings(root), "", lambda _done, _all: None)
    files = found(plain(answer.pieces))
    assert [name for name in (*files.get("bad.yaml", []), *files.get("good.yaml", [])) if "duplicate-id" in name]
    assert times >= 2
    assert files.get("good.yaml", ["duplicate-id"]) == ["duplicate-id"]


def test_no_order_of_files_on_the_disk_changes_what_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, case in enumerate(list(hostile.RECORDS.values())[:20]):
        (root / f"bad-{number}.yaml").write_bytes(case.raw)
    first = said(root, "full")
    scan = os.scandir

    class Backwards:
        def __init__(self, path: str) -> None:
            with scan(path) as entries:
                self.entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> list[os.DirEntry[str]]:
            return self.entries

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(os, "scandir", Backwards)
    answer = validate((), unit("partnerkit.emit", "full").emit, settings(root), "0.00 s", lambda _done, _all: None)
    assert (answer.code, plain(answer.pieces)) == first


# ---------------------------------------------------------------------- many files


@pytest.fixture
def crowd(root: Path) -> Path:
    """A workspace that is worth more than one process, with everything hostile in it."""
    for number in range(320):
        (root / f"other-{number}.yaml").write_text(f"kind: organisation\nid: other-{number}\nname: Other\n")
    for number, case in enumerate(hostile.RECORDS.values()):
        if len(case.raw) < 100_000:
            (root / f"bad-{number}.yaml").write_bytes(case.raw)
    return root


def with_cores(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(count)), raising=False)


@pytest.mark.parametrize("format_", ["full", "json"])
def test_neither_processes_nor_the_cache_change_what_is_said(
    crowd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    monkeypatch.setenv("PARTNERKIT_CACHE_DIR", str(tmp_path / "kept"))
    with_cores(monkeypatch, 1)
    alone = said(crowd, format_)
    with_cores(monkeypatch, 3)
    assert said(crowd, format_) == alone
    for _cold_then_warm in range(2):
        emit = unit("partnerkit.emit", format_).emit
        answer = validate((), emit, settings(crowd, cache=True), "0.00 s", lambda _done, _all: None)
        assert (answer.code, plain(answer.pieces)) == alone


def test_f11_a_process_that_dies_over_a_file_is_reported_and_all_others_are_checked(
    crowd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_cores(monkeypatch, 2)
    (crowd / "deadly.yaml").write_text(GOOD)
    opened, parent = os.open, os.getpid()

    def die(path: Any, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith("deadly.yaml") and os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return opened(path, flags, mode)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", die)
        code, output = said(crowd, "json")
    assert code == 2
    files = found(output)
    assert files.pop("deadly.yaml") == ["reading-failed"]
    (crowd / "deadly.yaml").unlink()
    assert files == found(said(crowd, "json")[1])


# ---------------------------------------------------------------------- the process

STRANGE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
NAMED = {"good.yaml": GOOD.replace("Halden", "Żółć 株式会社"), "ö.yaml": "kind: organisation\nid: Öl\nname: ż\n"}


@pytest.fixture
def console(root: Path, tmp_path: Path) -> Console:
    return Console(tmp_path, root)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with every hostile record and name at once."""
    root = workspace(tmp_path_factory.mktemp("catalogue"), OTHERS)
    for number, case in enumerate(hostile.RECORDS.values()):
        (root / f"bad-{number}.yaml").write_bytes(case.raw)
    for name in hostile.NAMES.values():
        write_at(root, name)
    os.mkfifo(root / "pipe.yaml")
    return root


@pytest.mark.parametrize("format_", FORMATS)
def test_the_whole_catalogue_at_once_takes_seconds_and_little_memory(
    catalogue: Path, tmp_path: Path, format_: str
) -> None:
    before = _usage()
    done = subprocess.run(
        [COMMAND, "validate", "--format", format_],
        cwd=catalogue,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C"},
        capture_output=True,
        check=False,
        preexec_fn=_little_memory,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert _usage() - before < 10
    output = done.stdout.decode()
    assert_harmless(output)
    # The 1,000 findings that are printed in full may not reach the last file; the other formats print all.
    assert format_ == "full" or "faulty.yaml" in output


def _usage() -> float:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def _little_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (512 * 1024**2, 512 * 1024**2))


def test_brackets_do_not_crash_the_program(console: Console, root: Path) -> None:
    for name in ("Y1 brackets", "Y1 hyphens", "Y1 braces", "Y1 question marks", "Y1 anchored brackets"):
        (root / f"{name}.yaml").write_bytes(hostile.RECORDS[name].raw)
    done = console.run("validate", "--format", "concise")
    assert (done.code, done.errors) == (1, "")
    assert done.output.count("too-large") == 5


@pytest.mark.parametrize("environment", [STRANGE, {"TERM": "dumb", "COLUMNS": "40"}, {"PYTHONIOENCODING": "utf-16"}])
def test_names_of_any_script_arrive_whatever_the_locale(
    console: Console, root: Path, environment: dict[str, str]
) -> None:
    workspace(root, NAMED)
    for format_ in FORMATS:
        done = console.run("validate", "--format", format_, environment=environment)
        assert (done.code, done.errors) == (1, "")
        # Where Python is told to take names of files for ASCII, their other bytes are shown one by one.
        assert ("\\xc3\\xb6.yaml" if environment is STRANGE else "ö.yaml") in done.output.replace("\\\\", "\\")
        again = console.run("validate", "--format", format_, environment=environment)
        assert re.sub("[0-9.]+ s", "", again.output) == re.sub("[0-9.]+ s", "", done.output)


def shell(root: Path, home: Path, line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A line for a real shell, in which `$P` is the program."""
    variables = {"PATH": os.environ["PATH"], "HOME": str(home), "P": str(COMMAND), "LC_ALL": "C", **environment}
    return subprocess.run(["bash", "-c", line], cwd=root, env=variables, capture_output=True, check=False)


needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


@pytest.fixture
def long(root: Path) -> Path:
    """A workspace about which there is more to say than a pipe holds."""
    for number in range(400):
        (root / f"bad-{number}.yaml").write_text("a: @x\n")
    return root


@needs_bash
@pytest.mark.parametrize("options", ["", "--format concise", "--format json", "--no-cache"])
def test_a_reader_that_goes_early_ends_nothing_but_the_output(long: Path, tmp_path: Path, options: str) -> None:
    line = f"$P validate {options} | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    for _ in range(2):
        done = shell(long, tmp_path, line)
        assert (done.stdout, done.stderr) == (b"1\n", b"")


@needs_bash
@pytest.mark.parametrize(
    "line",
    ["$P validate >&-", "$P validate --no-cache >&-", "$P validate 2>&-", "$P validate >&- 2>&- <&-", "$P --help >&-"],
)
def test_without_an_output_the_job_counts_as_not_done(root: Path, tmp_path: Path, line: str) -> None:
    for _ in range(2):
        done = shell(root, tmp_path, line)
        assert (done.returncode, b"Traceback" in done.stderr) == (2, False)


@needs_bash
def test_without_an_input_all_is_as_ever(root: Path, tmp_path: Path) -> None:
    assert shell(root, tmp_path, "$P validate <&-").returncode == 1


@needs_bash
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "line", ["$P validate >/dev/full", "$P validate --format json >/dev/full", "$P --version >/dev/full"]
)
def test_a_full_disk_is_said_and_the_job_counts_as_not_done(root: Path, tmp_path: Path, line: str) -> None:
    shell(root, tmp_path, "$P validate; $P validate --format json")
    for options in ("", " --no-cache" if "validate" in line else ""):
        done = shell(root, tmp_path, line + options)
        assert (done.returncode, done.stderr) == (2, b"error: No space left on device\n")


@needs_bash
def test_a_folder_that_is_gone_is_said(root: Path, tmp_path: Path) -> None:
    for options in ("", "--no-cache", "-C x", f"-C {root}"):
        done = shell(root, tmp_path, f"mkdir -p gone && cd gone && rmdir ../gone && $P validate {options}")
        assert done.returncode in {1, 2}
        assert b"Traceback" not in done.stderr
        assert done.returncode == 1 or done.stderr == b"error: the current folder does not exist any more\n"


@needs_bash
@pytest.mark.parametrize("home", ["/nowhere", "", "relative", "/dev/null", "/proc"])
def test_without_a_home_all_is_as_ever(root: Path, home: str) -> None:
    done = shell(root, Path("/"), f"HOME='{home}' $P validate --format concise")
    assert (done.returncode, done.stderr) == (1, b"")
    assert not (root / "relative").exists()


def test_without_libyaml_the_program_stops_and_says_how_to_get_it(root: Path) -> None:
    program = "import sys; sys.modules['yaml._yaml'] = None; from partnerkit.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "validate"], cwd=root, capture_output=True, text=True, check=False,
        env={"PATH": os.environ["PATH"]},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: PyYAML is installed here without libyaml, which partnerkit needs to read files safely. "
        "Install it again from a wheel: pip install --force-reinstall --only-binary :all: pyyaml\n"
    )


def test_no_code_of_the_workspace_runs(console: Console, root: Path) -> None:
    trace = root / "ran"
    code = f"open({str(trace)!r}, 'w')\n"
    for name in ("yaml", "partnerkit", "typer", "sitecustomize", "usercustomize", "json", "os", "conftest"):
        (root / f"{name}.py").write_text(code)
    assert console.run("validate").code == 1
    assert console.run("validate", "--no-cache", environment={"PYTHONPATH": ""}).code == 1
    assert not trace.exists()


def interrupted(process: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """What an interrupted program prints; it is interrupted again if it was not yet waiting the first time."""
    for _ in range(4):
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=3)
    pytest.fail("it cannot be interrupted")


def test_an_interrupted_run_ends_quietly(root: Path, tmp_path: Path) -> None:
    # git is the place where the program can be made to wait.
    (root / ".git").mkdir()
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nexec sleep 60 9> '{alive}'\n")
    program.chmod(0o755)
    before = snapshot(root)
    process = subprocess.Popen(
        [COMMAND, "validate"], cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env={"PATH": f"{program.parent}:{os.environ['PATH']}", "HOME": str(tmp_path)},
    )  # fmt: skip
    with alive.open("rb") as held:
        output, errors = interrupted(process)
        assert (process.returncode, output, errors) == (130, b"", b"")
        # The end comes when nobody holds the other end any more: git is gone, too.
        assert held.read() == b""
    assert snapshot(root) == before


USAGE: dict[str, tuple[str, ...]] = {
    "a file that is not there": ("validate", "x\n::error::pwn"),
    "a folder without a workspace": ("validate", "-C", "/"),
    "an option that is none": ("validate", "--x\n::error::pwn"),
    "a command that is none": ("x\x1b[31m\n::error::pwn",),
    "a format that is none": ("validate", "--format", "x\n##[error]pwn"),
    "a day that is none": ("validate", "--as-of", "x\n::error::pwn"),
    "a folder that is not there": ("validate", "-C", "x\n::error::pwn"),
    "bytes that are no text": ("validate", "\udce9"),
    "a schema that is none": ("schema", "x\n::error::pwn"),
}


@pytest.mark.parametrize("arguments", USAGE.values(), ids=USAGE)
def test_hostile_arguments_are_shown_harmless(console: Console, arguments: tuple[str, ...]) -> None:
    done = console.run(*arguments)
    assert (done.code, done.output) == (2, "")
    assert "Traceback" not in done.errors
    assert_harmless(done.errors)
