"""Files that cannot be read, by what is the matter with them: the bytes, the name they come under, the code of the refusal.

What takes long to make is made when its test runs: every worker of the tests looks through the cases, one of them needs it.
"""

import base64 as b64
import random
import struct
import zlib
from collections.abc import Callable, Iterator

from tests.core.documents import bad_offices, heavy, made, older
from tests.core.documents.bad_offices import ENTITY, LAUGHS, NESTED, zipped

Case = tuple[str, bytes | Callable[[], bytes], str, str]


def cases() -> Iterator[Case]:
    yield from plain()
    yield from other_kinds()
    yield from documents()
    yield from archives()
    yield from bad_offices.cases()
    yield from pages()
    yield from heavy.cases()


def plain() -> Iterator[Case]:
    text = "\n".join(made.REPORT)
    yield "nothing at all", b"", "a.txt", "empty"
    yield "only blanks", b" \r\n\t \n", "a.txt", "empty"
    yield "only noughts", bytes(10_000), "a.docx", "empty"
    yield "only signs", b"--- *** ... !!!", "a.txt", "no-text"
    yield "sixty megabytes", lambda: b"a" * (60 * 2**20), "a.txt", "too-big"
    yield "fifty million letters", lambda: b"a b " * (12 * 2**20), "a.txt", "too-long"
    yield "a million lines of a letter each", lambda: b"a\n" * 10**6, "a.txt", "too-many-lines"
    yield "binary junk", random.Random(1).randbytes(100_000), "a.txt", "binary"
    yield "text strewn with noughts", text.replace(" ", "\x00").encode(), "a.txt", "binary"
    yield "another language in Latin-1", "Les élèves étaient très fâchés, même à Orléans.".encode("latin-1"), "a.txt", "encoding-unknown"


def other_kinds() -> Iterator[Case]:
    junk = random.Random(2).randbytes(2_000)
    yield "a PNG called .docx", made.picture(), "a.docx", "picture"
    yield "a JPEG called .pdf", b"\xff\xd8\xff\xe0" + junk, "a.pdf", "picture"
    yield "a BMP", b"BM" + junk, "a.txt", "picture"
    yield "a HEIC from a telephone", b"\x00\x00\x00\x18ftypheic" + junk, "a.pdf", "picture"
    yield "a recording", b"ID3\x04" + junk, "a.docx", "sound"
    yield "a film", b"\x00\x00\x00\x18ftypmp42" + junk, "a.docx", "sound"
    yield "a program called .docx", b"MZ\x90\x00" + junk, "a.docx", "program"
    yield (
        "a letter",
        b"From: a@b.vn\r\nSubject: =?utf-8?b?R2lhbyBiYW4=?=\r\n kq\r\nMIME-Version: 1.0\r\n\r\nVGh1IG5nw6JuIHPDoWNo",
        "a.txt",
        "mail",
    )
    yield (
        "a page saved in one file",
        b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html><p>Thu ng=C3=A2n</p></html>",
        "a.html",
        "mail",
    )
    yield "a spreadsheet", zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}), "a.docx", "other-office"
    yield "a sheet of OpenDocument", bad_offices.declared_as(b"spreadsheet"), "a.odt", "other-office"
    yield "a presentation of OpenDocument", bad_offices.declared_as(b"presentation"), "a.odt", "other-office"
    yield "an OpenDocument of nothing known", bad_offices.declared_as(b"text "), "a.odt", "odt-broken"
    yield "markup of some other kind", b'<?xml version="1.0"?><rss><channel/></rss>', "a.html", "other-office"
    yield "a ZIP of something else", zipped({"a.txt": b"abc"}), "a.docx", "packed"
    yield "a RAR", b"Rar!\x1a\x07\x00" + junk, "a.docx", "packed"


def documents() -> Iterator[Case]:
    word, pdf = made.word(), made.pdf()
    yield "a Word document cut off", word[: len(word) // 2], "a.docx", "archive-broken"
    yield "a Word document without its last bytes", word[:-10], "a.docx", "archive-broken"
    yield "a Word document damaged in the middle", word[:2_000] + bytes(3_000) + word[5_000:], "a.docx", "archive-broken"
    yield "a Word document whose text ends in the middle", _retexted(word, lambda text: text[: len(text) // 2]), "a.docx", "docx-broken"
    yield "a Word document with a password", _ole_encrypted(), "a.docx", "encrypted"
    yield "a Word document with macros", made.rezipped(word, {"word/vbaProject.bin": b"macro"}), "a.docx", "macros"
    yield "a Word document declared to have macros", _macro_enabled(word), "a.docx", "macros"
    yield "a Word document with macros under another name", _renamed_macros(word), "a.docx", "macros"
    yield (
        "a Word document of a million empty paragraphs",
        lambda: _retexted(word, lambda text: _more(text, _empty())),
        "a.docx",
        "too-many-tags",
    )
    yield "a Word document of six million letters", lambda: _retexted(word, lambda text: _more(text, _wordy())), "a.docx", "too-long"
    yield "a Word document that reads another file", _retexted(word, lambda text: _declared(text, ENTITY)), "a.docx", "entities"
    yield "a Word document that laughs a billion times", _retexted(word, lambda text: _declared(text, LAUGHS)), "a.docx", "entities"
    yield "a Word document nested ten thousand deep", _retexted(word, _nested), "a.docx", "nested"
    yield "a PDF cut off", pdf[: len(pdf) // 2], "a.pdf", "pdf-broken"
    yield "a PDF without its end", pdf[:-12], "a.pdf", "pdf-broken"
    yield "a PDF of nothing", b"%PDF-1.7\n%%EOF\n", "a.pdf", "pdf-broken"
    yield "a PDF with a password", made.pdf(password="mat-khau"), "a.pdf", "encrypted"
    yield "a PDF of six hundred pages", lambda: made.pdf_of_pages(600), "a.pdf", "too-many-pages"
    yield "a PDF that swells to three hundred megabytes", lambda: made.pdf_of_stream(b" ", 300 * 2**20), "a.pdf", "archive-swells"
    yield (
        "a PDF packed twice that swells to a gigabyte",
        _packed_twice,
        "a.pdf",
        "archive-swells",
    )
    yield "a PDF written in letters that swells", _written_in_letters, "a.pdf", "archive-swells"
    yield "a PDF of runs that swells", made.pdf_of_filtered(b"/RL/RL", b"\x81\x81" * 2**17), "a.pdf", "archive-swells"
    yield "a PDF that draws three million lines", lambda: made.pdf_of_stream(b"0 0 m 9 9 l S ", 42 * 2**20), "a.pdf", "archive-swells"
    yield "a PDF whose drawings draw each other without end", made.pdf_of_drawings(10, 10), "a.pdf", "archive-swells"
    yield "a PDF of such drawings that share their resources", made.pdf_of_drawings(10, 10, apart=True), "a.pdf", "archive-swells"
    yield "a PDF with a picture of a billion dots", made.pdf_of_picture(30_000, 30_000), "a.pdf", "archive-swells"
    yield "a scan where no OCR is installed", made.scan(), "a.pdf", "scan-needs-ocr"


def archives() -> Iterator[Case]:
    word = made.word()
    yield (
        "a ZIP that swells a thousand times",
        lambda: made.rezipped(word, {"word/document.xml": bytes(30 * 2**20)}),
        "a.docx",
        "archive-swells",
    )
    yield (
        "a ZIP that swells by its pictures",
        lambda: made.rezipped(word, {"word/media/a.bin": bytes(130 * 2**20)}),
        "a.docx",
        "archive-swells",
    )
    yield "a ZIP that says it is small and is not", lambda: _lying(word), "a.docx", "archive-broken"
    yield (
        "a ZIP of ten thousand entries",
        lambda: made.rezipped(word, {f"word/{n}.txt": b"" for n in range(10_000)}),
        "a.docx",
        "archive-swells",
    )
    yield "a ZIP with a locked entry", _flagged(word), "a.docx", "encrypted"
    yield "a ZIP that ends where it begins", b"PK\x05\x06" + bytes(18), "a.docx", "packed"
    yield "only the sign of a ZIP", b"PK\x03\x04", "a.docx", "archive-broken"


def pages() -> Iterator[Case]:
    yield "a page nested ten thousand deep", made.page("<div>" * NESTED + "x"), "a.html", "nested"
    yield "a page of tables nested ten thousand deep", made.page("<table><tr><td>" * NESTED + "x"), "a.html", "nested"
    crowd = " ".join(f"a{number}=1" for number in range(20_000))
    yield "a page with a tag of twenty thousand attributes", made.page(f"<p {crowd}>Xin chào</p>"), "a.html", "overladen"
    yield "a page with such a tag and a sign in quotes", made.page(f"<p b='>' {crowd}>Xin chào</p>"), "a.html", "overladen"
    yield "a page without words", made.page("<img src=a.png><br>"), "a.html", "no-text"
    yield "a page of a million paragraphs that never end", lambda: made.page("<p>" * 10**6 + "x"), "a.html", "too-many-tags"
    wide = "<tr>" + "<td rowspan=64 colspan=64>1" * 4 + "</tr>" + "<tr><td>1</tr>" * 63
    yield "a page of cells that reach over five million", lambda: made.page(f"<table>{wide * 300}"), "a.html", "too-many-tags"
    yield "a page of six million letters", lambda: made.page("<p>" + "thu ngân sách " * 450_000), "a.html", "too-long"
    yield "a page of document types", lambda: made.page("<!DOCTYPE [" * 200_000), "a.html", "no-text"
    yield "a page of twelve million letters", lambda: made.page("<p>" + "a b " * (3 * 2**20)), "a.html", "too-long"


def _packed_twice() -> bytes:
    return made.pdf_of_filtered(b"/FlateDecode/FlateDecode", zlib.compress(made.packed(bytes(2**20), 2**30)))


def _written_in_letters() -> bytes:
    return made.pdf_of_filtered(b"/ASCII85Decode/FlateDecode", b64.a85encode(made.packed(b" ", 2**26)) + b"~>")


def _retexted(word: bytes, change) -> bytes:
    return made.rezipped(word, {"word/document.xml": change(made.part(word, "word/document.xml"))})


def _declared(text: bytes, declaration: bytes) -> bytes:
    head, sign, body = text.partition(b"?>")
    return head + sign + declaration + body.replace(b"</w:t>", b"&x;</w:t>", 1)


def _nested(text: bytes) -> bytes:
    return text.replace(b"<w:body>", b"<w:body>" + b"<w:sdt><w:sdtContent>" * NESTED + b"</w:sdtContent></w:sdt>" * NESTED, 1)


def _more(text: bytes, paragraphs: bytes) -> bytes:
    return text.replace(b"</w:body>", paragraphs + b"</w:body>", 1)


def _empty() -> bytes:
    return b"".join(b'<w:p w:id="%d"/>' % (number * 7_919 % 1_000_003) for number in range(10**6))


def _wordy() -> bytes:
    words = (f"Năm {number * 7_919 % 1_000_003} thu đạt kế hoạch {number}, vượt chỉ tiêu được giao từ đầu năm" for number in range(90_000))
    return "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in words).encode()


def _renamed_macros(word: bytes) -> bytes:
    types = made.part(word, "[Content_Types].xml")
    declared = b'<Override PartName="/word/a.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    return made.rezipped(word, {"word/a.bin": b"macro", "[Content_Types].xml": types.replace(b"</Types>", declared)})


def _macro_enabled(word: bytes) -> bytes:
    plain = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = made.part(word, "[Content_Types].xml").replace(plain, b"vnd.ms-word.document.macroEnabled.main+xml")
    return made.rezipped(word, {"[Content_Types].xml": types})


def _ole_encrypted() -> bytes:
    return older.ole({"EncryptedPackage": bytes(5_000), "EncryptionInfo": b"a"})


def _lying(word: bytes) -> bytes:
    """An entry of thirty megabytes that says it has a hundred bytes."""
    data = bytearray(made.rezipped(word, {"word/document.xml": bytes(30 * 2**20)}))
    at = data.rfind(b"word/document.xml")
    struct.pack_into("<I", data, at - 46 + 24, 100)
    return bytes(data)


def _flagged(word: bytes) -> bytes:
    data = bytearray(word)
    at = data.rfind(b"word/document.xml")
    data[at - 46 + 8] |= 1
    return bytes(data)
