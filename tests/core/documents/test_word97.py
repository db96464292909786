import struct

import pytest

from giaoban.documents import read
from giaoban.documents.word97.changes import changes
from giaoban.documents.word97.lists import Lists
from tests.core.documents import older
from tests.core.documents.made import REPORT
from tests.core.documents.papers import PAPERS, saved
from tests.core.documents.reading import refused, said

TEXT = "\r".join(REPORT) + "\r"


def test_a_document_of_nothing_but_text_is_read():
    assert said(read(older.doc(TEXT), "a.doc")) == list(REPORT)


def test_letters_of_one_and_of_two_bytes_stand_beside_each_other_and_pieces_come_in_any_order():
    narrow = "Thu đạt".encode("cp1258", "replace").replace(b"\xf0", b"d") + " 5 t\xfd “dong”.\r".encode("cp1252")
    wide = "Tăng 2% ở xã.\r".encode("utf-16-le")
    count, most = len(wide) // 2, len(wide) // 2 + len(narrow)
    places = struct.pack("<HLHHLH", 0, 2048 + len(narrow), 0, 0, 2048 * 2 | 1 << 30, 0)
    pieces = struct.pack("<BLLLL", 2, 12 + 16, 0, count, most) + places
    data = bytearray(older.doc("x" * most, pieces=pieces))
    data[data.index(b"x\x00x\x00") : data.index(b"x\x00x\x00") + len(narrow) + len(wide)] = narrow + wide
    assert said(read(bytes(data), "a.doc")) == ["Tăng 2% ở xã.", read(bytes(data), "a.doc").text.split("\n\n")[1]]
    assert "“dong”" in read(bytes(data), "a.doc").text


def test_of_a_field_the_result_is_read_and_a_page_break_parts_paragraphs():
    text = "Theo \x13 REF a \x13 IF b \x14c\x15 \x14Nghị quyết \x13 X \x1445\x15\x15 của thị xã.\x0cTrang hai\x0bcó 5 dự án.\x13 TOC \x15\r"
    assert said(read(older.doc(text), "a.doc")) == ["Theo Nghị quyết 45 của thị xã.", "Trang hai có 5 dự án."]


def test_a_field_that_never_ends_ends_with_its_part_of_the_text():
    assert said(read(older.doc("Thu đạt 5 tỷ đồng.\r\x13 TOC \r", edges="Xã An Lập\r"), "a.doc")) == ["Thu đạt 5 tỷ đồng."]


def test_cells_without_a_told_shape_make_rows():
    text = "Xã\x07Hộ nghèo\x07\x07An Lập\x0732\x07\x07Hết.\r"
    assert "An Lập" in read(older.doc(text), "a.doc").text


def test_a_mark_of_secrecy_in_a_header_or_among_the_properties_or_as_word_art_refuses_it():
    assert refused(older.doc(TEXT, edges="TỐI MẬT\r"), "a.doc") == "state-secret"
    assert refused(older.doc(TEXT, tables={11: struct.pack("<3L", 0, 4, 8)}, edges="Xã\r\rMẬT\r\r"), "a.doc") == "state-secret"
    words = "TỐI MẬT\x00".encode("utf-16-le")
    art = struct.pack("<HHLHL", 0x13, 0xF00B, 6 + len(words), 0xC0C0, len(words)) + words
    assert refused(older.doc(TEXT, tables={50: b"\x00" * 8 + art}), "a.doc") == "state-secret"
    assert refused(older.doc(TEXT, more={"Data": b"\x0b\xf0\x0b\xf0" + art}), "a.doc") == "state-secret"
    title = struct.pack("<LL", 31, 8) + "TỐI MẬT\x00".encode("utf-16-le")
    section = struct.pack("<LLLL", 100, 1, 2, 16) + title
    summary = bytes(24) + struct.pack("<L", 1) + bytes(16) + struct.pack("<L", 48) + section
    assert refused(older.doc(TEXT, more={"\x05SummaryInformation": summary}), "a.doc") == "state-secret"


def test_what_it_says_of_who_made_it_is_no_mark():
    section = struct.pack("<LLLL", 100, 1, 4, 16) + struct.pack("<LL", 31, 4) + "MẬT\x00".encode("utf-16-le")
    summary = bytes(24) + struct.pack("<L", 1) + bytes(16) + struct.pack("<L", 48) + section
    assert said(read(older.doc(TEXT, more={"\x05SummaryInformation": summary}), "a.doc")) == list(REPORT)


def test_changes_are_told_apart_by_the_size_that_their_names_tell():
    row = struct.pack("<HH", 0xD608, 4) + b"\x01\x02\x03"
    told = list(changes(struct.pack("<HB", 0x2416, 1) + row + struct.pack("<HL", 0x6649, 2) + b"\x09\xca\x02ab" + b"\x16\x24"))
    assert [(name, operand) for name, _, operand in told] == [
        (0x2416, b"\x01"),
        (0xD608, b"\x01\x02\x03"),
        (0x6649, b"\x02\x00\x00\x00"),
        (0xCA09, b"ab"),
    ]


def test_a_list_that_is_not_known_has_no_numbers():
    class Empty:
        table = b""
        places = {"lists": (0, 0)}

        def of(self, name):
            return b""

    assert Lists(Empty()).label(3, 0) == ""


def test_lists_that_look_the_same_count_on_but_where_one_says_with_what_it_begins():
    look = struct.pack("<LBB9sBLLBBBBH", 1, 0, 0, b"\x01", 0, 0, 0, 0, 0, 0, 0, 2) + "\x00.".encode("utf-16-le")
    drawn = struct.pack("<HLL18xBB", 1, 77, 0, 1, 0) + look
    used = struct.pack("<L", 2) + struct.pack("<L8xBBBB", 77, 0, 0, 0, 0) + struct.pack("<L8xBBBB", 77, 1, 0, 0, 0)
    used += struct.pack("<L", 0xFFFFFFFF) + struct.pack("<LLL", 0xFFFFFFFF, 5, 0x10)

    class Listed:
        table = drawn
        places = {"lists": (0, len(drawn))}

        def of(self, name):
            return used

    lists = Lists(Listed())
    assert [lists.label(number, 0) for number in (1, 1, 2, 2, 1)] == ["1.", "2.", "5.", "6.", "7."]


def test_word_of_another_table_and_a_document_without_its_table():
    assert refused(older.doc(TEXT, flags=0), "a.doc") == "doc-broken"


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_cut_off_anywhere_is_refused(name):
    whole = saved(name, "doc")
    for end in range(600, len(whole) - 512, 997):
        assert refused(whole[:end], "a.doc") == "doc-broken"


def test_names_that_run_in_a_circle_are_each_found_once():
    whole = older.doc(TEXT)
    at = whole.index("1Table".encode("utf-16-le"))
    assert said(read(whole[: at + 68] + struct.pack("<LL", 1, 2) + whole[at + 76 :], "a.doc")) == list(REPORT)


def test_a_document_of_so_many_sectors_that_their_table_has_a_table_is_read():
    picture = bytes(8 * 2**20)
    assert said(read(older.doc(TEXT, more={"Data": picture}), "a.doc")) == list(REPORT)
