"""Files of other offices than Word of today that cannot be read: OpenDocument, Word of before 2007, rich text. See bad.py."""

import random
import struct
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from tests.core.documents import made, older

ENTITY = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 50 + b'"><!ENTITY c "' + b"&b;" * 50 + b'">]>'
NESTED = 10_000
Case = tuple[str, bytes | Callable[[], bytes], str, str]


def cases() -> Iterator[Case]:
    yield from open_documents()
    yield from before_2007()
    yield from rich_texts()


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


def declared_as(kind: bytes) -> bytes:
    return zipped({"mimetype": b"application/vnd.oasis.opendocument." + kind, "content.xml": b"<c/>"})


def _declared_in(markup: bytes, declaration: bytes) -> bytes:
    head, sign, body = markup.partition(b"?>")
    return head + sign + declaration + body.replace(b"Xin", b"&x;", 1)


def zipped(entries: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()
