"""Old files and some keyboards write the Icelandic Ð for Đ: it is read as what is meant, and the kept text stays as it came."""

import io

import pytest

from giaoban import documents, flow, reading
from giaoban.cli import main
from giaoban.directives import Task, check
from giaoban.directives.repetition.repetition import Earlier, repeat
from giaoban.documents.letterhead import place_named
from giaoban.model import BlockKind

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


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ("kiện toàn ban chỉ đạo chuyển đổi số", "kiện toàn Ban Chỉ đạo chuyển đổi số cấp huyện"),
        ("bố trí đủ giáo viên mầm non cho năm học mới", "khắc phục tình trạng thiếu giáo viên mầm non"),
    ],
)
def test_what_was_asked_in_old_letters_was_asked_before(earlier, now):
    assert repeat(earlier.translate(ETH), now) == repeat(earlier, now)
    assert [each.at for each in Earlier([earlier.translate(ETH)]).asked(now)] == [0]


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


PAPER = """ĐẢNG BỘ TỈNH QUẢNG NINH
THỊ ỦY ĐÔNG TRIỀU                ĐẢNG CỘNG SẢN VIỆT NAM

Số 12-TB/TU          Đông Triều, ngày 12 tháng 3 năm 2020

THÔNG BÁO

kết luận giao ban tháng 3

Đăng ngày: 12/3/2020

Đ. Kết quả

đ) Thu ngân sách được giao cho thị xã và các phường, xã trong năm nay đạt
312 tỷ đồng, bằng 24% dự toán của cả năm, tăng so với cùng kỳ của năm ngoái
đ) Huy động vốn đầu tư của các thành phần kinh tế trong quý vừa qua ước đạt
96 tỷ đồng, bằng 31% kế hoạch của cả năm mà Hội đồng nhân dân thị xã đã giao
"""


def test_a_paper_in_old_letters_has_the_same_blocks_and_is_of_the_same_place():
    plain, old = documents.from_text(PAPER), documents.from_text(PAPER.translate(ETH))
    assert {BlockKind.TITLE, BlockKind.DATELINE, BlockKind.HEADING, BlockKind.LIST_ITEM} <= {block.kind for block in plain.blocks}
    assert old.blocks == plain.blocks
    assert place_named(old.text) == place_named(plain.text) == "thị xã Đông Triều"
