"""What the bytes are, told by themselves and not by the name."""

import re
from enum import StrEnum

from giaoban.documents import compound
from giaoban.model import Refused


class Kind(StrEnum):
    """The kinds of files that are read."""

    TEXT = "text/plain"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    DOC = "application/msword"
    RTF = "application/rtf"
    ODT = "application/vnd.oasis.opendocument.text"
    PDF = "application/pdf"


REFUSED_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "picture", "PNG"),
    (b"\xff\xd8\xff", "picture", "JPEG"),
    (b"GIF8", "picture", "GIF"),
    (b"II*\x00", "picture", "TIFF"),
    (b"MM\x00*", "picture", "TIFF"),
    (b"BM", "picture", "BMP"),
    (b"\xdb\xa5", "doc-older", "DOC"),
    (b"1\xbe\x00\x00", "doc-older", "DOC"),
    (b"Rar!", "packed", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "packed", "7-Zip"),
    (b"\x1f\x8b", "packed", "GZIP"),
    (b"BZh", "packed", "BZIP2"),
    (b"\xfd7zXZ", "packed", "XZ"),
    (b"ID3", "sound", "MP3"),
    (b"OggS", "sound", "OGG"),
    (b"fLaC", "sound", "FLAC"),
    (b"\x7fELF", "program", "ELF"),
    (b"\xca\xfe\xba\xbe", "program", "Java"),
)
"""How a file begins, the code of its refusal, and its name."""
MZ = b"MZ"
RIFF = {b"WEBP": ("picture", "WebP"), b"WAVE": ("sound", "WAV"), b"AVI ": ("sound", "AVI")}
BASE_MEDIA = re.compile(rb"^....ftyp(?P<brand>....)", re.DOTALL)

LOCKED = "encryptedpackage"
OLDER_PARTS = (
    ("worddocument", "", ""),
    ("workbook", "other-office", "XLS"),
    ("book", "other-office", "XLS"),
    ("powerpoint document", "other-office", "PPT"),
    ("visiodocument", "other-office", "VSD"),
    ("__properties_version1.0", "mail", ""),
)
"""What stands in a compound file, in small letters, the code of its refusal, and its name."""
OLDER_MACROS = frozenset({"macros", "_vba_project", "vba"})

OFFICE_PARTS = (
    ("word/document.xml", None),
    ("xl/workbook", "XLSX"),
    ("ppt/presentation.xml", "PPTX"),
    ("META-INF/container.xml", "EPUB"),
)
MACROS = re.compile(r"vba(?:Project|Data)[^/]*\.(?:bin|xml)$", re.IGNORECASE)
MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject|vbaData")
"""Kinds of parts, whatever they are called, that hold macros."""
OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.([a-z-]+)")
OPEN_TEXTS = (b"text", b"text-template", b"text-master")
OPEN_OTHERS = {b"spreadsheet": "ODS", b"presentation": "ODP", b"graphics": "ODG"}
OPEN_MACROS = re.compile(r"Basic/[^/]+/(?!(?:script|dialog)-lb\.xml$).+|Scripts/.*[^/]$")
"""Macros of an OpenDocument; the lists of an empty library are none."""

RICH = re.compile(rb"\s*\{\\rtf")
PDF_REACH = 1024
HTML_START = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
XML_START = re.compile(rb"^\s*<\?xml\b|^\s*<[a-zA-Z][\w.-]*:[\w.-]+[^<>]*\bxmlns", re.DOTALL)
HTML_TAGS = re.compile(rb"<(?:p|div|br|table|span|title|meta|h[1-6]|article|section)\b[^>]*>", re.IGNORECASE)
CLOSING = re.compile(rb"</(?:p|div|table|span|title|h[1-6]|article|section|a|b|td)\s*>", re.IGNORECASE)
MAIL_REACH = 8192
FIELD = re.compile(rb"[!-9;-~]+:|[ \t]")
"""A line of the head of a letter, or one that goes on with it."""
MAIL = re.compile(rb"(?:mime-version|content-transfer-encoding)\s*:", re.IGNORECASE)
SAMPLE = 1 << 16
CONTROLS = bytes({*range(32), 127} - set(b"\t\n\r\x0b\x0c\x1a") - {2, 3, 4, 5, 6, 16, 17, 18, 19, 20, 21, 25, 28, 29, 30})
"""Bytes that no text has; VISCII and VPS keep letters in the places left out here."""
MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind(data: bytes) -> Kind:
    """Which reader the bytes are for; refuses what none reads, by a message that names it."""
    head = data[:SAMPLE].removeprefix(MARKS[0])
    if b"%PDF-" in head[:PDF_REACH]:
        return Kind.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _office(data)
    if data.startswith(compound.SIGN):
        return _older_office(data)
    _refuse_known(head)
    if RICH.match(head):
        return Kind.RTF
    if _is_mail(head):
        raise Refused("mail")
    if HTML_START.match(_narrow(head)) or _mostly_tags(head):
        return Kind.HTML
    if XML_START.match(_narrow(head)):
        raise Refused("other-office", kind="XML")
    _refuse_binary(head)
    return Kind.TEXT


def _office(data: bytes) -> Kind:
    from giaoban.documents import archive

    container = archive.opened(data)
    names = container.namelist()
    if any(MACROS.search(name) for name in names):
        raise Refused("macros")
    for part, other in OFFICE_PARTS:
        if any(name.startswith(part) for name in names):
            if other:
                raise Refused("other-office", kind=other)
            if MACRO_TYPES.search(archive.unpacked(container, "[Content_Types].xml")):
                raise Refused("macros")
            return Kind.DOCX
    if "mimetype" in names and "content.xml" in names:
        return _open_document(archive.unpacked(container, "mimetype"), names)
    raise Refused("packed", kind="ZIP")


def _older_office(data: bytes) -> Kind:
    container = compound.Compound(data)
    names = container.names()
    if LOCKED in names:
        raise Refused("encrypted")
    code, name = next(((code, name) for part, code, name in OLDER_PARTS if part in names), ("other-office", "OLE"))
    if code:
        raise Refused(code, kind=name)
    if OLDER_MACROS & container.all_names():
        raise Refused("macros")
    return Kind.DOC


def _open_document(declared: bytes, names: list[str]) -> Kind:
    if not (found := OPEN_DOCUMENT.fullmatch(declared.strip())) or found[1] not in OPEN_TEXTS:
        raise Refused("other-office", kind=OPEN_OTHERS.get(found[1] if found else b"", "ODF"))
    if any(OPEN_MACROS.match(name) for name in names):
        raise Refused("macros")
    return Kind.ODT


def _refuse_known(head: bytes) -> None:
    for start, code, name in REFUSED_STARTS:
        if head.startswith(start) and (len(start) > 2 or _has_controls(head)):
            raise Refused(code, kind=name)
    if head.startswith(MZ) and _has_controls(head):
        raise Refused("program", kind="EXE")
    if head.startswith(b"RIFF") and head[8:12] in RIFF:
        code, name = RIFF[head[8:12]]
        raise Refused(code, kind=name)
    if found := BASE_MEDIA.match(head):
        picture = found["brand"].startswith((b"hei", b"avi", b"mif"))
        raise Refused("picture", kind="HEIC") if picture else Refused("sound", kind="MP4")


def _is_mail(head: bytes) -> bool:
    """A letter, or a page that was saved with all its pictures: lines of a head that say how what follows is written, mostly in code."""
    for line in head[:MAIL_REACH].lstrip().splitlines():
        if MAIL.match(line):
            return True
        if not FIELD.match(line):
            return False
    return False


def _refuse_binary(head: bytes) -> None:
    if not head.startswith(MARKS[1:]) and not _is_wide(head) and _has_controls(head):
        raise Refused("binary")


def _has_controls(head: bytes) -> bool:
    return len(head) - len(head.translate(None, CONTROLS)) > len(head) // 1000


def _is_wide(head: bytes) -> bool:
    """UTF-16: noughts in one of two places only."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    return max(even, odd) > len(head) // 5 and min(even, odd) * 20 < max(even, odd)


def _narrow(head: bytes) -> bytes:
    return head.replace(b"\x00", b"").removeprefix(MARKS[1]).removeprefix(MARKS[2]) if _is_wide(head) else head


def _mostly_tags(head: bytes) -> bool:
    """A piece of a page without its head: text in paragraphs that are opened and closed."""
    return len(HTML_TAGS.findall(head)) >= 2 and len(CLOSING.findall(head)) >= 2 and head.lstrip()[:1] == b"<"
