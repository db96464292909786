import pytest

from giaoban.documents import read
from giaoban.model import BlockKind
from tests.core.documents.made import encoded
from tests.core.documents.reading import refused, said

HEAD = (
    rb"{\rtf1\ansi\ansicpg1258\deff0{\fonttbl{\f0\fnil\fcharset163 Times New Roman;}{\f1\froman\fcharset0 .VnTime;}"
    rb"{\f2\fcharset2 Symbol;}{\f3\fnil\fcharset128 {\*\panose 0}Mincho;}}"
    rb"{\stylesheet{\ql Normal;}{\s1\outlinelevel0 {\*\keycode a}heading 1;}{\s5 Caption;}{\*\cs9 Title;}{\s7\outlinelevel1 Ti\'eau;}}"
)


def rtf(*body):
    return HEAD + b"".join(each if isinstance(each, bytes) else escaped(each) for each in body) + b"}"


def escaped(text):
    return "".join(each if each.isascii() else f"\\u{ord(each)}?" for each in text).encode()


def cells(document, index):
    return [cell.of(document.text).strip() for cell in document.blocks[index].cells]


def test_letters_come_as_unicode_in_a_code_page_and_in_an_old_font():
    old = b"".join(b"\\'%02x" % each for each in encoded("đạt 2.572 tỷ", "tcvn3"))
    windows = b"".join(b"\\'%02x" % each if each > 127 else bytes([each]) for each in encoded("ngân sách của xã", "windows-1258"))
    document = read(rtf("Thị xã thu ", windows, rb" {\f1 ", old, b"}", " đồng", rb"\emdash kh\'f4ng n\u7907?."), "a.rtf")
    assert said(document) == ["Thị xã thu ngân sách của xã đạt 2.572 tỷ đồng—không nợ."]


def test_what_stands_behind_a_letter_for_older_programs_is_left_out_however_it_is_written():
    assert said(read(rtf(rb"\uc2 t\u7927\'3f\'3f \uc0 \u273\u7891ng \uc1 \u7841?\u7843 \u-2021}{?"), "a.rtf"))[0].startswith(
        "tỷ  đồng".replace("  ", " ")
    )
    assert said(read(rtf(rb"{\upr{thu}{\*\ud{thu ng\u226?n}}} 5"), "a.rtf")) == ["thu ngân 5"]


def test_paragraphs_lists_headings_and_lines_broken_by_hand():
    document = read(
        rtf(
            rb"{\pard\s1 Ket qua\par}\pard{\pntext 1.\tab}{\*\pn\pnlvlbody}Mot viec;\par",
            rb"\pard{\listtext\pard\plain\f2 \'b7\tab}\ls1 Hai viec;\par\pard\ls2 Ba viec.\par",
            rb"\pard Giao:\line - Phong Y te;\line - Phong Noi vu.\par\s7 Muc nho\par\pard\s5 Hinh\par",
        ),
        "a.rtf",
    )
    assert said(document) == [
        "Ket qua", "1. Mot viec;", "- Hai viec;", "Ba viec.", "Giao:", "- Phong Y te;", "- Phong Noi vu.", "Muc nho", "Hinh",
    ]  # fmt: skip
    kinds = [block.kind for block in document.blocks]
    assert kinds[0] is BlockKind.TITLE and kinds[3] is BlockKind.LIST_ITEM
    assert kinds[-2:] == [BlockKind.HEADING, BlockKind.CAPTION]


def test_a_page_may_end_within_a_sentence_and_before_the_words_of_a_numbered_paragraph():
    body = rb"Thu ngan sach\page dat 5 ty dong.\par\pard{\listtext 2.\tab}\ls1\page Hai viec.\par\page\par Het."
    assert said(read(rtf(body), "a.rtf")) == ["Thu ngan sach dat 5 ty dong.", "2. Hai viec.", "Het."]


def test_rows_with_cells_joined_across_and_downwards_and_a_table_in_a_cell():
    document = read(
        rtf(
            rb"\trowd\trleft0\clvmgf\cellx100\cellx300\cellx400 \pard\intbl Xa\cell Nam 2020\cell\cell\row",
            rb"\trowd\trleft0\clvmrg\cellx100\cellx200\cellx300\cellx400 \pard\intbl\cell 1\cell 2\cell 3\cell\row",
            rb"\trowd\trleft0\cellx100\clmgf\cellx200\clmrg\cellx300\cellx400 \pard\intbl A\cell 5\cell\cell 6\cell\row\pard ",
            rb"Giua.\par\trowd\cellx100\cellx200 \pard\intbl Noi dung\cell theo xa:\par",
            rb"{\pard\intbl\itap2 An Lap\nestcell 32\nestcell{\*\nesttableprops\trowd\cellx50\cellx90\nestrow}{\nonesttables\par}}",
            rb"\pard\intbl\cell\row\pard Het.",
        ),
        "a.rtf",
    )
    assert [cells(document, index) for index in range(3)] == [["Xa", "Nam 2020", "Nam 2020", ""], ["", "1", "2", "3"], ["A", "5", "5", "6"]]
    assert said(document)[3:] == ["Giua.", "Noi dung | theo xa:", "An Lap | 32", "Het."]


def test_what_is_no_running_text_is_left_out():
    data = rtf(
        rb"{\info{\title Bao cao}{\author A}}{\header Trang \chpgn\par}{\*\unknown{x}y}",
        rb"Thu{\*\bkmkstart a} dat 4.125{\super 2} ty{\v  an 45 ty}{\deleted  bo 9 ty} dong, dat 15 m{\super 2}{\footnote Theo bao cao.};",
        rb"{\field{\*\fldinst HYPERLINK x}{\fldrslt Nghi quyet 45}}{\pict\bin5 }}}}} 0a}{\*\annotation Hoi lai.} moi.",
        rb"\par{\object{\*\objdata 0a}{\result Trong hop.}}",
    )
    assert said(read(data, "a.rtf")) == ["Thu dat 4.125 ty dong, dat 15 m2;Nghi quyet 45 moi.", "Trong hop."]


def test_a_text_box_is_read_behind_the_paragraph_on_which_it_hangs_and_once():
    box = rb"{\shp{\*\shpinst{\sp{\sn wzName}{\sv Khung}}{\shptxt \pard Trong khung.\par}}{\shprslt{\*\do{\dptxbxtext Trong khung.}}}}"
    assert said(read(rtf(rb"Ngoai ", box, rb"khung.\par Sau.\par"), "a.rtf")) == ["Ngoai khung.", "Trong khung.", "Sau."]


@pytest.mark.parametrize(
    "body",
    [
        (rb"{\header ", "TỐI MẬT", rb"\par}Thu."),
        (rb"{\footerf ", "MẬT", rb"\par}Thu."),
        (rb"Thu{\footnote ", "MẬT", rb"}."),
        (rb"Thu{\*\annotation ", "MẬT", rb"}."),
        (rb"Thu.{\v ", "TỐI MẬT", rb"}"),
        (rb"{\info{\title ", "Báo cáo (MẬT)", rb"}}Thu."),
        (rb"{\*\userprops{\propname a}\proptype30{\staticval ", "TỐI MẬT", rb"}}Thu."),
        (rb"Thu.{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv ", "TUYỆT MẬT", rb"}}}\picw9 0a0b\bin3 }}}0a}}"),
        (rb"{\header{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv ", "TUYỆT MẬT", rb"}}}}}Thu."),
    ],
    ids=["header", "footer", "note", "comment", "hidden", "title", "own property", "picture", "word art"],
)
def test_a_mark_of_secrecy_anywhere_refuses_it(body):
    assert refused(rtf(*body), "a.rtf") == "state-secret"


def test_who_made_it_is_no_mark():
    assert said(read(rtf(rb"{\info{\author ", "MẬT", rb"}}Thu."), "a.rtf")) == ["Thu."]


def test_what_stands_behind_its_end_is_no_part_of_it():
    assert said(read(b"\r\n" + rtf(rb"Thu.") + b"\x00\x00junk}{", "a.rtf")) == ["Thu."]
