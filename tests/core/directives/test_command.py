"""`giaoban clarity` reads directives from standard input, one a line."""

import io
import json
import sys

import pytest

from giaoban.cli import main


@pytest.fixture
def say(monkeypatch, capsys):
    def run(text, *arguments):
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        status = main(["clarity", *arguments])
        return status, capsys.readouterr().out

    return run


def test_json_has_an_object_a_line_with_six_verdicts(say):
    status, printed = say("Tăng cường công tác kiểm tra\n\nRà soát quy hoạch\n", "--json")
    first, second = map(json.loads, printed.splitlines())
    assert status == 1
    assert [each["clarity"] for each in first["verdicts"]] == ["person", "work", "time", "responsibility", "product", "authority"]
    assert first["verdicts"][1]["words"] == ["Tăng cường"]
    assert second["wording"] == "Rà soát quy hoạch"


def test_what_is_clear_in_all_that_is_asked_gives_status_nought(say):
    status, printed = say("Lập danh sách hộ vay vốn\n", "--lead", "Phòng Tài chính", "--ask", "person", "work", "product")
    assert (status, printed.count("✓")) == (0, 3)


def test_the_sentences_are_in_the_language_asked_for(say):
    assert "There is no deadline." in say("Rà soát quy hoạch\n", "--lang", "en")[1]
    assert "Chưa có thời hạn." in say("Rà soát quy hoạch\n")[1]


def test_who_acts_and_by_when_are_read_from_the_sentence_itself(say):
    status, printed = say("Chủ tịch UBND tỉnh yêu cầu UBND xã Phú Vân lập danh sách hộ vay vốn trước ngày 30/6/2026.\n", "--json")
    degrees = {each["clarity"]: each["degree"] for each in json.loads(printed)["verdicts"]}
    assert (degrees["person"], degrees["time"]) == ("clear", "clear")
    assert status == 1


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Đồng chí Trưởng Công an xã lập sổ tạm trú của công nhân.", True),
        ("UBND phường Bến Tàu làm rõ trách nhiệm của tập thể, cá nhân.", True),
        ("Lập sổ tạm trú của công nhân.", False),
        ("Cấp 312 giấy chứng nhận quyền sử dụng đất trong năm 2026.", False),
    ],
)
def test_whoever_a_sentence_begins_with_is_its_lead_even_where_the_reader_takes_it_for_no_directive(say, line, lead):
    person = json.loads(say(line, "--json")[1])["verdicts"][0]
    assert person["degree"] == ("clear" if lead else "missing")
