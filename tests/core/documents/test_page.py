import pytest

from giaoban.documents import read
from giaoban.model import BlockKind
from tests.core.documents.made import REPORT, encoded, page
from tests.core.documents.reading import said

ARTICLE = "".join(f"<p>{line}</p>" for line in REPORT)
MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">Chuyên mục số {n} của trang</a></li>' for n in range(12)) + "</ul></nav>"
FOOT = "<footer><p>Cơ quan chủ quản: Thị ủy Đông Triều. Bản quyền thuộc về trang tin thị xã.</p></footer>"


def test_the_article_is_read_without_the_menus_around_it():
    body = f"{MENU}<h1>Thị xã Đông Triều họp giao ban quý I</h1><div>Thứ Năm, 12/03/2020, 13:42</div><article>{ARTICLE}</article>{FOOT}"
    document = read(page(body), "a.html")
    assert said(document) == ["Thị xã Đông Triều họp giao ban quý I", "Thứ Năm, 12/03/2020, 13:42", *REPORT]
    assert [block.kind.value for block in document.blocks[:3]] == ["title", "dateline", "paragraph"]
    assert document.media_type == "text/html"


def test_tables_lists_headings_and_broken_lines_of_the_article_are_kept():
    table = "<table><tr><th>Chỉ tiêu</th><th>Kế hoạch</th></tr><tr><td>Thu ngân sách<br>(tỷ đồng)</td><td>2.500</td></tr></table>"
    tasks = "<h2>Nhiệm vụ</h2><ul><li>Xử lý nước thải;</li></ul><p>Một là gọn.<br>- Hai là nhanh.</p>"
    body = f"<h1>Thị xã giao ban công tác quý I</h1>{ARTICLE}{table}{tasks}"
    document = read(page(f"{MENU}<div>{body}</div>{FOOT}"), "a.html")
    rest = said(document)[1 + len(REPORT) :]
    assert rest == [
        "Chỉ tiêu | Kế hoạch",
        "Thu ngân sách (tỷ đồng) | 2.500",
        "Nhiệm vụ",
        "Xử lý nước thải;",
        "Một là gọn.",
        "- Hai là nhanh.",
    ]
    kinds = [block.kind for block in document.blocks][1 + len(REPORT) :]
    assert kinds[:4] == [BlockKind.ROW, BlockKind.ROW, BlockKind.HEADING, BlockKind.LIST_ITEM]


def test_an_article_laid_out_in_tables_within_a_form_is_found():
    cell = f"<table><tr><td><a href='/'>Trang chủ</a></td><td>{ARTICLE}</td></tr></table>"
    counter = "<table><tr><td>SỐ LƯỢT TRUY CẬP</td></tr><tr><td>2</td></tr><tr><td>9</td></tr></table>"
    document = read(page(f"<form>{cell}{counter}{counter}</form>"), "a.html")
    assert said(document)[: len(REPORT)] == list(REPORT) or said(document)[1 : 1 + len(REPORT)] == list(REPORT)
    assert "9" not in said(document)


def test_a_title_in_a_lesser_heading_and_a_foot_in_plain_paragraphs_are_told_from_the_article():
    above = '<h3>Tin tức</h3><div><h2 class="title">Thị xã Đông Triều họp giao ban quý I</h2><span>12/03/2020</span></div>'
    foot = "<p>Cơ quan chủ quản: UBND thị xã Đông Triều. Địa chỉ: số 12, phường Đông Triều. Lượt truy cập: 1.234.567, đang xem: 17</p>"
    document = read(page(f"{MENU}{above}<div><div>{ARTICLE}</div></div>{foot}"), "a.html")
    assert said(document) == ["Thị xã Đông Triều họp giao ban quý I", "12/03/2020", *REPORT]
    assert document.blocks[0].kind is BlockKind.TITLE


def test_a_short_page_is_read_whole():
    document = read(page("<p>Giao phòng Kinh tế báo cáo trước ngày 30/6.</p>"), "a.html")
    assert said(document) == ["Giao phòng Kinh tế báo cáo trước ngày 30/6."]


def test_scripts_styles_and_comments_are_not_text():
    hidden = "<script>var a = 'Bí thư yêu cầu 99 xã';</script><style>p{color:red}</style><!-- 77 phường --><template>55 tổ</template>"
    text = read(page(f"{hidden}{ARTICLE}"), "a.html").text
    assert not any(number in text for number in ("99", "color", "77", "55"))


def test_a_declared_entity_reaches_no_file():
    data = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{ARTICLE}<p>Lấy &x; ra.</p></body></html>'
    ).encode()
    text = read(data, "a.html").text
    assert "root:" not in text
    assert REPORT[0] in text


@pytest.mark.parametrize("name", ["tcvn3", "vni", "windows-1258"])
def test_a_page_in_an_old_encoding_is_read(name):
    body = "".join(f"<p>{line}</p>" for line in REPORT)
    data = b"<html><body>" + encoded(body, name) + b"</body></html>"
    assert said(read(data, "a.html")) == list(REPORT)


def test_old_letters_written_as_entities_are_read():
    body = "".join(f"<p>{encoded(line, 'tcvn3').decode('latin-1').encode('ascii', 'xmlcharrefreplace').decode()}</p>" for line in REPORT)
    assert said(read(f"<html><body>{body}</body></html>".encode(), "a.html")) == list(REPORT)


def test_a_page_is_told_from_its_bytes_whatever_its_name_and_width():
    assert read(page(ARTICLE), "a.txt").media_type == "text/html"
    assert read(page(ARTICLE, charset="utf-16"), "a.docx").media_type == "text/html"
    assert read(f"<div>{ARTICLE}</div>".encode(), "a").media_type == "text/html"


def test_a_text_that_only_mentions_a_tag_is_a_text():
    assert read(f"Dùng thẻ <br> để xuống dòng.\n{REPORT[0]}".encode(), "a.html").media_type == "text/plain"


@pytest.mark.parametrize("data", [b"<html>", b"<p>x", b"<!doctype html><p>5", b"<html><body>a</body></html>"])
def test_a_page_of_a_few_bytes_is_read_or_refused_but_never_falls(data):
    from giaoban.model import Refused

    try:
        assert read(data, "a.html").text
    except Refused as refused:
        assert refused.code == "no-text"


def test_an_old_page_of_tables_and_line_breaks_has_the_title_over_its_date():
    menu = "<table><tr><td><b>DANH MỤC</b></td></tr><tr><td><a>Tin hoạt động</a></td></tr><tr><td>Đang xem: 45</td></tr></table>"
    text = "<b>Hội nghị giao ban quý I năm 2020</b><br><i>Cập nhật lúc: 15:02 12/03/2020</i><br><br>" + "<br><br>".join(REPORT)
    document = read(page(f"<table><tr><td>{menu}</td><td>{text}</td></tr></table>"), "a.html")
    assert said(document) == ["Hội nghị giao ban quý I năm 2020", "Cập nhật lúc: 15:02 12/03/2020", *REPORT]
    assert [block.kind for block in document.blocks[:2]] == [BlockKind.TITLE, BlockKind.DATELINE]


@pytest.mark.parametrize("named", ['class="ads"', 'class="box quang-cao"', 'id="ad-3"', 'class="cookie-banner"', 'class="sponsored"'])
def test_an_advertisement_within_the_article_is_no_part_of_it(named):
    lines = [f"<p>{line}</p>" for line in REPORT]
    lines.insert(2, f"<div {named}>Căn hộ ven biển chỉ từ 1,2 tỷ đồng</div>")
    assert "1,2 tỷ" not in read(page(f"<h1>Thị xã giao ban</h1><article>{''.join(lines)}</article>"), "a.html").text


@pytest.mark.parametrize("named", ['class="has-ads"', 'class="loads shadow"', 'id="adsense-page cookies"'])
def test_a_page_that_bears_the_name_of_advertisements_is_read(named):
    assert list(REPORT) == said(read(page(f"<div {named}>{ARTICLE}</div>"), "a.html"))


@pytest.mark.parametrize("words", [">>> Xem thêm:", "Đọc thêm:", "» Mời bạn xem tiếp:", "Tin liên quan:"])
def test_a_line_within_the_article_that_leads_to_another_is_no_part_of_it(words):
    lines = [f"<div>{line}</div>" for line in REPORT]
    lines.insert(2, f'<div><b>{words} <a href="/2">Thị xã có 15 xã đạt chuẩn nông thôn mới</a></b></div>')
    document = read(page(f"<h1>Thị xã giao ban</h1><div>{''.join(lines)}</div><div>Đánh giá: 4.5/5 (12 lượt)</div>"), "a.html")
    assert said(document) == ["Thị xã giao ban", *REPORT]


def test_a_sentence_of_the_article_that_holds_a_link_is_read():
    line = 'Xem thêm 12 hồ sơ, <a href="/2">tổ công tác</a> đề nghị xã báo cáo: nợ thuế còn 3 tỷ đồng.'
    document = read(page(f"<h1>Thị xã giao ban</h1><div>{ARTICLE}<p>{line}</p></div>"), "a.html")
    assert "nợ thuế còn 3 tỷ đồng" in document.text
