"""Files that cannot be read, by what is the matter with them: the bytes, the name they come under, the code of the refusal.

What takes long to make is made when its test runs: every worker of the tests looks through the cases, one of them needs it.
"""

import base64 as b64
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

from tests.core.documents import heavy, made, older

ENTITY = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 50 + b'"><!ENTITY c "' + b"&b;" * 50 + b'">]>'
NESTED = 10_000
Case = tuple[str, bytes | Callable[[], bytes], str, str]


def cases() -> Iterator[Case]:
    yield from plain()
    yield from other_kinds()
    yield from documents()
    yield from archives()
    yield from open_documents()
    yield from before_2007()
    yield from rich_texts()
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
    yield "a sheet of OpenDocument", _declared_as(b"spreadsheet"), "a.odt", "other-office"
    yield "a presentation of OpenDocument", _declared_as(b"presentation"), "a.odt", "other-office"
    yield "an OpenDocument of nothing known", _declared_as(b"text "), "a.odt", "odt-broken"
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


def open_documents() -> Iterator[Case]:
    whole, text = made.odt("<text:p>Xin chào</text:p>"), "<text:p>Thu ngân sách đạt 5 tỷ đồng.</text:p>"
    content = made.part(whole, "content.xml")
    yield "an OpenDocument cut off", whole[: len(whole) // 2], "a.odt", "archive-broken"
    yield "an OpenDocument whose text ends in the middle", made.rezipped(whole, {"content.xml": content[:-40]}), "a.odt", "odt-broken"
    yield "an OpenDocument without a text", made.rezipped(whole, {"content.xml": b"<a/>"}), "a.odt", "odt-broken"
    yield "an OpenDocument in which nothing stands", made.odt("<text:p/>"), "a.odt", "no-text"
    yield (
        "an OpenDocument that reads another file",
        made.rezipped(whole, {"content.xml": _declared_in(content, ENTITY)}),
        "a.odt",
        "entities",
    )
    yield "an OpenDocument that laughs", made.rezipped(whole, {"content.xml": _declared_in(content, LAUGHS)}), "a.odt", "entities"
    yield "an OpenDocument nested ten thousand deep", made.odt("<text:section>" * NESTED + "</text:section>" * NESTED), "a.odt", "nested"
    yield "an OpenDocument with macros", made.rezipped(whole, {"Basic/Standard/Module1.xml": b"<m/>"}), "a.odt", "macros"
    yield (
        "an OpenDocument with a password",
        made.rezipped(whole, {"META-INF/manifest.xml": b"<m><manifest:encryption-data/></m>"}),
        "a.odt",
        "encrypted",
    )
    yield "an OpenDocument of a million paragraphs", lambda: made.odt("<text:p>a</text:p>" * 10**6), "a.odt", "archive-swells"
    yield "an OpenDocument of half a million numbers", lambda: made.odt(_scattered()), "a.odt", "too-many-tags"
    yield "an OpenDocument of six million letters", lambda: made.odt(_scattered(" thu đạt kế hoạch" * 20, 18_000)), "a.odt", "too-long"
    yield "an OpenDocument that swells", lambda: made.rezipped(whole, {"content.xml": bytes(20 * 2**20)}), "a.odt", "archive-swells"
    yield "an OpenDocument of notes and of styles", lambda: made.odt(_notes(text), _styles()), "a.odt", "no-text"


def before_2007() -> Iterator[Case]:
    whole, text = older.doc("Xin chào\r"), "Thu ngân sách đạt 5 tỷ đồng.\r"
    yield "an old Office file of junk", older.head(0, [0]) + random.Random(2).randbytes(20_000), "a.doc", "doc-broken"
    yield "an old Word document cut off", whole[: len(whole) // 2], "a.doc", "doc-broken"
    yield "only the sign of an old Office file", whole[:8], "a.doc", "doc-broken"
    yield "an old Word document with a password", older.doc(text, flags=0x0300), "a.doc", "encrypted"
    yield "an old Word document with a weak password", older.doc(text, flags=0x8200), "a.doc", "encrypted"
    yield "a document of Word 95", older.doc(text, sign=older.WORD_6, number=0x68), "a.doc", "doc-older"
    yield "a document of Word 2", b"\xdb\xa5\x2d\x00" + bytes(500) + b"Xin", "a.doc", "doc-older"
    yield "an old Word document with macros", older.doc(text, storages=("Macros",)), "a.doc", "macros"
    yield "an old Word document in which nothing stands", older.doc("\r\x07\x07\x01\r"), "a.doc", "no-text"
    yield "an old sheet", older.ole({"Workbook": b"a"}), "a.doc", "other-office"
    yield "an old presentation", older.ole({"PowerPoint Document": b"a"}), "a.doc", "other-office"
    yield "a letter of Outlook", older.ole({"__properties_version1.0": b"a"}), "a.doc", "mail"
    yield "an old Office file of nothing", older.ole({}), "a.doc", "other-office"
    yield "an old Word document whose table runs in a circle", _circle(whole), "a.doc", "doc-broken"
    yield "an old Word document whose table of tables runs in a circle", _circle_of_tables(), "a.doc", "doc-broken"
    yield "an old Word document that says it has four gigabytes", _boasting(whole), "a.doc", "doc-broken"
    yield "an old Word document of a million names", lambda: older.ole({"WordDocument": b"a"}, ("a",) * 10**5), "a.doc", "doc-broken"
    yield "an old Word document without pieces", older.doc(text, pieces=b""), "a.doc", "doc-broken"
    yield "an old Word document whose pieces go backwards", older.doc(text, pieces=_pieces([0, 20, 9])), "a.doc", "doc-broken"
    yield "an old Word document whose pieces lie outside", older.doc(text, pieces=_pieces([0, 29], 1 << 29)), "a.doc", "doc-broken"
    yield "an old Word document of six million letters", lambda: older.doc("thu đạt " * 750_000), "a.doc", "too-long"
    yield "an old Word document of a hundred thousand lines", lambda: older.doc("a\r" * 100_001), "a.doc", "too-many-lines"
    yield "an old Word document of a million runs", lambda: older.doc(text, tables={12: bytes(8 * 6_000 + 4)}), "a.doc", "too-many-tags"
    yield "an old Word document whose styles are cut off", older.doc(text, tables={1: b"\x12\x00\x09"}), "a.doc", "doc-broken"
    yield "an old Word document whose lists are cut off", older.doc(text, tables={73: b"\xff\x7f\x00"}), "a.doc", "doc-broken"
    yield "an old Word document nested a hundred deep", _nested_tables(), "a.doc", "nested"


def rich_texts() -> Iterator[Case]:
    head = b"{\\rtf1\\ansi "
    yield "a rich text cut off", head + b"{\\b Xin ch\\'e0o} thu \\par", "a.rtf", "rtf-broken"
    yield "a rich text cut off in a picture", head + b"{\\pict 0a0b0c", "a.rtf", "rtf-broken"
    yield "a rich text with more bytes than it has", head + b"{\\pict\\bin999999999 a}}", "a.rtf", "rtf-broken"
    yield "a rich text in which nothing stands", head + b"{\\fonttbl{\\f0 Arial;}}\\par}", "a.rtf", "no-text"
    yield "a rich text nested a thousand deep", head + b"{" * 1_000 + b"a" + b"}" * 1_001, "a.rtf", "nested"
    yield "a rich text of tables nested a hundred deep", head + b"\\intbl\\itap100 a\\nestcell}", "a.rtf", "nested"
    yield "a rich text of ten million words", lambda: head + b"\\b " * 10**7 + b"}", "a.rtf", "too-many-tags"
    yield "a rich text of half a million groups", lambda: head + b"{a}" * 500_000 + b"}", "a.rtf", "too-many-tags"
    yield "a rich text of fifty million letters", lambda: head + b"a b " * (12 * 2**20) + b"}", "a.rtf", "too-long"
    yield (
        "a rich text of six million letters",
        lambda: head + b"thu {dat} " * 240_000 + b"thu ngan sach " * 250_000 + b"}",
        "a.rtf",
        "too-long",
    )
    yield "a rich text of as many lines", lambda: head + b"a\\par " * 200_000 + b"}", "a.rtf", "too-many-lines"
    yield "a rich text of as many rows", lambda: head + b"\\trowd\\cellx9 a\\cell\\row" * 150_000 + b"}", "a.rtf", "too-many-lines"
    yield "a rich text of as many headers", lambda: head + b"{\\header a\\par}" * 150_000 + b"}", "a.rtf", "too-many-lines"
    yield "a rich text of as many titles", lambda: head + b"{\\title a}" * 240_000 + b"}", "a.rtf", "no-text"


def _circle(whole: bytes) -> bytes:
    """The main stream comes back to its first sector, and says it is as long as it was."""
    at = whole.rindex(struct.pack("<4L", 1, 2, 3, 4))
    return whole[:at] + struct.pack("<4L", 1, 0, 3, 4) + whole[at + 16 :].replace(struct.pack("<L", 0xFFFFFFFE), bytes(4))


def _circle_of_tables() -> bytes:
    return older.head(0, list(range(109)), tables=2**31, chain=0, chains=2**24) + struct.pack("<128L", *[1] * 127, 0) * 2_000


def _boasting(whole: bytes) -> bytes:
    at = whole.index("WordDocument".encode("utf-16-le"))
    return whole[: at + 120] + struct.pack("<L", 0xFFFFFFF0) + whole[at + 124 :]


def _pieces(firsts: list[int], place: int = 2048) -> bytes:
    each = struct.pack("<HLH", 0, place, 0)
    return struct.pack(f"<BL{len(firsts)}L", 2, 4 * len(firsts) + 8 * (len(firsts) - 1), *firsts) + each * (len(firsts) - 1)


def _nested_tables() -> bytes:
    """A paragraph that says it stands a hundred tables deep."""
    said = struct.pack("<HHBHL", 0, 0x2416, 1, 0x6649, 100)
    page = struct.pack("<LL", 0, 10**6) + bytes([20]) + bytes(12)
    page = page.ljust(40, b"\x00") + bytes([0, (len(said) + 1) // 2]) + said
    page = page.ljust(511, b"\x00") + b"\x01"
    text = page.decode("latin-1").encode("latin-1")
    data = bytearray(older.doc("Thu\r" + "x" * 1_000, tables={13: struct.pack("<LLL", 0, 10**6, 5)}))
    data[512 + 5 * 512 : 512 + 6 * 512] = text
    return bytes(data)


def _scattered(more: str = "", count: int = 500_000) -> str:
    return "".join(f"<text:p>{number * 7_919 % 1_000_003}{more}</text:p>" for number in range(count))


def _notes(text: str) -> str:
    return f"<text:p>{''.join(f'<text:note><text:note-body>{text}</text:note-body></text:note>' for _ in range(20_000))}</text:p>"


def _styles() -> str:
    return "".join(f'<style:style style:name="P{number * 7_919 % 1_000_003}" style:family="paragraph"/>' for number in range(50_000))


def _declared_as(kind: bytes) -> bytes:
    return zipped({"mimetype": b"application/vnd.oasis.opendocument." + kind, "content.xml": b"<c/>"})


def _declared_in(markup: bytes, declaration: bytes) -> bytes:
    head, sign, body = markup.partition(b"?>")
    return head + sign + declaration + body.replace(b"Xin", b"&x;", 1)


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


def zipped(entries: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


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
