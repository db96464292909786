"""Where output is closed, full or cut short, where names are odd or too long, a command says what is wrong, and nothing is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from giaoban.cli import main
from tests.core.test_commands import RECORD, SAID

FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "bien-ban.json"
    path.write_text(json.dumps(RECORD), "utf-8")
    return path


def started(*line, closed="", **given):
    """The command in a process of its own; `closed` as a shell closes streams: "<&-", ">&-", "2>&-"."""
    words = [sys.executable, "-m", "giaoban", *map(str, line)]
    return subprocess.run(["/bin/sh", "-c", f'exec "$@" {closed}', "sh", *words], check=False, text=True, **given)


@pytest.mark.parametrize(
    ("line", "closed", "status"),
    [("clarity", "<&-", 0), ("clarity", ">&-", 1), ("check {0}", ">&-", 0), ("asked {0}", ">&-", 0), ("read {1}", ">&-", 0)],
)
def test_a_stream_that_is_closed_says_and_hears_nothing(record, tmp_path, line, closed, status):
    (tmp_path / "a.txt").write_text("Ngày 05/10/2026, UBND xã An Trường họp giao ban.", "utf-8")
    done = started(*line.format(record, tmp_path / "a.txt").split(), closed=closed, input=SAID, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (status, "")


def test_what_is_refused_never_goes_among_what_is_read(tmp_path):
    done = started("read", "--json", tmp_path / "nowhere.txt", closed="2>&-", stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout) == (1, "")


@FULL
@pytest.mark.parametrize("line", [("--help",), ("check", "--help")])
def test_help_that_nothing_can_take_is_told_without_a_trace(line):
    with Path("/dev/full").open("wb") as full:
        done = started(*line, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert [said[:10] for said in done.stderr.splitlines()] == ["Không ghi ", "The file “"]


@pytest.mark.parametrize("line", ["--help", "--version", "check {0}", "read {1}"])
def test_who_stops_listening_is_no_error_whatever_is_printed(record, tmp_path, line):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Ngày 05/10/2026, UBND xã An Trường họp giao ban.", "utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    done = started(*line.format(record, tmp_path / "a.txt").split(), stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_file_whose_name_is_no_unicode_is_read_named_and_quoted(tmp_path):
    name = os.fsdecode(b"bi\xean b\xe1n")
    (tmp_path / f"{name}.txt").write_text("Ngày 05/10/2026, UBND xã An Trường họp giao ban.", "utf-8")
    (tmp_path / f"{name}.json").write_text(json.dumps(RECORD), "utf-8")
    lines = [
        ("read", f"{name}.txt"),
        ("check", f"{name}.json"),
        *(("brief", f"{name}.json", f"out.{kind}", "--on", "2021-06-01") for kind in ("json", "html", "docx")),
    ]
    done = [started(*line, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for line in lines]
    assert [(each.returncode, each.stderr) for each in done] == [(0, "")] * len(lines)
    assert "bi\\udcean b\\udce1n" in done[0].stdout


def test_a_name_that_is_too_long_is_one_that_cannot_be_opened(tmp_path, capsys):
    assert main(["read", str(tmp_path / f"{'a' * 300}.txt")]) == 1
    vietnamese, english = capsys.readouterr().err.splitlines()
    assert vietnamese.startswith("Không mở được tệp “")
    assert "(tên quá dài)" in vietnamese
    assert english.startswith("The file “")


@pytest.mark.parametrize("line", [("read", ""), ("read", "a.txt", "--out", ""), ("check", ""), ("asked", ""), ("notice", "a.json", "")])
def test_a_name_that_is_empty_is_refused_and_is_not_the_folder_one_stands_in(line, capsys):
    with pytest.raises(SystemExit):
        main(line)
    assert "tên tệp để trống · the name of the file is empty" in capsys.readouterr().err


def test_a_brief_is_never_written_over_a_record(record, tmp_path, capsys):
    later = tmp_path / "sau.json"
    later.write_text(json.dumps(RECORD), "utf-8")
    assert main(["brief", str(record), str(later), "--on", "2021-06-01"]) == 2
    vietnamese, english = capsys.readouterr().err.splitlines()
    assert (vietnamese[:20], english[-9:]) == (f"“{later}”"[:20], "name one.")
    assert json.loads(later.read_text("utf-8")) == RECORD
    out = tmp_path / "brief.json"
    for _again in range(2):
        assert main(["brief", str(record), str(out), "--on", "2021-06-01"]) == 0


def test_a_notice_is_never_written_over_the_paper_that_it_is_compared_with(record, tmp_path, capsys):
    edited = tmp_path / "edited.docx"
    assert main(["notice", str(record), str(edited)]) == 0
    before = edited.read_bytes()
    capsys.readouterr()
    assert main(["notice", str(record), str(edited), "--compare", str(edited)]) == 2
    assert "would be lost" in capsys.readouterr().err
    assert edited.read_bytes() == before


def test_a_paper_keeps_the_rights_of_the_one_before_it_and_a_link_leads_to_it_still(record, tmp_path):
    paper, link = tmp_path / "notice.docx", tmp_path / "link.docx"
    paper.write_bytes(b"before")
    paper.chmod(0o640)
    link.symlink_to(paper.name)
    assert main(["notice", str(record), str(link)]) == 0
    assert link.is_symlink()
    assert (paper.read_bytes()[:2], paper.stat().st_mode & 0o777) == (b"PK", 0o640)
    assert {each.name for each in tmp_path.iterdir()} == {"bien-ban.json", "notice.docx", "link.docx"}


@pytest.mark.parametrize("name", ["notice.docx", "brief.html"])
def test_a_paper_that_has_no_room_leaves_the_one_before_it(record, tmp_path, name):
    paper = tmp_path / name
    paper.write_bytes(b"before")
    line = ["notice", record, paper] if name == "notice.docx" else ["brief", record, paper, "--on", "2021-06-01"]
    words = [sys.executable, "-m", "giaoban", *map(str, line)]
    done = subprocess.run(
        ["/bin/sh", "-c", 'ulimit -f 1; exec "$@"', "sh", *words], check=False, text=True, capture_output=True, cwd=tmp_path
    )
    assert done.returncode == 2
    assert [said[:10] for said in done.stderr.splitlines()] == ["Không ghi ", "The file “"]
    assert (paper.read_bytes(), sorted(each.name for each in tmp_path.iterdir())) == (b"before", sorted(["bien-ban.json", name]))


@pytest.mark.parametrize("program", ["runpy.run_module('giaoban', run_name='__main__')", "importlib.import_module('giaoban_web.cli')"])
def test_a_stop_while_the_program_is_starting_is_said_in_a_line(program):
    """The reader takes a while to load: whoever sees that she asked for the wrong thing stops it then."""
    early = f"""
import importlib, runpy, sys

class Stop:
    def find_spec(self, name, *_where):
        if name == "giaoban.kept":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Stop())
{program}
"""
    done = subprocess.run([sys.executable, "-c", early], check=False, text=True, capture_output=True)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Đã dừng theo yêu cầu · Stopped, as asked\n")
