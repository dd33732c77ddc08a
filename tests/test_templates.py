"""The user's own templates, with the real command: what they can do, what they cannot, and how that is told."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console import COMMAND, Console, Done
from inside import run_inside
from partnerkit.app import own_templates as reading
from partnerkit.app.outcome import CannotRunError
from partnerkit.app.own_page import page_values
from partnerkit.app.templates import TEMPLATES
from partnerkit.io.confinement import Limits
from partnerkit.render.own import FILTERS, TemplateFault
from partnerkit.render.own_page import render_own
from partnerkit.render.tree import page_tree
from partnerkit.views import partnership, portfolio
from scratch import workspace
from unit.render.gallery import gallery
from unit.render.samples import ORDINARY, every
from unit.views.records import context, fullest

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLE = PROJECT / "examples" / "calder-valley"
SECONDS = 0.5

# The limits of the command are meant for pages; here nothing may take so long.
SMALL_LIMITS = """
from partnerkit.app import own_templates
from partnerkit.io.confinement import Limits
own_templates.LIMITS = Limits(seconds=2, memory=64 * 1024 * 1024)
own_templates.MOST_CHARACTERS = 200_000
from partnerkit.__main__ import main
main()
"""

HOSTILE = '</title><script>alert(1)</script> "><svg onload=alert(1)> [x](javascript:alert(1)) =1+1'
RECORDS = {
    "o.yaml": "kind: organisation\nid: yard\nname: The yard\n---\nkind: organisation\nid: college\nname: The college\n"
    "people: [{id: priya-nair, name: Priya Nair}]\n",
    "p.yaml": f"kind: partnership\nid: harbour\ntitle: '{HOSTILE}'\nstage: identify\n"
    "partners: [{organisation: yard}, {organisation: college}]\n"
    "objectives: [{id: obj, statement: =SUM(1), owners: {college: priya-nair}, due: 2027-07-31}]\n",
}


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return workspace(tmp_path / "records", RECORDS)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "example", ignore=shutil.ignore_patterns("reports")))


def run(folder: Path, *arguments: str, command: tuple[str, ...] = ()) -> Done:
    """What the command does, in this process, or in one of its own where it is told how to start that."""
    if not command:
        return run_inside(folder, *arguments)
    return Console(folder.parent, folder).run(*arguments, command=command)


def bare(page: str) -> str:
    """A page without the line that tells how it was made, which names templates of one's own."""
    before, _, _ = page.rpartition("<!-- partnerkit ")
    assert before
    return before


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def made(folder: Path, name: str, text: str, *arguments: str) -> Done:
    """What the command does with a template that is wholly the user's own."""
    template = write(folder.parent / "own" / name, text)
    return run(folder, "report", "--template", str(template), *arguments)


# ---------------------------------------------------------------------- in the place of ours


def test_a_style_sheet_of_ones_own_takes_the_place_of_ours_and_its_digest_stands_in_the_policy(records: Path) -> None:
    style = ":root { --ground: #abcdef; }"
    write(records.parent / "look" / "html" / "style.css", style)
    done = run(records, "report", "portfolio", "--templates", "../look", "--out", "out")
    assert (done.code, done.errors) == (0, "")
    page = (records / "out" / "portfolio.html").read_text(encoding="utf-8")
    assert f"<style>{style}</style>" in page
    named = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{named}'" in page
    assert "<h1>" in page


def test_a_site_shares_the_style_sheet_of_ones_own(records: Path) -> None:
    write(records.parent / "look" / "html" / "style.css", ":root { --ground: #abcdef; }")
    assert run(records, "report", "--all", "--templates", "../look", "--out", "out").code == 0
    assert (records / "out" / "partnerkit.css").read_text(encoding="utf-8") == ":root { --ground: #abcdef; }"


@pytest.mark.parametrize(
    ("form", "name", "macro", "old", "new"),
    [
        ("html", "html/blocks.html", "heading", "{{ title }}", "Our note: {{ title }}"),
        ("markdown", "markdown/blocks.md", "paragraph", "{{ run(block.run) }}", "Our note: {{ run(block.run) }}"),
    ],
)
def test_a_macro_that_is_copied_and_changed_changes_the_pages(  # noqa: PLR0913
    example: Path, form: str, name: str, macro: str, old: str, new: str
) -> None:
    assert run(example, "templates", name, "--copy", "../look").code == 0
    copy = example.parent / "look" / name
    head, begin, rest = copy.read_text(encoding="utf-8").partition("{% macro " + macro)
    assert old in rest
    copy.write_text(head + begin + rest.replace(old, new, 1), encoding="utf-8")
    arguments = ("report", "partnership", "--only", "toolroom-skills", "--format", form)
    assert run(example, *arguments, "--templates", "../look", "--out", "own").code == 0
    assert run(example, *arguments, "--out", "ours").code == 0
    (own,), (ours,) = ([path.read_text() for path in (example / out).iterdir()] for out in ("own", "ours"))
    assert "Our note: " in own
    assert "Our note: " not in ours
    assert bare(own.replace("Our note: ", "")) == bare(ours)


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_copies_that_nobody_has_changed_make_the_pages_that_ours_make(example: Path, form: str) -> None:
    assert run(example, "templates", form, "--copy", "../look").code == 0
    for path in (example.parent / "look").rglob("*.*"):
        if path.suffix in {".css", ".js"}:
            # Their head stands in the page too, and changes what the policy names.
            path.unlink()
    for out, more in (("ours", ()), ("own", ("--templates", "../look"))):
        done = run(
            example, "report", "plan", "portfolio", "--format", form, "--out", out, *more, command=(str(COMMAND),)
        )
        assert (done.code, done.errors) == (0, "")
    own, ours = (
        {path.name: bare(path.read_text(encoding="utf-8")) for path in (example / out).iterdir()}
        for out in ("own", "ours")
    )
    assert own == ours


def test_pages_are_written_anew_when_a_template_changes_and_only_then(records: Path) -> None:
    style = write(records.parent / "look" / "html" / "style.css", "a { color: red; }")
    arguments = ("report", "portfolio", "--templates", "../look")
    assert run(records, *arguments).output.startswith("Wrote 1 page ")
    assert run(records, *arguments).output.startswith("Nothing to write")
    style.write_text("a { color: blue; }", encoding="utf-8")
    assert run(records, *arguments).output.startswith("Wrote 1 page ")
    assert run(records, "report", "portfolio").output.startswith("Wrote 1 page ")
    write(records.parent / "look" / "html" / "unused.html", "nothing")
    assert run(records, *arguments).output.startswith("Wrote 1 page ")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("html/table.html", "{# head #}\n{% macro table(block %}", r"look/html/table\.html, line 2: expected token"),
        ("html/page.html", "one\n{{ page.titel }}", r"look/html/page\.html, line 2: there is no `titel` in it"),
        ("html/page.html", "one\n\n{{ titel }}", r"look/html/page\.html, line 3: there is no `titel` here"),
        ("html/page.html", "{% include 'no.html' %}", r"look/html/page\.html, line 1: there is no template `no\.html`"),
        ("html/page.html", "{{ page.title | safe }}", r"look/html/page\.html, line 1: no filter named 'safe'"),
        ("html/style.css", "a{} </style>", r"look/html/style\.css: a style sheet or a script would end the element"),
        ("html/blocks.html", "{% macro show(all) %}{{ all.x.y }}{% endmacro %}", r"look/html/blocks\.html, line 1: "),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_and_line_and_the_old_page_stays(
    records: Path, name: str, text: str, message: str
) -> None:
    assert run(records, "report", "portfolio").code == 0
    before = (records / "reports" / "portfolio.html").read_bytes()
    write(records.parent / "look" / name, text)
    done = run(records, "report", "portfolio", "--templates", "../look")
    assert (done.code, done.output) == (2, "")
    assert re.match(rf"error: (The pages of the workspace: )?\.\./{message}", done.errors), done.errors
    assert len(done.errors.splitlines()) == 1
    assert [path.name for path in (records / "reports").iterdir()] == ["portfolio.html"]
    assert (records / "reports" / "portfolio.html").read_bytes() == before


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (lambda look: look.with_name("other").mkdir(), "There is no folder"),
        (lambda look: look.mkdir(), "has no templates"),
        (lambda look: write(look / "html" / "style.css", "x" * 1_048_577), "larger than a template may be"),
        (lambda look: [write(look / "html" / f"{n}.html", "") for n in range(201)], "more than 200 templates"),
        (lambda look: write(look / "html" / "x", "").write_bytes(b"\xff"), "no text in UTF-8: byte 1"),
        (lambda look: (write(look / "html" / "x", "").parent / "y").symlink_to("/etc/hostname"), "y is a link"),
        (lambda look: (write(look / "html" / "x", "").parent / "y").symlink_to("/etc"), "y is a link"),
        (lambda look: (write(look / "x", "").parent / "html").symlink_to("/etc"), "html is a link"),
        (lambda look: os.mkfifo(write(look / "html" / "x", "").parent / "y"), "not a plain file"),
    ],
)  # fmt: skip
def test_a_folder_that_holds_something_else_is_refused(tmp_path: Path, prepare: Any, message: str) -> None:
    prepare(tmp_path / "look")
    with pytest.raises(CannotRunError, match=message):
        reading.own_templates(tmp_path / "look")


# ---------------------------------------------------------------------- who may bring them in


def test_what_the_configuration_names_counts_only_when_the_command_line_trusts_it(records: Path) -> None:
    write(records / "partnerkit.yaml", "format: 1\nreport: {templates: look}\n")
    write(records / "look" / "markdown" / "page.md", "Ours is {{ page.title }}")
    done = run(records, "report", "portfolio", "--format", "markdown")
    assert done.code == 0
    assert done.errors == (
        "note: the templates in look, which partnerkit.yaml names, count only with --trust-templates\n"
    )
    page = records / "reports" / "portfolio.md"
    assert "Ours is" not in page.read_text(encoding="utf-8")
    done = run(records, "report", "portfolio", "--format", "markdown", "--trust-templates")
    assert (done.code, done.errors) == (0, "")
    assert page.read_text(encoding="utf-8").startswith("Ours is ")


def test_what_the_configuration_names_lies_in_the_workspace(records: Path) -> None:
    write(records / "partnerkit.yaml", "format: 1\nreport: {templates: look}\n")
    write(records.parent / "elsewhere" / "markdown" / "page.md", "x")
    (records / "look").symlink_to("../elsewhere")
    done = run(records, "report", "--trust-templates")
    assert done.code == 2
    assert "leads out of the workspace" in done.errors


# ---------------------------------------------------------------------- wholly one's own


def test_text_from_a_record_stays_text_in_html(records: Path) -> None:
    done = made(records, "a.html", "<p title='{{ records.partnerships[0].title }}'>{{ pages[0].title }}</p>")
    assert (done.code, done.errors) == (0, "")
    assert "<script" not in done.output
    assert "&lt;/title&gt;&lt;script&gt;" in done.output
    assert done.output.count("'") == 2


def test_text_from_a_record_stays_text_in_markdown(records: Path) -> None:
    done = made(records, "a.md.j2", "# {{ records.partnerships[0].title }}")
    assert done.output.startswith("# \\</title>\\<script>")
    assert "\\[x\\](javascript" in done.output


def test_text_from_a_record_is_one_cell_and_no_formula_in_csv(records: Path) -> None:
    text = (
        "{% for o in records.partnerships[0].objectives %}{{ o.statement }},{{ 'say \"so\"' }},{{ o.due }}{% endfor %}"
    )
    done = made(records, "a.csv", text)
    assert done.output == '"\'=SUM(1)","say ""so""","2027-07-31"'


def test_text_from_a_record_is_no_command_in_tex(records: Path) -> None:
    done = made(records, "a.tex", r"\title{{ '{' }}{{ '50 % \\input{/etc/passwd} $x_1$' }}{{ '}' }}")
    assert r"50 \% \textbackslash{}input\{/etc/passwd\} \$x\_1\$" in done.output


def test_plain_text_is_put_out_as_it_is_and_what_is_missing_as_nothing(records: Path) -> None:
    text = "{{ records.partnerships[0].objectives[0].statement }}|{{ none }}|{{ workspace.owner }}|"
    assert made(records, "a.txt", text).output == "=SUM(1)|||"


def test_dates_numbers_money_and_names_are_written_as_in_our_pages(records: Path) -> None:
    text = (
        "{% set p = records.partnerships[0] %}{% set o = p.objectives[0] %}{{ o.due | day }}; {{ o.due | long_day }}; "
        "{{ 12000.5 | number }}; {{ {'amount': 1200, 'currency': 'GBP'} | money }}; "
        "{{ names[p.id][o.owners.college] }}; "
        "{{ names.harbour.yard }}; {{ 'javascript:x' | address }}; {{ 'https://x.example' | address }}; {{ stamp.iso }}"
    )
    done = made(records, "a.txt", text, "--as-of", "2026-10-15")
    assert done.output == (
        "31 Jul 2027; 31 July 2027; 12,000.5; £1,200; Priya Nair; The yard; ; https://x.example; 2026-10-15"
    )


def test_our_macros_can_be_used_and_ones_own_in_their_place(records: Path) -> None:
    text = "{% from 'blocks.html' import show %}{{ show(pages[0].opening) }}"
    done = made(records, "a.html", text)
    assert (done.code, done.errors) == (0, "")
    assert 'class="figures"' in done.output or 'class="callout' in done.output or "<section" in done.output
    write(
        records.parent / "look" / "html" / "blocks.html",
        "{% macro show(blocks) %}{{ blocks | length }} blocks{% endmacro %}",
    )
    assert re.fullmatch("[0-9]+ blocks", made(records, "a.html", text, "--templates", "../look").output)


def test_pages_and_partnerships_can_be_chosen_and_a_file_named(example: Path) -> None:
    text = "{% for page in pages %}{{ page.name }} {% endfor %}{{ records.partnerships | map(attribute='id') | list }}"
    done = made(example, "a.txt", text, "plan", "--only", "line-leaders", "--out", "new/folder/list.txt")
    assert (done.code, done.errors) == (0, "")
    assert re.fullmatch(r"Wrote 1 file as of [0-9-]+: new/folder/list\.txt\n", done.output)
    assert (example / "new" / "folder" / "list.txt").read_text() == "plan-line-leaders ['line-leaders']"
    assert not (example / "reports").exists()


def test_what_an_audience_may_not_see_is_not_there_for_templates_either(example: Path) -> None:
    text = "{{ records }} {{ names }} {{ pages }} {{ workspace }} {{ stamp }}"
    everything = made(example, "a.txt", text, "partnership", "--audience", "internal").output
    public = made(example, "a.txt", text, "partnership", "--audience", "public").output
    for name in ("Priya Nair", "priya-nair", "Ruth Adeyemi"):
        assert name in everything
        assert name not in public
    assert "For anybody" in public


def test_it_may_not_print_what_a_ci_system_takes_for_a_command(records: Path) -> None:
    for text in ("one\n ::error::x", "x ##[error]y"):
        done = made(records, "a.txt", text)
        assert (done.code, done.output) == (2, "")
        assert "looks like a command to a CI system" in done.errors
        assert made(records, "a.txt", text, "--out", "a.out").code == 0


@pytest.mark.parametrize("name", ["summary.md", "objectives.csv", "sheet.html"])
def test_the_templates_to_begin_with_work(example: Path, name: str) -> None:
    assert run(example, "templates", "own", "--copy", "../begin").code == 0
    done = run(example, "report", "--template", f"../begin/own/{name}", command=(str(COMMAND),))
    assert (done.code, done.errors) == (0, "")
    assert "Twelve toolroom staff" in done.output or "Toolroom skills" in done.output


# ---------------------------------------------------------------------- ways out

ESCAPES = {
    "the class of a text": ("{{ ''.__class__.__mro__ }}", "templates may not use `__class__`"),
    "the class, by subscript": ("{{ ''['__class__'] }}", "templates may not use `__class__`"),
    "the class, by a filter": ("{{ ''|attr('__class__') }}", "no filter named 'attr'"),
    "the class, by map": ("{{ ['']|map(attribute='__class__')|list }}", "templates may not use `__class__`"),
    "the class, by groupby": ("{{ ['']|groupby('__class__') }}", "templates may not use `__class__`"),
    "the class, in a pattern": ("{{ '{0.__class__}'.format(1) }}", "templates may not use `__class__`"),
    "the class, in a pattern for a mapping": ("{{ '{a.__class__}'.format_map({'a': 1}) }}", "may not use `__class__`"),
    "a pattern's method, handed on": ("{{ ['{0.__class__}']|map('format', 1)|list }}", "no filter named 'format'"),
    "the code of a macro": ("{% macro m() %}{% endmacro %}{{ m._func }}", "templates may not use `_func`"),
    "the globals of a class": ("{{ cycler.__init__.__globals__ }}", "there is no `cycler` here"),
    "the globals of a function": ("{{ range.__globals__ }}", "templates may not use `__globals__`"),
    "the globals of our own function": ("{{ run.__globals__ }}", "templates may not use `__globals__`"),
    "the template itself": ("{{ self._TemplateReference__context }}", "templates may not use `_TemplateReference"),
    "a loop's inside": ("{% for a in [1] %}{{ loop._iterator }}{% endfor %}", "templates may not use `_iterator`"),
    "changing a list": ("{{ records.partnerships.append(1) }}", "templates may not use `append`"),
    "changing a mapping": ("{{ records.update({}) }}", "templates may not use `update`"),
    "a file by its path": ("{% include '/etc/passwd' %}", "there is no template `/etc/passwd`"),
    "a file above": ("{% include '../own/other.html' %}", "there is no template `../own/other.html`"),
    "another format's template": ("{% include '../markdown/page.md' %}", "there is no template `../markdown/page.md`"),
    "a file to import": ("{% from '../../x' import y %}", "there is no template `../../x`"),
    "another file beside it": ("{% include 'other.html' %}", "there is no template `other.html`"),
    "escaping off": ("{% autoescape false %}x{% endautoescape %}", "escaping cannot be switched off"),
    "escaping off by a filter": ("{{ 'x'|safe }}", "no filter named 'safe'"),
    "text without end": ("{{ lipsum(n=10**7) }}", "there is no `lipsum` here"),
    "code of Python": ("{% do 1 %}", "encountered unknown tag 'do'"),
    "a range too long": ("{% for i in range(10**9) %}{% endfor %}", "a range may have 100,000 numbers at most"),
    "a number too broad": ("{{ '%999999999d' % 1 }}", "more memory than a template may have"),
    "a number too broad in a pattern": ("{{ '{:999999999}'.format(1) }}", "more memory than a template may have"),
    "a text too long": ("{{ 'a' * 10**10 }}", "more memory than a template may have"),
    "a list too long": ("{{ [1] * 10**10 }}", "more memory than a template may have"),
    "a text that doubles": (
        "{% set n = namespace(t='aaaaaaaa') %}{% for i in range(99) %}{% set n.t = n.t + n.t %}{% endfor %}",
        "more memory than a template may have",
    ),
    "a power too high": ("{{ 7**(10**8) }}", "a template took longer than 0.5 seconds"),
    "loops in loops": (
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "a template took longer than 0.5 seconds",
    ),
    "a page too long": ("{% for i in range(99999) %}{{ i }} and so on{% endfor %}", "more than 200,000 characters"),
    "a macro without end": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "it calls itself without end"),
    "brackets without end": ("{{ " + "(" * 20_000 + ")" * 20_000 + " }}", "nested too deeply"),
    "half a character": ("{{ '\\ud800' }}", "a template puts out half a character"),
}  # fmt: skip


@pytest.mark.parametrize("name", ESCAPES)
def test_there_is_no_way_out_of_a_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    text, message = ESCAPES[name]
    monkeypatch.setattr(reading, "LIMITS", Limits(SECONDS, 64 * 1024 * 1024))
    monkeypatch.setattr(reading, "MOST_CHARACTERS", 200_000)
    write(tmp_path / "other.html", "not for it")
    templates = reading.own_templates(None, write(tmp_path / "bad.html", "one\n" + text), ".html")
    values: dict[str, Any] = {"records": {"partnerships": []}}
    started = time.monotonic()
    with pytest.raises(TemplateFault) as caught:
        reading.bounded(lambda: (render_own(templates, ".html", values),))
    assert time.monotonic() - started < SECONDS + 5
    assert message in str(caught.value)
    if not message.startswith("a template "):
        where = re.escape(os.path.relpath(tmp_path / "bad.html"))
        assert re.match(rf"{where}(, line 2)?: ", str(caught.value)), caught.value


@pytest.mark.parametrize("name", ["the class of a text", "a text too long", "loops in loops"])
@pytest.mark.parametrize("arguments", [("--templates", "../look"), ("--template", "../look/html/page.html")])
def test_the_command_says_so_and_writes_nothing(records: Path, name: str, arguments: tuple[str, ...]) -> None:
    text, message = ESCAPES[name]
    write(records.parent / "look" / "html" / "page.html", text)
    done = run(
        records, "report", "portfolio", *arguments, "--out", "out/new", command=(sys.executable, "-c", SMALL_LIMITS)
    )
    assert (done.code, done.output) == (2, "")
    assert message.replace("0.5", "2") in done.errors
    assert len(done.errors.splitlines()) == 1
    assert not [path for path in records.rglob("out/*/*") if path.is_file()]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says what a program held at most")
def test_what_takes_memory_while_it_is_read_is_not_done_where_no_memory_is_bounded(records: Path) -> None:
    write(records.parent / "look" / "html" / "page.html", "{{ ('a' * 10**9)[:3] }} {% if 'a' * 10**9 %}{% endif %}")
    peak = run(records, "report", "portfolio", "--templates", "../look", command=(sys.executable, "-c", PEAK))
    assert "more memory than a template may have" in peak.errors
    assert int(peak.output) < 300_000


# What the system counts for a process begins with what its parent held; what it says of the program itself does not.
PEAK = """
import pathlib, re, sys
from partnerkit.__main__ import run_command
run_command(sys.argv[1:])
print(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text()).group(1))
"""


def test_a_template_that_is_a_link_is_refused(records: Path) -> None:
    (records.parent / "a.txt").symlink_to("/etc/hostname")
    done = run(records, "report", "--template", "../a.txt")
    assert (done.code, done.output) == (2, "")
    assert "a.txt is a link" in done.errors


def test_there_is_no_filter_that_is_not_told_of() -> None:
    page = (PROJECT / "docs" / "templates.md").read_text(encoding="utf-8")
    for name in FILTERS:
        assert f"`{name}`" in page, name


# ---------------------------------------------------------------------- copies


def test_each_template_is_listed_with_what_it_is() -> None:
    folder = PROJECT / "templates"
    found = [str(path.relative_to(folder)) for of in ("html", "markdown", "own") for path in (folder / of).rglob("*.*")]
    assert sorted(TEMPLATES) == sorted(found)


def test_copies_say_where_they_are_from_and_nothing_is_written_over(records: Path) -> None:
    write(records / "mine" / "html" / "page.js", "mine")
    done = run(records, "templates", "html", "--copy", "mine")
    assert (done.code, done.errors) == (0, "")
    assert "kept   mine/html/page.js, which was there already\n" in done.output
    assert done.output.endswith("Use them with `partnerkit report --templates mine`.\n")
    assert (records / "mine" / "html" / "page.js").read_text() == "mine"
    heads = {path.name: path.read_text(encoding="utf-8").split("\n", 1)[0] for path in (records / "mine").rglob("*.*")}
    assert heads["style.css"].startswith("/* From partnerkit ")
    assert heads["style.css"].endswith(": templates/html/style.css */")
    assert heads["blocks.html"].startswith("{# From partnerkit ")


def test_a_template_that_does_not_exist_is_answered_with_the_nearest(records: Path) -> None:
    done = run(records, "templates", "html/styles.css")
    assert done.code == 2
    assert done.errors == "error: There is no template html/styles.css. Did you mean html/style.css?\n"


# ---------------------------------------------------------------------- what a template is given


def test_all_that_a_template_is_given_is_plain_data() -> None:
    values = page_values(fullest(), context(), (portfolio, partnership))
    assert {type(value) for value in within(values)} == {dict, list, str, int, float, bool, type(None)}


def within(value: Any) -> Iterator[Any]:
    yield value
    children = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from within(child)


def test_the_manual_tells_the_keys_of_every_kind_of_block() -> None:
    """docs/templates.md has a table whose rows are a kind and its keys; pages have these and no others."""
    page = (PROJECT / "docs" / "templates.md").read_text(encoding="utf-8")
    told = {
        kind: set(re.findall("`([a-z_]+)`", keys)) for kind, keys in re.findall(r"(?m)^\| `([a-z]+)` \| (.+) \|$", page)
    }
    assert told == keys_of_kinds()


def keys_of_kinds() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for page in (every(ORDINARY), gallery()):
        tree = page_tree(page)
        found.setdefault("page", set()).update(tree)
        found.setdefault("stamp", set()).update(tree["stamp"])
        for part in within(tree):
            if isinstance(part, dict) and "is" in part:
                found.setdefault(part["is"], set()).update(set(part) - {"is"})
    return found
