import unicodedata
from itertools import pairwise

import pytest

from giaoban.documents import from_text, read
from giaoban.documents.wrapping import by_hand
from giaoban.model import BlockKind, Refused
from tests.core.documents.made import REPORT
from tests.core.documents.reading import said
from tests.tables import table

TEXT = "\n\n".join(("Thị xã giao ban công tác quý I", "Thứ Năm, 12/03/2020, 13:42", *REPORT)) + "\n"


def lines(text):
    return [" ".join(paragraph.split()) for paragraph in text.split("||")]


def test_a_text_in_its_normal_form_is_kept_code_point_for_code_point():
    assert read(TEXT.encode(), "a.txt").text == TEXT
    assert from_text(TEXT).text == TEXT


def test_a_blank_that_does_not_break_and_a_tab_stay_where_they_are():
    kept = "Thu\xa0ngân sách\tđạt 2.572 tỷ đồng"
    assert from_text(kept).text == kept


@pytest.mark.parametrize(
    "written",
    [
        unicodedata.normalize("NFD", TEXT),
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        "\ufeff" + TEXT,
        TEXT.replace("ngân", "ng\u00adân").replace("doanh", "do\u200banh"),
        TEXT.replace("Thị", "Thi\u200d\u0323"),
    ],
    ids=["NFD", "CRLF", "CR", "byte order mark", "soft hyphen and zero width", "mark after a joiner"],
)
def test_however_a_text_is_written_it_becomes_the_same_text_and_blocks(written):
    assert from_text(written).text == TEXT
    assert from_text(written).blocks == from_text(TEXT).blocks


def test_the_title_and_the_line_with_the_date_are_told_from_the_prose():
    kinds = [block.kind for block in from_text(TEXT).blocks]
    assert kinds == [BlockKind.TITLE, BlockKind.DATELINE, *[BlockKind.PARAGRAPH] * 4]


def test_blocks_are_numbered_as_paragraphs_from_one():
    assert [block.paragraph for block in from_text(TEXT).blocks] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize("case", table("wrapped_lines.tsv"), ids=lambda case: case["lines"][:50])
def test_lines_are_joined_to_paragraphs_as_the_corpus_says(case):
    written = case["lines"].replace("2020/", "2020").replace("//", "\n\n")
    document = from_text(written.replace("/", "\n"))
    assert [" ".join(text.split()) for text in said(document)] == lines(case["paragraphs"])


@pytest.mark.parametrize("case", table("block_kinds.tsv"), ids=lambda case: case["text"][:50])
def test_a_block_is_taken_for_what_the_corpus_says(case):
    before = [] if case["first"] else ["Tin về công tác của thị xã", "Đoạn mở đầu của bản tin này."]
    after = case["following"] or "Đoạn sau."
    document = from_text("\n\n".join([*before, case["text"], after]))
    assert [block.kind.value for block in document.blocks if block.span.of(document.text) == case["text"]] == [case["kind"]]


def test_the_title_of_an_official_document_follows_its_type():
    document = from_text(
        "ỦY BAN NHÂN DÂN\nTHỊ XÃ ĐÔNG TRIỀU\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 55/TB-UBND\n\nTHÔNG BÁO\n\nKết luận của Chủ tịch tại cuộc họp giao ban tháng 3\n\n" + REPORT[0]
    )
    titles = [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.TITLE]
    assert titles == ["Kết luận của Chủ tịch tại cuộc họp giao ban tháng 3"]


def test_the_title_of_minutes_under_a_bare_letterhead_begins_with_their_type():
    document = from_text("ỦY BAN NHÂN DÂN\nPHƯỜNG MẠO KHÊ\n\nBIÊN BẢN\nHọp giao ban tháng 5 năm 2020\n\n" + REPORT[0])
    titles = [block.span.of(document.text) for block in document.blocks if block.kind is BlockKind.TITLE]
    assert titles == ["BIÊN BẢN"]


def test_a_caption_printed_twice_is_said_once_and_marked_the_second_time():
    caption = "Đồng chí Bí thư Thị ủy kết luận buổi làm việc."
    once, twice = (from_text("\n\n".join([REPORT[0], copies, REPORT[1]])) for copies in (caption, f"{caption}\n{caption}"))
    assert [block.repeated for block in twice.blocks] == [False, False, True, False]
    assert [block.kind for block in twice.blocks if not block.repeated] == [block.kind for block in once.blocks]


def test_the_same_line_in_two_lists_is_no_repetition():
    items = ["1. Xã Bình Khê", "- Đạt 100% kế hoạch trồng rừng năm 2020;", "- Xóa 5 nhà tạm;", "2. Xã An Sinh"]
    document = from_text("\n".join([*items, items[1]]))
    assert not any(block.repeated for block in document.blocks)


def test_bare_signs_are_no_block():
    document = from_text("Thu Chung\n.\n.\n---\nHết")
    assert said(document) == ["Thu Chung", "Hết"]


def test_a_line_divided_by_tabs_is_a_row_with_its_cells():
    document = from_text("Chỉ tiêu\tKế hoạch\tThực hiện\nThu ngân sách\t2.500\t2.572\n")
    assert [block.kind for block in document.blocks] == [BlockKind.ROW] * 2
    assert [cell.of(document.text) for cell in document.blocks[1].cells] == ["Thu ngân sách", "2.500", "2.572"]


@pytest.mark.parametrize("marker", ["1.", "2.1.", "a)", "(3)", "IV.", "-", "•"])
def test_a_tab_after_the_number_of_a_list_makes_no_row(marker):
    document = from_text(f"Mở đầu bản tin.\n{marker}\tRà soát các dự án chậm tiến độ;\n")
    assert document.blocks[1].kind in (BlockKind.LIST_ITEM, BlockKind.HEADING)


def test_every_offset_leads_to_its_block():
    document = from_text(TEXT)
    for block, following in pairwise(document.blocks):
        assert document.block_at(block.span.start) is block
        assert document.block_at(following.span.start - 1) is block


def test_a_name_and_a_hash_go_with_the_text():
    data = TEXT.encode()
    document = read(data, "giao-ban.txt")
    assert (document.name, len(document.sha256), document.media_type, document.encoding) == ("giao-ban.txt", 64, "text/plain", "utf-8")


def test_a_pasted_text_with_a_mark_of_secrecy_is_refused_like_a_file():
    with pytest.raises(Refused) as refused:
        from_text("TỐI MẬT\n\n" + TEXT)
    assert refused.value.code == "state-secret"


def test_lines_broken_by_hand_part_only_where_a_list_or_a_sentence_begins():
    assert list(by_hand("Thông báo kết luận\ncủa Chủ tịch.\n- Một là;\n- Hai là.")) == [
        "Thông báo kết luận của Chủ tịch.",
        "- Một là;",
        "- Hai là.",
    ]


def test_an_empty_line_or_a_bare_date_parts_lines_broken_by_hand_unless_a_sentence_goes_on():
    assert list(by_hand("Hội nghị giao ban quý I\nCập nhật lúc: 15:02 14/04/2023\n\nSáng 14/4, UBND thị xã họp,\n\nđánh giá quý I")) == [
        "Hội nghị giao ban quý I",
        "Cập nhật lúc: 15:02 14/04/2023",
        "Sáng 14/4, UBND thị xã họp, đánh giá quý I",
    ]
    assert list(by_hand("KẾT LUẬN\n\nCủa Chủ tịch UBND thị xã")) == ["KẾT LUẬN", "Của Chủ tịch UBND thị xã"]
