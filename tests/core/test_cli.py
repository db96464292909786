"""`giaoban read`: one file, a folder, a bad file among good ones."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from giaoban.cli import COMMANDS, main
from giaoban.commands import at_once, files, read

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
        "assert not {'rich', 'giaoban.brief', 'giaoban.ledger', 'giaoban.commands.check', 'multiprocessing'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", loaded, str(folder / "r0.txt")], check=True, capture_output=True)


def test_the_version_is_told_without_loading_any_command():
    loaded = (
        "import sys, atexit; from giaoban.cli import main; "
        "late = {'openpyxl', 'pyarrow', 'giaoban.commands', 'giaoban.reading', 'rich'}; "
        "atexit.register(lambda: print(sorted(late & set(sys.modules)))); "
        "main(['--version'])"
    )
    told = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True, text=True).stdout
    assert told.startswith("giaoban ")
    assert told.endswith("\n[]\n")


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
    def none(*_):
        raise AssertionError("read at once")

    monkeypatch.setattr(read, "LONG", 10)
    monkeypatch.setattr(at_once, "at_once", none)
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


def test_the_day_that_is_told_counts_whatever_day_the_text_gives(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text(UNDATED.replace("12/3.", "12/3/2019."), "utf-8")
    told = []
    for options in ([], ["--on", "12/03/2021"]):
        assert main(["read", "--json", *options, str(path)]) == 0
        made = json.loads(capsys.readouterr().out)
        told.append((made["meeting"]["date"], [each["deadline"] for each in made["directives"]]))
    assert told == [("2019-03-12", ["2019-06-30"]), ("2019-03-12", ["2021-06-30"])]


@pytest.mark.parametrize("day", ["3/7/0646", "0001-01-01", "9999-12-31", "1/1/1899"])
def test_a_day_of_a_year_that_nobody_means_is_refused_in_both_languages(folder, capsys, day):
    with pytest.raises(SystemExit) as left:
        main(["read", "--on", day, str(folder)])
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert all(words in said for words in (f"“{day}”", "năm phải từ 1900 đến 2100", "its year must lie between 1900 and 2100"))


@pytest.mark.parametrize("day", ["31/2/2019", "12/3", "hôm qua", "3/2019", "2019-13-01", ""])
def test_what_is_no_day_is_refused_in_both_languages_with_how_to_write_it(folder, capsys, day):
    with pytest.raises(SystemExit) as left:
        main(["read", "--on", day, str(folder)])
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert all(words in said for words in (f"“{day}”", "ngày", "day", "12/03/2020", "2020-03-12"))


def run(*arguments, **options):
    return subprocess.run([sys.executable, "-m", "giaoban", *map(str, arguments)], capture_output=True, check=False, **options)


def test_files_of_one_name_in_several_folders_do_not_overwrite_each_other(folder, tmp_path):
    other = tmp_path / "others"
    other.mkdir()
    (other / "r0.txt").write_text(GOOD.replace("2.572", "999"), "utf-8")
    (other / "r0.txt.html").write_text("<p>Thu ngân sách đạt 7 tỷ đồng.</p>", "utf-8")
    assert main(["read", str(folder), str(other), "--out", str(tmp_path / "out")]) == 0
    read = {path.name: json.loads(path.read_text("utf-8"))["observations"][0]["value"] for path in (tmp_path / "out").iterdir()}
    assert sorted(read.values()) == [7, 999, 2572, 2572, 2572]


def test_a_folder_without_files_is_named(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["read", str(tmp_path / "empty")]) == 1
    said = capsys.readouterr().err
    assert "không có tệp nào" in said
    assert "no file in this folder" in said


def test_a_folder_that_may_not_be_looked_into_is_named(folder, capsys, monkeypatch):
    def refuse(path):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert main(["read", str(folder)]) == 1
    assert str(folder) in capsys.readouterr().err


@pytest.mark.parametrize("out", ["r0.txt", "r1.txt/below"])
def test_where_records_cannot_be_written_is_named_in_both_languages(folder, capsys, out):
    assert main(["read", str(folder / "r0.txt"), "--out", str(folder / out)]) == 2
    vietnamese, english = capsys.readouterr().err.splitlines()
    assert vietnamese.startswith(f"Không ghi được tệp “{folder / out}”")
    assert english.startswith(f"The file “{folder / out}” cannot be written")


def test_no_half_a_record_is_left_and_none_is_lost_where_it_cannot_be_written(folder, tmp_path, capsys, monkeypatch):
    def half(path, pieces):
        path.write_bytes(next(iter(pieces))[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "_written", half)
    out = tmp_path / "out"
    out.mkdir()
    (out / "r0.json").write_text("from the last time", "utf-8")
    assert main(["read", str(folder / "r0.txt"), "--out", str(out)]) == 2
    assert "No space left on device" in capsys.readouterr().err
    assert [(path.name, path.read_text("utf-8")) for path in out.iterdir()] == [("r0.json", "from the last time")]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("shown", [(), ("--json",), ("--explain",)])
def test_output_that_nothing_can_take_is_told_without_a_trace(folder, shown):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "giaoban", "read", str(folder / "r0.txt"), *shown]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert [line[:10] for line in done.stderr.splitlines()] == ["Không ghi ", "The file “"]


@pytest.mark.parametrize("shown", [(), ("--json",), ("--explain",)])
def test_vietnamese_is_printed_where_the_locale_knows_no_unicode(folder, shown):
    bare = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    done = run("read", folder / "r0.txt", *shown, env=bare)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "ngân sách" in done.stdout.decode()


@pytest.mark.parametrize("jobs", ["0", "-3", "hai", "1.5"])
def test_how_many_are_read_at_once_is_one_or_more(folder, capsys, jobs):
    with pytest.raises(SystemExit) as left:
        main(["read", f"--jobs={jobs}", str(folder)])
    said = capsys.readouterr().err
    assert left.value.code == 2
    assert f"“{jobs}” không phải số nguyên từ 1 trở lên" in said
    assert "no whole number from 1 on" in said


@pytest.mark.parametrize(
    ("line", "vietnamese", "english"),
    [
        ("", "thiếu COMMAND", "the following arguments are required: COMMAND"),
        ("xem", "COMMAND: không có 'xem'; chọn một trong: 'read'", "argument COMMAND: invalid choice: 'xem'"),
        ("read", "thiếu FILE|FOLDER", "the following arguments are required: FILE|FOLDER"),
        ("read a.txt --lang fr", "--lang: không có 'fr'; chọn một trong:", "argument --lang: invalid choice: 'fr'"),
        ("read a.txt --out", "sau --out phải có một giá trị", "argument --out: expected one argument"),
        ("read a.txt --json --explain", "--explain không dùng cùng với --json", "argument --explain: not allowed with argument --json"),
        ("read a.txt --nhanh", "không hiểu --nhanh", "unrecognized arguments: --nhanh"),
        ("clarity --ask", "sau --ask phải có ít nhất một giá trị", "argument --ask: expected at least one argument"),
    ],
)
def test_a_command_line_not_understood_is_refused_in_both_languages_with_the_way_to_help(capsys, line, vietnamese, english):
    with pytest.raises(SystemExit) as left:
        main(line.split())
    said = capsys.readouterr()
    assert (left.value.code, said.out) == (2, "")
    assert all(words in said.err for words in (vietnamese, english, "Xem cách dùng: giaoban", "--help"))


@pytest.mark.parametrize(
    ("language", "said", "unsaid"),
    [
        ("vi", ("Họp ngày: 05/10/2026", "Chỉ tiêu", "đạt 97,25% kế hoạch", "Thời hạn"), ("Held on", "Indicator", "97.25")),
        (
            "en",
            ("Held on: 5 October 2026", "Indicator", "97.25% of the plan", "Due", "order"),
            ("Họp ngày", "Chỉ tiêu", "yêu cầu ", "97,25"),
        ),
    ],
)
def test_a_table_is_printed_in_the_language_asked_for(tmp_path, capsys, monkeypatch, language, said, unsaid):
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "notice.txt").write_text(NOTICE, "utf-8")
    assert main(["read", "--lang", language, str(tmp_path / "notice.txt")]) == 0
    printed = capsys.readouterr().out
    assert [word for word in said if word not in printed] == []
    assert [word for word in unsaid if word in printed] == []


def test_a_text_in_which_nothing_is_found_is_told_in_the_language_asked_for(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Trời hôm nay đẹp.", "utf-8")
    assert main(["read", "--lang", "en", str(tmp_path / "a.txt")]) == 0
    assert "No figures, judgements or directives were found." in capsys.readouterr().out


CHANGES = "Năm 2019, sản xuất công nghiệp tăng 9,2%; tai nạn giao thông giảm 12%; giải ngân vốn đầu tư công đạt 78% kế hoạch."


@pytest.mark.parametrize(
    ("language", "said"),
    [("vi", ("tăng 9,2%", "giảm 12%", "đạt 78% kế hoạch")), ("en", ("up 9.2%", "down 12%", "78% of the plan"))],
)
def test_a_change_or_a_share_of_a_plan_is_printed_as_such(tmp_path, capsys, monkeypatch, language, said):
    monkeypatch.setenv("COLUMNS", "200")
    (tmp_path / "a.txt").write_text(CHANGES, "utf-8")
    assert main(["read", "--lang", language, str(tmp_path / "a.txt")]) == 0
    printed = capsys.readouterr().out
    assert [word for word in said if word not in printed] == []
