"""What the commands share: files that cannot be used are named with the reason and the way out; who stops listening is no error."""

import json
import os
import subprocess
import sys
from io import StringIO

import pytest

from giaoban.cli import main
from giaoban.exchange.quotes import quoted
from giaoban.model import Span

EMPTY = {"meeting": None, "published": "2021-05-05", "observations": [], "findings": []}
TASK = {"issuer": None, "force": "order", "assignee": "xã Phú Vân", "deadline": None, "topic": "agriculture"}
SAID = "mở rộng vùng trồng cam"
RECORD = EMPTY | {"directives": [TASK | {"span": {"start": 0, "end": len(SAID)}, "quote": SAID}]}
LINES = ("check {0}", "asked {0}", "notice {0} {1}/notice.docx", "brief {0} {1}/brief.json --on 2021-06-01")
UNREADABLE = ("{", "[]", "{}", '"record"', "[" * 100_000)


@pytest.fixture
def record(tmp_path):
    path = tmp_path / "bien-ban.json"
    path.write_text(json.dumps(RECORD), "utf-8")
    return path


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("text", UNREADABLE, ids=range(len(UNREADABLE)))
def test_what_is_no_record_is_named_with_the_reason_and_what_to_give_instead(record, tmp_path, capsys, line, text):
    record.write_text(text, "utf-8")
    assert main(line.format(record, tmp_path).split()) == 2
    told = capsys.readouterr()
    assert told.out == ""
    vietnamese, english = told.err.splitlines()
    assert vietnamese.startswith(f"{record}: Đây không phải là bản ghi")
    assert english.startswith(f"{record}: This is no record")
    assert "giaoban read --json" in english


@pytest.mark.parametrize("line", LINES)
def test_a_file_that_is_not_there_is_named_in_both_languages(tmp_path, capsys, line):
    missing = tmp_path / "nowhere.json"
    assert main(line.format(missing, tmp_path).split()) == 2
    vietnamese, english = capsys.readouterr().err.splitlines()
    assert vietnamese.startswith(f"Không mở được tệp “{missing}”")
    assert english.startswith(f"The file “{missing}” cannot be opened")


@pytest.mark.parametrize("line", LINES[2:])
def test_a_folder_that_is_not_there_is_named_where_a_paper_should_be_written(record, tmp_path, capsys, line):
    assert main(line.format(record, tmp_path / "nowhere").split()) == 2
    assert f"“{tmp_path}/nowhere/" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["check {0}", "asked {0} {1}", "clarity --json"])
def test_who_stops_listening_is_no_error(record, tmp_path, line):
    later = tmp_path / "sau.json"
    later.write_text(json.dumps(RECORD | {"published": "2021-06-05"}), "utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "giaoban", *line.format(record, later).split()]
    done = subprocess.run(command, input=SAID, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.stderr, done.returncode in (0, 1)) == ("", True)


def test_a_record_gives_the_words_of_its_finds(record):
    reading, words = quoted(record.read_bytes())
    assert [words[each.span] for each in reading.directives] == [SAID]
    assert words == {Span(0, len(SAID)): SAID}


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("quan tâm hơn nữa công tác giảm nghèo", "missing"),
        ("Phòng Tài chính rà soát nợ đọng", "clear"),
        ("các ngành rà soát nợ đọng", "vague"),
    ],
)
def test_a_sentence_has_only_the_doer_that_it_names(capsys, monkeypatch, line, person):
    monkeypatch.setattr("sys.stdin", StringIO(line))
    assert main(["clarity", "--json", "--ask", "person", "responsibility"]) == int(person != "clear")
    verdicts = json.loads(capsys.readouterr().out)["verdicts"]
    assert [each["degree"] for each in verdicts] == [person, person]


@pytest.mark.parametrize(("data", "named"), [(b"gi\xe1 tr\xecnh\n", "2"), (b"\0\0\n", "")], ids=["not UTF-8", "no text"])
def test_sentences_that_cannot_be_read_are_refused_in_both_languages(data, named):
    command = [sys.executable, "-m", "giaoban", "clarity"]
    done = subprocess.run(command, input="Phòng Tài chính rà soát\n".encode() + data, capture_output=True, check=False)
    vietnamese, english = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert named in vietnamese
    assert named in english


def test_a_record_is_checked_as_a_record_whatever_its_name_says(record, tmp_path, capsys):
    bare = tmp_path / "stdin"
    bare.write_bytes(b"\n" + record.read_bytes())
    assert main(["check", "--json", str(bare)]) == main(["check", "--json", str(record)]) == 0
    one, other = capsys.readouterr().out.split("}\n{")
    assert one.strip("{}\n") == other.strip("{}\n")


def test_a_notice_without_a_file_to_write_says_what_is_missing(record, capsys):
    assert main(["notice", str(record)]) == 2
    assert capsys.readouterr().err.startswith("Thiếu tên tệp để ghi · the file to write is missing")
