"""`giaoban read`: one file, a folder, a bad file among good ones."""

import json
import os
import subprocess
import sys

import pytest

from giaoban import cli
from giaoban.cli import COMMANDS, main

GOOD = """Sáng 12/3/2020, Ban Thường vụ Tỉnh ủy họp trực tuyến với Ban Thường vụ Thị ủy Đông Triều.

Thu ngân sách nhà nước năm 2019 đạt 2.572 tỷ đồng, tăng trên 20,2% so với cùng kỳ.
"""

NOTICE = """Ngày 05/10/2026, Chủ tịch UBND xã An Trường chủ trì họp giao ban. Trong 9 tháng đầu năm, tổng diện tích gieo trồng
đạt 1.245,75 ha, bằng 97,25% kế hoạch năm.

Chủ tịch UBND xã An Trường giao Phòng Kinh tế rà soát những đoạn đường xuống cấp nghiêm trọng trước ngày 10/11/2026;
yêu cầu Công an xã xử lý nghiêm vi phạm nồng độ cồn trên các tuyến đường thường xảy ra tai nạn, xong trước ngày 31/10/2026.
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "records"
    made.mkdir()
    for number in range(3):
        (made / f"r{number}.txt").write_text(GOOD, "utf-8")
    return made


def test_one_file_is_printed_as_a_table(folder, capsys):
    assert main(["read", str(folder / "r0.txt")]) == 0
    assert "2.572 tỷ đồng" in capsys.readouterr().out


def test_a_table_breaks_no_syllable_number_or_day_where_a_terminal_has_eighty_letters(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "notice.txt").write_text(NOTICE, "utf-8")
    assert main(["read", str(tmp_path / "notice.txt")]) == 0
    printed = {word.strip(";,.") for word in capsys.readouterr().out.split()}
    assert {"nghiêm", "Trường", "đường", "10/11/2026", "31/10/2026", "1.245,75", "97,25%", "thường"} <= printed


def test_one_file_is_printed_as_a_record(folder, capsys):
    assert main(["read", "--json", str(folder / "r0.txt")]) == 0
    made = json.loads(capsys.readouterr().out)
    assert [(each["value"], each["unit"]) for each in made["observations"]] == [(2572, "tỷ đồng")]


def test_several_files_are_printed_one_record_a_line(folder, capsys):
    assert main(["read", "--json", str(folder)]) == 0
    assert len([json.loads(line) for line in capsys.readouterr().out.splitlines()]) == 3


def test_a_bad_file_among_many_is_named_and_the_rest_is_read(folder, tmp_path, capsys):
    (folder / "bad.pdf").write_bytes(b"%PDF-1.7\nbroken")
    assert main(["read", str(folder), "--json", "--out", str(tmp_path / "out")]) == 1
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["r0.json", "r1.json", "r2.json"]
    said = capsys.readouterr().err
    assert "bad.pdf" in said
    assert "3/4" in said


def test_files_of_one_name_do_not_overwrite_each_other(folder, tmp_path):
    (folder / "r0.md").write_text(GOOD, "utf-8")
    assert main(["read", str(folder), "--json", "--out", str(tmp_path / "out")]) == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["r0.md.json", "r0.txt.json", "r1.json", "r2.json"]


def test_a_missing_file_is_named(tmp_path, capsys):
    assert main(["read", str(tmp_path / "nowhere.txt")]) == 1
    assert "nowhere.txt" in capsys.readouterr().err


def test_the_core_reads_without_loading_the_web(folder):
    loaded = (
        "import sys; from giaoban.cli import main; main(['read', '--json', sys.argv[1]]); "
        "assert not {'django', 'sqlite3'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", loaded, str(folder / "r0.txt")], check=True, capture_output=True)


def test_reading_one_file_loads_nothing_that_other_commands_need(folder):
    loaded = (
        "import sys; from giaoban.cli import main; main(['read', '--json', sys.argv[1]]); "
        "assert not {'rich', 'giaoban.brief', 'giaoban.ledger', 'giaoban.commands', 'multiprocessing'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", loaded, str(folder / "r0.txt")], check=True, capture_output=True)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_loaded_by_its_name(command, capsys):
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert f"usage: giaoban {command}" in capsys.readouterr().out


def test_who_stops_listening_is_no_error(folder):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "giaoban", "read", "--json", str(folder)]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)


def test_long_texts_are_read_one_by_one(tmp_path, monkeypatch, capsys):
    class NoPool:
        def __init__(self, *_):
            raise AssertionError("read at once")

    monkeypatch.setattr(cli, "LONG", 10)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", NoPool)
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Thu ngân sách đạt 5 tỷ đồng.", "utf-8")
    assert main(["read", str(tmp_path), "--json"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


UNDATED = """Chủ tịch UBND xã Bình Khê chủ trì họp giao ban sáng 12/3.

Chủ tịch UBND xã yêu cầu Phòng Kinh tế báo cáo kết quả rà soát trước ngày 30/6.
"""


@pytest.mark.parametrize("day", ["12/03/2019", "12/3/2019", "12-3-2019", "2019-03-12"])
def test_deadlines_are_counted_by_the_day_that_is_told(tmp_path, capsys, day):
    path = tmp_path / "a.txt"
    path.write_text(UNDATED, "utf-8")
    told = []
    for options in ([], ["--on", day]):
        assert main(["read", "--json", *options, str(path)]) == 0
        told.append([each["deadline"] for each in json.loads(capsys.readouterr().out)["directives"]])
    assert told == [[None], ["2019-06-30"]]
    assert main(["read", "--explain", "--on", day, str(path)]) == 0


@pytest.mark.parametrize("day", ["31/2/2019", "12/3", "hôm qua", "3/2019", "2019-13-01", ""])
def test_what_is_no_day_is_refused_in_both_languages_with_how_to_write_it(folder, capsys, day):
    with pytest.raises(SystemExit) as left:
        main(["read", "--on", day, str(folder)])
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert all(words in said for words in (f"“{day}”", "ngày", "day", "12/03/2020", "2020-03-12"))
