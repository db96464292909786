"""Old files and some keyboards write the Icelandic Ð for Đ: it is read as what is meant, and the kept text stays as it came."""

import io

import pytest

from giaoban import documents, flow, reading
from giaoban.cli import main
from giaoban.directives import Task, check

ETH = str.maketrans("Đđ", "Ðð")
RECORD = """Ban Thường vụ Thị ủy Đông Triều họp giao ban

Sáng ngày 12/3/2020, đồng chí Bí thư Thị ủy Đông Triều chủ trì cuộc họp giao ban với các xã, phường.

Quý I/2020, thu ngân sách đạt 312 tỷ đồng, bằng 24% dự toán; đã đăng ký mới 45 doanh nghiệp.

Yêu cầu UBND thị xã Đông Triều hoàn thành đề án di dời điểm đổ thải trước ngày 30/6/2020.
"""
WORDINGS = [
    "Đôn đốc các đơn vị đẩy nhanh tiến độ",
    "Đề nghị UBND phường Đức Chính lập đề án đổ thải trình UBND thị xã trước ngày 30/6/2020",
    "Định kỳ báo cáo đúng hạn",
]


@pytest.mark.parametrize("fast", [True, False])
def test_a_record_with_old_letters_gives_the_same_reading_at_the_same_places_and_keeps_its_letters(fast):
    plain, old = documents.from_text(RECORD), documents.from_text(RECORD.translate(ETH))
    assert old.text == plain.text.translate(ETH) != plain.text
    told = reading.read(plain, fast=fast)
    assert told.observations and told.meeting
    assert reading.read(old, fast=fast) == told


@pytest.mark.parametrize("wording", WORDINGS)
def test_a_directive_in_old_letters_is_judged_as_any_other(wording):
    told, lead = Task(wording, lead="Đảng ủy xã"), "Ðảng ủy xã"
    assert check(Task(wording.translate(ETH), lead=lead)) == check(told)


@pytest.mark.parametrize("wording", WORDINGS)
def test_what_is_typed_on_standard_input_is_judged_so_too(wording, monkeypatch, capsys):
    said = []
    for line in (wording, wording.translate(ETH)):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{line}\n"))
        main(["clarity"])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]


def test_the_bytes_of_such_a_file_are_read_like_those_of_any_other():
    document, told = flow.read(RECORD.translate(ETH).encode(), "cu.txt")
    assert "Ðông Triều" in document.text
    assert told == flow.read(RECORD.encode(), "moi.txt")[1]
