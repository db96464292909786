"""A mark of secrecy in what a file says of itself, or has as a drawing, refuses it; words about secrecy there do not."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.documents import about, read
from giaoban.model import Refused
from tests.core.documents.made import REPORT, Pages, packed, pdf, pdf_of_objects, rezipped, word
from tests.core.documents.reading import refused

TEXT = "\n\n".join(REPORT)
NAMES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
DRAWN = {
    "a text on a path": '<v:shape><v:textpath string="TỐI MẬT"/></v:shape>',
    "a path of several lines": '<v:shape><v:textpath string="TỐI MẬT&#10;Không sao chụp"/></v:shape>',
    "a path beside other words": '<v:shape><v:textpath string="MẬT - Bản số 2"/></v:shape>',
    "a path in an old font": '<v:shape><v:textpath style="font-family:&quot;.VnTimeH&quot;" string="TèI MËT"/></v:shape>',
    "a path in look-alike letters": '<v:shape><v:textpath string="МẬТ"/></v:shape>',
    "art of words": "<a:txBody><a:p><a:r><a:t>MẬ</a:t></a:r><a:r><a:t>T</a:t></a:r></a:p></a:txBody>",
    "a description": '<wp:docPr id="1" name="x" descr="TUYỆT MẬT"/>',
    "words in place of a picture": '<v:shape alt="MẬT"/>',
}
SAID = [
    ("title", "Báo cáo quý I (MẬT)"),
    ("title", "TỐI MẬT"),
    ("subject", "Tuyệt mật"),
    ("keywords", "giao ban; mật"),
    ("keywords", "thường; mật"),
    ("subject", "Mật; Tối mật"),
    ("keywords", "МẬТ"),
]
LET_IN = [
    ("title", "Kế hoạch bảo vệ bí mật nhà nước năm 2020 - công tác bảo mật"),
    ("title", "Nuôi ong lấy mật, phấn hoa"),
    ("subject", "Mật độ dân số"),
    ("keywords", "bí mật, bảo mật, mật ong, mật độ"),
    ("author", "Mật"),
    ("author", "MAT"),
    ("subject", "Thường | Mật | Tối mật"),
]


def in_header(markup):
    def build(document):
        run = document.sections[0].header.paragraphs[0].add_run()._r
        run.append(parse_xml(f"<w:pict {nsdecls('w')} {NAMES}>{markup}</w:pict>"))

    return build


def named(name, value):
    return word(lambda document: setattr(document.core_properties, name, value))


def custom(value, name="Độ mật"):
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"><property pid="2" '
        f'name="{name}"><vt:lpwstr xmlns:vt="urn:vt">{value}</vt:lpwstr></property></Properties>'
    ).encode()


def pdf_named(name, value):
    document = Pages()
    document.add_page()
    document.multi_cell(0, 6, TEXT)
    getattr(document, f"set_{name}")(value)
    return bytes(document.output())


def utf16(text):
    return f"<FEFF{text.encode('utf-16-be').hex()}>".encode()


def pdf_with(properties=b"", catalogue=b"", *more):
    line = b"BT /F 12 Tf 50 700 Td (Thu ngan sach dat 2.572 ty dong.) Tj ET"
    font = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources%b>>" % font
    text = b"<</Length %d>>stream\n%b\nendstream" % (len(line), line)
    made = pdf_of_objects(
        [b"<</Type/Catalog/Pages 2 0 R%b>>" % catalogue, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, text, b"<<%b>>" % properties, *more]
    )
    return made.replace(b"/Root 1 0 R", b"/Root 1 0 R/Info 5 0 R")


def xmp(said, keys=b""):
    described = f'<x xmlns:dc="urn:dc"><dc:subject>{said}</dc:subject></x>'.encode()
    content = packed(described + b" " * (2**20 - len(described)), 2**20) if keys else described
    return b"<</Type/Metadata/Subtype/XML%b/Length %d>>stream\n%b\nendstream" % (keys, len(content), content)


@pytest.mark.parametrize(("name", "value"), SAID)
def test_a_mark_among_the_properties_of_a_file_refuses_it(name, value):
    assert refused(named(name, value), "a.docx") == "state-secret"
    assert refused(pdf_named(name, value), "a.pdf") == "state-secret"


@pytest.mark.parametrize(("name", "value"), LET_IN)
def test_words_about_secrecy_among_the_properties_refuse_nothing(name, value):
    assert read(named(name, value), "a.docx").text == TEXT
    assert read(pdf_named(name, value), "a.pdf").text


@pytest.mark.parametrize("part", ["docProps/custom.xml", "docProps/app.xml", "customXml/item1.xml", "docMetadata/LabelInfo.xml"])
def test_a_mark_that_an_office_adds_to_a_word_document_refuses_it(part):
    assert refused(rezipped(word(), {part: custom("Tuyệt mật")}), "a.docx") == "state-secret"
    assert read(rezipped(word(), {part: custom("Thường")}), "a.docx").text == TEXT


def test_the_name_of_a_label_is_looked_at():
    label = '<c:labelList xmlns:c="urn:c"><c:label id="{1}" name="Tối mật"/></c:labelList>'.encode()
    assert refused(rezipped(word(), {"docMetadata/LabelInfo.xml": label}), "a.docx") == "state-secret"


def test_a_mark_that_an_office_adds_to_a_pdf_refuses_it():
    assert refused(pdf_with(b"/SecurityClass" + utf16("Mật")), "a.pdf") == "state-secret"
    assert refused(pdf_with(b"/#C4#90#E1#BB#99" + utf16("Mật")), "a.pdf") == "state-secret"
    assert read(pdf_with(b"/SecurityClass" + utf16("Thường")), "a.pdf").text


@pytest.mark.parametrize("keys", [b"", b"/Filter/FlateDecode"], ids=("plain", "packed"))
def test_a_mark_in_the_description_of_a_pdf_refuses_it(keys):
    assert refused(pdf_with(b"", b"/Metadata 6 0 R", xmp("mật", keys)), "a.pdf") == "state-secret"
    assert read(pdf_with(b"", b"/Metadata 6 0 R", xmp("bí mật", keys)), "a.pdf").text


def test_a_mark_among_the_bookmarks_of_a_pdf_refuses_it():
    outline = b"<</First 7 0 R/Last 7 0 R/Count 1>>"
    assert refused(pdf_with(b"", b"/Outlines 6 0 R", outline, b"<</Parent 6 0 R/Title%b>>" % utf16("TỐI MẬT")), "a.pdf") == "state-secret"


@pytest.mark.parametrize("markup", DRAWN.values(), ids=DRAWN)
def test_a_mark_that_is_drawn_refuses_a_word_document(markup):
    assert refused(word(in_header(markup)), "a.docx") == "state-secret"


def test_a_mark_in_a_diagram_refuses_a_word_document():
    def diagram(said):
        markup = f"<x {NAMES}><a:p><a:r><a:t>{said}</a:t></a:r></a:p></x>".encode()
        return rezipped(word(), {"word/diagrams/data1.xml": markup})

    assert refused(diagram("Mật"), "a.docx") == "state-secret"
    assert read(diagram("Bảo vệ bí mật nhà nước"), "a.docx").text == TEXT


@settings(deadline=None, max_examples=30)
@given(st.binary(max_size=200))
def test_no_bytes_among_the_properties_break_the_looking(junk):
    for part in ("docProps/custom.xml", "word/diagrams/data1.xml"):
        try:
            read(rezipped(word(), {part: junk}), "a.docx")
        except Refused as why:
            assert why.code in {"entities", "state-secret", "docx-broken"}


def test_texts_of_a_pdf_that_are_no_text_break_nothing():
    assert read(pdf_with(b"/Title<FEFFD800>/Keywords<FEFF00>"), "a.pdf").text
    assert read(pdf(), "a.pdf").text


def test_what_is_said_is_looked_at_whole_and_in_its_parts():
    assert list(about.lines([("title", "Báo cáo (Mật)"), ("keywords", "a; b")])) == [
        ["Báo cáo (Mật)"],
        ["Báo cáo"],
        ["Mật"],
        ["a; b"],
        ["a"],
        ["b"],
    ]
