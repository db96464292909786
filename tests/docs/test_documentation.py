"""What the documentation shows is true: its commands run, its links lead somewhere, its words are those of the code."""

import ast
import fnmatch
import re
import shlex
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from giaoban.cli import understood
from giaoban_web.cli import COMMANDS

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
SHOWN = re.compile(r"^(?:    |\$ )?(?:[A-Z_]+=\S+ )*(giaoban .+)$|`(giaoban [^`]+)`", re.M)
TARGET = re.compile(r"^    make ([a-z-]+)|`(?:[A-Z]+=\S+ )*make ([a-z-]+)", re.M)
STANDS_FOR = dict.fromkeys(("NUMBER:HASH", "$(cat /srv/giaoban/var/head)"), f"1:{'0' * 64}")
PIPED = re.compile(r" [>|] .*")
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.M | re.S)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#)([^)#]+)[^)]*\)")
LABEL = re.compile(r"(?<!\*)\*(?!\*)([^*\n]+)\*(?!\*)")
RECORD = """Sáng 12/3/2020, Ban Thường vụ Tỉnh ủy làm việc với Ban Thường vụ Thị ủy Đông Triều.

Thu ngân sách nhà nước năm 2019 đạt 2.572 tỷ đồng, tăng trên 20,2% so với cùng kỳ.
"""


def commands() -> list[tuple[str, str, str]]:
    """(page, command, what it must print: … stands for anything)."""
    found = []
    for page in PAGES:
        for block in CONSOLE.findall(page.read_text("utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
                command, _, printed = part.partition("\n")
                found.append((page.name, command, printed.strip()))
    return found


@pytest.mark.parametrize(("page", "command", "printed"), commands())
def test_a_command_shown_prints_what_is_shown(page, command, printed, tmp_path):
    (tmp_path / "record.txt").write_text(RECORD, "utf-8")
    program, *arguments = shlex.split(command)
    assert program == "giaoban", f"{page}: only commands of giaoban are shown as console"
    done = subprocess.run([sys.executable, "-m", "giaoban_web.cli", *arguments], cwd=tmp_path, capture_output=True, text=True, check=True)
    pattern = printed.replace("[", "[[]").replace("…", "*")
    shown = "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())
    assert fnmatch.fnmatch(shown, pattern)


def shown() -> list[tuple[str, str, bool]]:
    """(page, command, whether it stands on a line of its own): one that is only spoken of may leave out to what it is done."""
    found = (
        (page.name, *match.groups()) for page in PAGES if page.name != "CHANGELOG.md" for match in SHOWN.finditer(page.read_text("utf-8"))
    )
    return sorted({(page, PIPED.sub("", line or spoken), bool(line)) for page, line, spoken in found})


@pytest.mark.parametrize(("page", "command", "whole"), shown())
def test_a_command_shown_is_one_that_the_program_understands(page, command, whole, capsys):
    with suppress(SystemExit):
        assert understood([STANDS_FOR.get(word, word) for word in shlex.split(command)[1:]], COMMANDS).run
    told = capsys.readouterr().err
    assert "error:" not in told or ("are required" in told and not whole), f"{page}: {told}"


def test_every_target_of_make_that_a_page_names_is_there():
    named = {(page.name, *match.groups("")) for page in PAGES for match in TARGET.finditer(page.read_text("utf-8"))}
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    assert len(named) > 10
    assert sorted(each for each in named if "".join(each[1:]) not in known) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page):
    missing = [target for target in LINK.findall(page.read_text("utf-8")) if not (page.parent / target).exists()]
    assert not missing


def test_every_setting_of_an_installation_stands_on_the_page_about_running_it():
    read = {
        name
        for path in ROOT.glob("src/**/*.py")
        for name in re.findall(r"(?:environ\S*?|told\()\"(GIAOBAN_\w+|DATABASE_URL|PORT)\"", path.read_text("utf-8"))
    }
    assert len(read) > 10
    told = set(re.findall(r"`([A-Z_]+)", (ROOT / "docs/how-to/production.md").read_text("utf-8")))
    assert sorted(read - told) == []


def test_every_check_of_the_ledger_stands_on_the_page_about_checks():
    sources = [path.read_text("utf-8") for path in ROOT.glob("src/giaoban/ledger/checks/*.py")]
    named = {name for source in sources for name in re.findall(r'^CHECK = "(\w+)"', source, re.M)}
    assert len(named) > 10
    told = set(re.findall(r"^\| `(\w+)` \|", (ROOT / "docs/reference/checks.md").read_text("utf-8"), re.M))
    assert told == named


def labels() -> set[tuple[str, str]]:
    """(page, words of the interface that it names): in italics, Vietnamese, each step of a way by itself."""
    pages = [ROOT / "README.vi.md", *ROOT.glob("docs/how-to/*.md")]
    steps = ((page.name, step.strip(" …:")) for page in pages for way in LABEL.findall(page.read_text("utf-8")) for step in way.split("→"))
    return {(page, step) for page, step in steps if step[:1].isupper() and not step.isascii()}


def test_every_label_that_a_page_names_stands_in_the_interface():
    shown = set()
    for path in ROOT.glob("src/giaoban_web/**/vi/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            told = [each.string if isinstance(each.string, str) else " ".join(each.string) for each in read_po(file, locale="vi")]
        shown |= {each.casefold().strip(" …:") for each in told}
    assert len(labels()) > 30
    assert sorted((page, step) for page, step in labels() if step.casefold() not in shown) == []


def test_every_file_that_a_page_names_exists():
    named = {
        (page.name, path) for page in PAGES for path in re.findall(r"`((?:src|corpus|tests|docs|tools)/[\w./-]+)`", page.read_text("utf-8"))
    }
    assert len({page for page, _path in named}) > 5
    assert sorted((page, path) for page, path in named if not (ROOT / path).exists()) == []


def test_the_glossary_is_sorted_and_says_each_word_once():
    rows = re.findall(r"^\| ([^|]+?) \|", (ROOT / "docs/glossary.md").read_text("utf-8"), re.M)[2:]
    assert rows == sorted(set(rows), key=str.casefold)


SOURCES = ROOT / "src"
MAPPED = re.compile(r"`([a-z_0-9]+)(…?)`")
ROW = re.compile(r"\n    .*`")
FRAME = frozenset(("actions", "apps", "forms", "models", "queries", "signals", "urls", "views", "words"))
"""Modules that every app has, which `giaoban_web` itself explains."""
MANY = 20
"""A package of so many modules says what each is for."""
MAY_LACK, FEW = 0.1, 3


def packages() -> list[Path]:
    return sorted(each.parent for each in SOURCES.rglob("__init__.py") if len([*each.parent.glob("*.py")]) > 1)


def told(package: Path) -> set[tuple[str, bool]]:
    """The modules that a package tells of, where it has a map, and whether a name stands for all that begin so."""
    words = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8")), clean=False) or ""
    return {(name, bool(others)) for name, others in MAPPED.findall(words)} if ROW.search(words) else set()


@pytest.mark.parametrize("package", packages(), ids=lambda package: str(package.relative_to(SOURCES)))
def test_the_modules_that_a_package_tells_of_are_there_and_one_of_many_tells_of_nearly_all(package):
    there = {each.stem if each.is_file() else each.name for each in package.iterdir()} - {"__init__"}
    named = told(package)
    if not named:
        return
    gone = {name for name, others in named if name not in there and not (others and any(each.startswith(name) for each in there))}
    modules = {each.stem for each in package.glob("*.py")} - {"__init__"}
    untold = {
        each
        for each in modules - (FRAME if "giaoban_web" in package.parts else set())
        if (each, False) not in named and not any(others and each.startswith(name) for name, others in named)
    }
    assert (gone, len(untold) <= max(FEW, MAY_LACK * len(modules))) == (set(), True), f"{package.name}: gone {gone}, untold {untold}"


def test_a_package_of_many_modules_has_a_map():
    without = {str(each.relative_to(SOURCES)) for each in packages() if len([*each.glob("*.py")]) > MANY and not told(each)}
    assert without == set()


CORE = sorted((SOURCES / "giaoban").rglob("*.py"))


def refusing(path: Path) -> list[ast.FunctionDef]:
    """The functions of a module for others to call that raise `Refused` in their own lines."""
    module = ast.parse(path.read_text("utf-8")).body
    public = (each for each in module if isinstance(each, ast.FunctionDef) and each.name[0] != "_")
    return [
        each
        for each in public
        if any(isinstance(line, ast.Raise) and ast.unparse(line).startswith("raise Refused(") for line in ast.walk(each))
    ]


@pytest.mark.parametrize("path", [path for path in CORE if refusing(path)], ids=lambda path: str(path.relative_to(SOURCES)))
def test_a_function_of_the_core_that_refuses_says_so(path):
    assert [each.name for each in refusing(path) if "efuse" not in (ast.get_docstring(each) or "")] == []
