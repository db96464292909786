import pytest

from giaoban.documents import read
from giaoban.model import BlockKind
from tests.core.documents.made import odt, part, rezipped
from tests.core.documents.papers import saved
from tests.core.documents.reading import refused, said

NUMBERED = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>'
    '<text:list-level-style-number text:level="3" style:num-format="a" style:num-suffix=")"/></text:list-style>'
)


def test_numbers_count_on_by_level_where_a_list_goes_on_and_anew_where_it_does_not():
    body = (
        '<text:list xml:id="a" text:style-name="L"><text:list-item><text:p>Một.</text:p><text:p>Vẫn một.</text:p>'
        "<text:list><text:list-item><text:p>Nhỏ.</text:p><text:list><text:list-item><text:p>Nhỏ nữa.</text:p></text:list-item></text:list>"
        "</text:list-item></text:list></text:list-item></text:list><text:p>Xen giữa.</text:p>"
        '<text:list xml:id="b" text:style-name="L" text:continue-list="a"><text:list-item>'
        "<text:p>Hai.</text:p></text:list-item></text:list>"
        '<text:list text:style-name="L"><text:list-item text:start-value="7"><text:p>Bảy.</text:p></text:list-item>'
        "<text:list-header><text:p>Không số.</text:p></text:list-header><text:list-item><text:p>Tám.</text:p></text:list-item></text:list>"
    )
    assert said(read(odt(body, NUMBERED), "a.odt")) == [
        "1. Một.", "Vẫn một.", "1.1. Nhỏ.", "a) Nhỏ nữa.", "Xen giữa.", "2. Hai.", "7. Bảy.", "Không số.", "8. Tám.",
    ]  # fmt: skip


def test_what_is_no_running_text_is_left_out():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>bỏ đi</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
        "<text:p>Thu đạt 5<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Theo báo cáo.</text:p></text:note-body>"
        "</text:note> tỷ<text:s text:c='999999999'/>đồng<office:annotation><text:p>Hỏi lại.</text:p></office:annotation>,<text:line-break/>"
        "\n   tăng 2%.</text:p>"
        '<text:section text:display="none"><text:p>Ẩn cả đoạn.</text:p></text:section>'
    )
    assert said(read(odt(body), "a.odt")) == ["Thu đạt 5 tỷ đồng, tăng 2%."]


def test_a_row_that_says_it_is_repeated_without_end_is_read_once_and_a_cell_so_often_as_a_row_may_have():
    body = (
        '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>Xã</text:p></table:table-cell>'
        '<table:table-cell table:number-columns-repeated="999999"/></table:table-row></table:table>'
    )
    document = read(odt(body), "a.odt")
    assert [block.kind for block in document.blocks] == [BlockKind.ROW]
    assert len(document.blocks[0].cells) == 65


@pytest.mark.parametrize(
    "body",
    [
        "<text:p>Thu.<office:annotation><text:p>MẬT</text:p></office:annotation></text:p>",
        "<text:p>Thu.<text:note><text:note-body><text:p>TỐI MẬT</text:p></text:note-body></text:note></text:p>",
        "<text:p>Thu.<draw:frame><draw:image/><svg:title>TUYỆT MẬT</svg:title></draw:frame></text:p>",
        "<text:p>Thu.<draw:custom-shape><text:p>M Ậ T</text:p></draw:custom-shape></text:p>",
        '<text:section text:display="none"><text:p>TỐI MẬT</text:p></text:section><text:p>Thu.</text:p>',
    ],
    ids=["a comment", "a note", "words for a picture", "a shape", "a hidden part"],
)
def test_a_mark_of_secrecy_anywhere_refuses_it(body):
    assert refused(odt(body), "a.odt") == "state-secret"


def test_a_mark_in_a_header_among_the_properties_or_in_a_drawing_of_its_own_refuses_it():
    data = odt("<text:p>Thu ngân sách đạt 5 tỷ đồng.</text:p>")
    assert "5 tỷ" in read(data, "a.odt").text
    styles, meta = part(data, "styles.xml"), part(data, "meta.xml")
    header = "<style:header><text:p>MẬT</text:p></style:header>"
    header = f"<office:master-styles><style:master-page>{header}</style:master-page></office:master-styles>"
    assert refused(rezipped(data, {"styles.xml": styles.replace(b"</office", header.encode() + b"</office")}), "a.odt") == "state-secret"
    assert refused(rezipped(data, {"meta.xml": meta.replace(b"Thu", "Báo cáo (TỐI MẬT)".encode())}), "a.odt") == "state-secret"
    drawn = part(odt("<text:p>MẬT</text:p>"), "content.xml")
    assert refused(rezipped(data, {"Object 1/content.xml": drawn}), "a.odt") == "state-secret"


def test_a_manifest_that_names_its_type_as_older_programs_write_is_no_reason_to_refuse():
    manifest = b'<?xml version="1.0"?><!DOCTYPE m PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><m/>'
    data = rezipped(odt("<text:p>Thu đạt 5 tỷ đồng.</text:p>"), {"META-INF/manifest.xml": manifest})
    assert said(read(data, "a.odt")) == ["Thu đạt 5 tỷ đồng."]


def test_an_empty_library_is_no_macro_and_a_module_in_it_is_one():
    data = saved("lists", "odt")
    assert read(rezipped(data, {"Basic/Standard/script-lb.xml": b"<l/>"}), "a.odt").text
    assert refused(rezipped(data, {"Basic/Standard/Module1.xml": b"<l/>"}), "a.odt") == "macros"


def test_parts_nested_as_deep_as_the_parser_goes_are_read():
    deep = "<text:section>" * 240 + "<text:p>Thu đạt 5 tỷ đồng.</text:p>" + "</text:section>" * 240
    assert said(read(odt(deep), "a.odt")) == ["Thu đạt 5 tỷ đồng."]
