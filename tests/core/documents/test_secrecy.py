import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from giaoban import messages
from giaoban.documents import read
from giaoban.documents.secrecy import marked, refuse_if_secret
from giaoban.model import Refused
from tests.core.documents.made import REPORT, Pages, encoded, page, pdf, pdf_with_stamp, scan, word
from tests.tables import table

CASES = table("secrecy.tsv")
TEXT = "\n\n".join(REPORT)


def code(*arguments):
    with pytest.raises(Refused) as refused:
        read(*arguments)
    return refused.value.code


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['before']}/{case['line']}")
def test_a_line_marks_a_secret_only_as_the_corpus_says(case):
    assert (marked(case["line"], case["before"], case["where"] == "edge") or "") == case["level"]


def test_the_corpus_has_marks_and_words_that_are_none():
    assert sum(1 for case in CASES if case["level"]) >= 25
    assert sum(1 for case in CASES if not case["level"]) >= 25


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT", "t ố i  m ậ t", "[MẬT]", "Số: 12/BC-UBND  MẬT"])
def test_a_marked_text_is_refused_wherever_the_mark_stands(mark):
    assert code(f"{mark}\n\n{TEXT}".encode(), "a.txt") == "state-secret"
    assert code(f"{TEXT}\n\n{mark}\n".encode(), "a.txt") == "state-secret"


@pytest.mark.parametrize("name", ["tcvn3", "vni", "viscii", "windows-1258", "utf-16"])
def test_a_mark_is_found_in_every_encoding(name):
    text = f"Tối mật\n\n{TEXT}"
    assert code(text.encode(name) if name == "utf-16" else encoded(text, name), "a.txt") == "state-secret"


def test_a_mark_in_the_header_or_footer_of_a_word_document_is_found():
    def in_header(document):
        document.sections[0].header.paragraphs[0].text = "TUYỆT MẬT"

    def in_footer(document):
        document.sections[0].footer.paragraphs[0].text = "Mật"

    assert code(word(in_header), "a.docx") == code(word(in_footer), "a.docx") == "state-secret"


def test_a_watermark_is_a_mark():
    def in_header(document):
        run = document.sections[0].header.paragraphs[0].add_run()._r
        run.append(
            parse_xml(
                f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textpath string="MẬT"/></v:shape></w:pict>'
            )
        )

    assert code(word(in_header), "a.docx") == "state-secret"


@pytest.mark.parametrize("kind", ["footnotes", "endnotes", "comments"])
def test_a_mark_in_a_note_or_a_comment_of_a_word_document_is_found(kind):
    def said(text):
        def build(document):
            note = f"<w:{kind} {nsdecls('w')}><w:x><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:x></w:{kind}>".encode()
            there = Part(PackURI(f"/word/{kind}9.xml"), "application/xml", note, document.part.package)
            document.part.relate_to(there, f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}")

        return word(build)

    assert code(said("TỐI MẬT"), "a.docx") == "state-secret"
    assert code(said("<broken"), "a.docx") == "docx-broken"
    assert read(said("Xem Quy định về bảo vệ bí mật nhà nước."), "a.docx").text == TEXT


def test_a_mark_in_a_cell_or_in_the_body_of_a_word_document_is_found():
    def in_cell(document):
        row = document.add_table(1, 2).rows[0]
        row.cells[0].text, row.cells[1].text = "ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        row.cells[0].add_paragraph("MẬT")

    assert code(word(in_cell), "a.docx") == "state-secret"
    assert code(word(paragraphs=("TỐI MẬT", *REPORT)), "a.docx") == "state-secret"


def test_a_mark_on_a_web_page_is_found_outside_the_article_too():
    article = "".join(f"<p>{line}</p>" for line in REPORT)
    assert code(page(f"<footer>MẬT</footer><article>{article}</article>"), "a.html") == "state-secret"


def test_a_mark_in_a_pdf_is_found_on_a_line_and_in_a_running_header():
    assert code(pdf(("TỐI MẬT", *REPORT)), "a.pdf") == "state-secret"
    assert code(pdf(REPORT * 30, running="MẬT"), "a.pdf") == "state-secret"


def test_a_mark_in_a_frame_or_in_a_cell_of_a_pdf_is_found():
    document = Pages()
    document.add_page()
    with document.table(first_row_as_headings=False) as table:
        table.row(("ỦY BAN NHÂN DÂN\nTUYỆT MẬT", "CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM"))
    assert code(bytes(document.output()), "a.pdf") == "state-secret"


STAMPED = [
    (b"BT /F 20 Tf 10 20 Td (T\xd4I M\xc2T) Tj ET", b""),
    (b"0 0 160 60 re S", b"/Contents<FEFF004D1EAC0054>"),
    (b"0 0 160 60 re S", b"/V<FEFF004D1EAC0054>"),
]


@pytest.mark.parametrize(("drawing", "keys"), STAMPED, ids=("drawn", "noted", "filled in"))
def test_a_mark_that_was_stamped_over_a_page_of_a_pdf_is_found(drawing, keys):
    assert code(pdf_with_stamp(drawing, keys), "a.pdf") == "state-secret"


def test_what_is_stamped_over_a_page_is_no_part_of_its_text():
    document = read(pdf_with_stamp(b"BT /F 20 Tf 10 20 Td (DA NHAN) Tj ET", b"/Contents(Van thu)"), "a.pdf")
    assert document.text == "Thu ngan sach dat 2.572 ty dong."


def test_a_mark_typed_in_an_old_font_is_found():
    def build(document):
        document.add_paragraph().add_run("TèI MËT").font.name = ".VnTimeH"

    assert code(word(build), "a.docx") == "state-secret"
    old = [encoded(line, "tcvn3").decode("latin-1") for line in ("Tối mật", *REPORT)]
    assert code(word(paragraphs=old), "a.docx") == "state-secret"
    assert code(page("".join(f"<p>{line}</p>" for line in old)), "a.html") == "state-secret"


def test_a_scan_is_read_no_further_than_the_page_with_the_mark():
    seen = []

    def ocr(png, number, pages):
        seen.append(number)
        return TEXT if number == 1 else "TỐl MẬT\n\n" + TEXT

    assert code(scan(4), "a.pdf", ocr) == "state-secret"
    assert seen == [1, 2]


def test_words_about_secrecy_in_sentences_refuse_nothing():
    text = "\n\n".join(
        (
            TEXT,
            "Công tác bảo vệ bí mật nhà nước",
            "Thị xã tập huấn về bảo vệ bí mật nhà nước cho 120 cán bộ.",
            "Mật độ dân số 800 người/km2.",
        )
    )
    assert read(text.encode(), "a.txt").text == text


@pytest.mark.parametrize("lines", [("T", "Ố", "I", "", "M", "Ậ", "T"), ("HUYỆN ỦY", "M", "Ậ", "T", "BÁO CÁO"), ("TỐI", "M", "Ậ", "T")])
def test_a_mark_written_downwards_or_a_letter_in_each_cell_is_found(lines):
    assert code("\n".join((*lines, TEXT)).encode(), "a.txt") == "state-secret"


@pytest.mark.parametrize("lines", [("T", "T", "M", "Ậ", "T"), ("M", "1", "Ậ", "T"), ("1", "M", "A", "T")])
def test_letters_one_below_the_other_that_make_no_mark_refuse_nothing(lines):
    assert read("\n".join((*lines, TEXT)).encode(), "a.txt")


STATE = ("UBND HUYỆN BÌNH AN", "Số: 31/BC-UBND")


@pytest.mark.parametrize(
    "lines", [(*STATE, "MẤT"), ("MẤT", *STATE), ("", "MẤT", ""), (*STATE, "TUYỆT MÁT", "BÁO CÁO"), ("TỐI MẮT",), (*STATE, "M Ấ T")]
)
def test_a_stamp_that_a_scan_has_read_as_another_word_is_found_below_a_letterhead_or_alone(lines):
    with pytest.raises(Refused):
        refuse_if_secret([lines])


@pytest.mark.parametrize(
    "lines",
    [
        ("Kết quả siêu âm", "Gan", "Mật", "Tụy", "Lách"),
        ("GAN", "MẬT", "TỤY"),
        ("Hàng hóa", "- Mật", "- Sáp ong"),
        ("TÀI SẢN", "CÒN", "MẤT", "HỎNG"),
        (*STATE, "Mất", "BÁO CÁO"),
        (*STATE, "MẮT", "TAI"),
    ],
)
def test_organs_foods_and_what_is_lost_refuse_nothing(lines):
    refuse_if_secret([lines])


@pytest.mark.parametrize("lines", [("GAN DẠ BÁM BIỂN", "MẬT", "Thu ngân sách đạt 5 tỷ đồng."), (*STATE, "Mật", "Đường liên xã")])
def test_a_mark_beside_words_that_only_begin_like_organs_is_found(lines):
    with pytest.raises(Refused):
        refuse_if_secret([lines])


def test_a_table_that_counts_papers_by_their_secrecy_is_no_mark():
    def counted(document):
        table = document.add_table(0, 3)
        for row in (("TT", "Độ mật", "Số văn bản"), ("1", "Văn bản mật", "12"), ("2", "Tối mật", "1.204"), ("3", "Thường", "8")):
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words

    assert "Văn bản mật" in read(word(counted), "a.docx").text
    rows = "".join(f"<tr><td>{name}</td><td>{count}</td></tr>" for name, count in (("Mật", 12), ("Tối mật", 3)))
    article = "".join(f"<p>{line}</p>" for line in REPORT * 6)
    assert read(page(f"<article>{article}<table>{rows}</table>{article}</article>"), "a.html")
    assert code("\n".join(("2", "MẬT", "3", TEXT)).encode(), "a.txt") == "state-secret"


ASIDE = ["<img src=dau.png alt='Dấu TỐI MẬT'>", "<title>Báo cáo (MẬT)</title>", "<svg><text>TỐI MẬT</text></svg>", "<input value='MẬT'>",
         "<textarea>TUYỆT MẬT</textarea>", "<noscript>MẬT</noscript>"]  # fmt: skip


@pytest.mark.parametrize("aside", ASIDE)
def test_a_mark_on_a_web_page_is_found_in_what_is_no_running_text(aside):
    article = "".join(f"<p>{line}</p>" for line in REPORT)
    assert code(page(f"{aside}<article>{article}</article>"), "a.html") == "state-secret"
    assert read(page(f"{aside.replace('MẬT', 'MẬT ONG')}<article>{article}</article>"), "a.html")


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_refusal_names_the_degree_and_the_law(language):
    with pytest.raises(Refused) as refused:
        refuse_if_secret([["TUYỆT MẬT"]])
    said = messages.say(refused.value, language)
    assert all(words in said for words in ("TUYỆT MẬT", "117/2025/QH15", "29/2018/QH14", "Luật Bảo vệ bí mật nhà nước"))
