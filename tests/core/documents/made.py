"""Files made for the tests: good ones in every format, and bad ones of every kind. What another program must have saved
is kept in `saved/` (see papers.py); nothing else that is binary is in the repository."""

import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO

from docx import Document as Word
from fpdf import FPDF
from PIL import Image, ImageChops, ImageDraw, ImageFont
from viparse.normalize.encodings import CHARMAPS

REPORT = (
    "Sáng 12/3, Ban Thường vụ Thị ủy họp giao ban công tác quý I năm 2020.",
    "Thu ngân sách trên địa bàn đạt 2.572 tỷ đồng, tăng trên 20,2% so với cùng kỳ năm 2019.",
    "Thị xã thành lập mới 140 doanh nghiệp; tỷ lệ hộ nghèo giảm xuống chỉ còn 0,12%.",
    "Bí thư Thị ủy yêu cầu các xã, phường xử lý dứt điểm nước thải trước ngày 30/6.",
)
"""A record in the manner of the texts, one paragraph an entry."""
TONES = "\u0300\u0301\u0303\u0309\u0323"

SPACES = {
    "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "svg": "svg-compatible",
    "fo": "xsl-fo-compatible",
}  # fmt: skip
"""The names of OpenDocument, and how its files call them."""


@cache
def font() -> str:
    """The path of a font with Vietnamese letters."""
    folder = files("fontpkg_be_vietnam_pro")
    found = [path for path in _walk(folder) if path.name == "BeVietnamPro-Regular.ttf"]
    return str(found[0])


def _walk(folder):
    for path in folder.iterdir():
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def word(build: Callable[[object], None] | None = None, paragraphs: Sequence[str] = REPORT) -> bytes:
    """A DOCX with the paragraphs, and with whatever `build` adds to it."""
    document = Word()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if build:
        build(document)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def rezipped(data: bytes, changed: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive with some of its entries changed or added."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", method) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, content in changed.items():
            new.writestr(name, content)
    return file.getvalue()


def odt(body: str, styles: str = "", title: str = "Thu") -> bytes:
    """An OpenDocument text of this markup, with these styles."""
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"' for name, space in SPACES.items())
    head = f'<?xml version="1.0" encoding="UTF-8"?><office:{{}} {spaces}>'
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
    said = f'<office:meta><t xmlns="http://purl.org/dc/elements/1.1/">{title}</t></office:meta>'
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name, inside in (("content", content), ("styles", ""), ("meta", said)):
            archive.writestr(f"{name}.xml", f"{head.format(f'document-{name}')}{inside}</office:document-{name}>")
    return file.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


class Pages(FPDF):
    """A PDF with a running header and numbered pages."""

    def __init__(self, running: str = "") -> None:
        super().__init__(format="A4")
        self.running = running
        self.add_font("BeVietnamPro", fname=font())
        self.set_font("BeVietnamPro", size=11)
        self.set_margins(25, 20, 20)

    def header(self) -> None:
        if self.running:
            self.cell(0, 6, self.running, new_x="LMARGIN", new_y="NEXT")
            self.ln(6)

    def footer(self) -> None:
        if self.running:
            self.set_y(-15)
            self.cell(0, 6, str(self.page_no()), align="C")


def pdf(paragraphs: Sequence[str] = REPORT, running: str = "", password: str = "") -> bytes:
    """A PDF with a text layer."""
    document = Pages(running)
    document.add_page()
    for paragraph in paragraphs:
        document.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT", align="J")
        document.ln(3)
    if password:
        document.set_encryption(owner_password=password + "!", user_password=password)
    return bytes(document.output())


def two_columns(left: Sequence[str], right: Sequence[str], above: str, lower: float = 0) -> bytes:
    """A page with a line over its whole width and two columns of text below it, the right one by some millimetres lower."""
    document = Pages()
    document.add_page()
    document.multi_cell(0, 7, above, new_x="LMARGIN", new_y="NEXT")
    top = document.get_y() + 4
    for column, x in ((left, 25), (right, 112)):
        document.set_xy(x, top + (lower if column is right else 0))
        for paragraph in column:
            document.set_x(x)
            document.multi_cell(78, 6, paragraph, align="J")
            document.ln(0)
    return bytes(document.output())


def picture(lines: Sequence[str] = REPORT) -> bytes:
    """A PNG with text drawn on it."""
    image = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((90, 120 + 60 * number), line, font=ImageFont.truetype(font(), 26), fill=0)
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def headed(lines: Sequence[str] = REPORT) -> bytes:
    """A PNG with the two sides of a letterhead drawn above text."""
    page = Image.open(BytesIO(picture(("", "", *lines))))
    draw = ImageDraw.Draw(page)
    sides = ((300, ("ỦY BAN NHÂN DÂN", "XÃ THANH LÂM")), (850, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")))
    for middle, words in sides:
        for row, line in enumerate(words):
            draw.text((middle, 80 + 40 * row), line, font=ImageFont.truetype(font(), 24), fill=0, anchor="mm")
    file = BytesIO()
    page.save(file, "PNG")
    return file.getvalue()


def stamped(words: str, degrees: float = 0.0) -> bytes:
    """A PNG with text drawn on it, and over the text a stamp: words in a frame, turned to the left by so many degrees."""
    stamp = Image.new("L", (360, 90), 255)
    draw = ImageDraw.Draw(stamp)
    draw.rectangle((5, 5, 354, 84), outline=0, width=4)
    draw.text((180, 44), words, font=ImageFont.truetype(font(), 40), fill=0, anchor="mm")
    page = Image.open(BytesIO(picture(("", "", "", *REPORT))))
    page.paste(stamp.rotate(degrees, expand=True, fillcolor=255), (110, 60))
    file = BytesIO()
    page.save(file, "PNG")
    return file.getvalue()


def overprinted(words: str, degrees: float = 0.0, ink: str = "#c01828", frame: bool = False) -> bytes:
    """A PNG in colours with a page of text and words of a stamp pressed over its first line, turned to the left by so many degrees."""
    stamp = Image.new("RGB", (360, 90), "white")
    draw = ImageDraw.Draw(stamp)
    draw.text((180, 44), words, font=ImageFont.truetype(font(), 40), fill=ink, anchor="mm")
    if frame:
        draw.rectangle((5, 5, 354, 84), outline=ink, width=4)
    page = Image.open(BytesIO(picture())).convert("RGB")
    over = Image.new("RGB", page.size, "white")
    over.paste(stamp.rotate(degrees, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC), (110, 95))
    file = BytesIO()
    ImageChops.multiply(page, over).save(file, "PNG")
    return file.getvalue()


def scan(pages: int = 1, lines: Sequence[str] = REPORT) -> bytes:
    """A PDF whose pages are pictures."""
    return scan_of([picture(lines)] * pages)


def scan_of(pictures: Sequence[bytes]) -> bytes:
    """A PDF whose pages are these pictures."""
    document = FPDF(format="A4")
    for each in pictures:
        document.add_page()
        document.image(BytesIO(each), 0, 0, 210, 297)
    return bytes(document.output())


def page(body: str, head: str = "", charset: str = "utf-8") -> bytes:
    """A web page."""
    text = f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>Trang tin</title>{head}</head><body>{body}</body></html>'
    return text.encode(charset)


def encoded(text: str, name: str) -> bytes:
    """`text` as it was written before Unicode; a letter that the encoding lacks becomes a question mark."""
    if name == "windows-1258":
        return b"".join(map(_windows, text))
    table = {new: old for old, new in reversed(CHARMAPS[name].pairs)}
    return "".join(table.get(letter, letter if ord(letter) < 256 else "?") for letter in text).encode("latin-1")


def _windows(letter: str) -> bytes:
    marks = unicodedata.normalize("NFD", letter)
    base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES))
    whole = letter if _fits(letter) else base + "".join(mark for mark in marks if mark in TONES)
    return whole.encode("cp1258", "replace")


def _fits(letter: str) -> bool:
    try:
        letter.encode("cp1258")
    except UnicodeEncodeError:
        return False
    return True


def pdf_of_objects(objects: Sequence[bytes]) -> bytes:
    """A PDF written by hand; the first object is its catalogue."""
    parts, places, start = [b"%PDF-1.4\n"], [], len(b"%PDF-1.4\n")
    for number, content in enumerate(objects, start=1):
        places.append(start)
        parts.append(b"%d 0 obj%b\nendobj\n" % (number, content))
        start += len(parts[-1])
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table))
    parts.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return b"".join(parts)


def pdf_of_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"
    return pdf_of_objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count), *[page] * count])


def pdf_of_stream(unit: bytes, size: int) -> bytes:
    """A page whose drawing instructions, unpacked, have so many bytes."""
    content = packed(unit, size)
    return _page_of(b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(content), content))


def pdf_of_filtered(filters: bytes, content: bytes) -> bytes:
    """A page whose drawing instructions are unpacked by these filters."""
    return _page_of(b"<</Filter[%b]/Length %d>>stream\n%b\nendstream" % (filters, len(content), content))


def pdf_of_picture(width: int, height: int) -> bytes:
    """A page covered by a picture of so many dots, of which a few rows are there."""
    dots = packed(b"\x00", 2**20)
    keys = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceGray" % (width, height)
    picture = b"<<%b/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (keys, len(dots), dots)
    draw = b"600 0 0 800 0 0 cm /I Do"
    return _page_of(b"<</Length %d>>stream\n%b\nendstream" % (len(draw), draw), picture)


def pdf_of_drawings(levels: int, times: int, apart: bool = False) -> bytes:
    """A page with a line of text that draws a form, which draws another so many times, and so on; `apart`: by shared resources."""
    line = b"BT /F 12 Tf 50 700 Td (Thu ngan sach dat 2.572 ty dong.) Tj ET"
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%b/XObject<</I 5 0 R>>>>>>" % font
    needed = [b"<</XObject<</I %d 0 R>>>>" % (6 + level) for level in range(levels)]
    named = [b"%d 0 R" % (6 + levels + level) for level in range(levels)] if apart else needed
    forms = [_form(b"/I Do " * times, resources) for resources in named]
    drawn = [b"<</Length %d>>stream\n%b /I Do\nendstream" % (len(line) + 6, line), *forms, _form(b"0 0 m 9 9 l S", b"<<>>")]
    catalogue = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    return pdf_of_objects([*catalogue, page, *drawn, *(needed if apart else [])])


def _form(drawing: bytes, resources: bytes) -> bytes:
    keys = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources %b/Length %d" % (resources, len(drawing))
    return b"<<%b>>stream\n%b\nendstream" % (keys, drawing)


def _page_of(*content: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>"
    return pdf_of_objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, *content])


def pdf_with_stamp(drawing: bytes, keys: bytes = b"") -> bytes:
    """A page with a line of text, and over it a stamp drawn by these instructions: letters of Windows in the font /F."""
    line = b"BT /F 12 Tf 50 700 Td (Thu ngan sach dat 2.572 ty dong.) Tj ET"
    font = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources%b/Annots[5 0 R]>>" % font
    stamp = b"<</Type/Annot/Subtype/Stamp/Rect[400 720 560 780]/AP<</N 6 0 R>>%b>>" % keys
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 160 60]/Resources%b/Length %d>>stream\n%b\nendstream" % (font, len(drawing), drawing)
    text = b"<</Length %d>>stream\n%b\nendstream" % (len(line), line)
    return pdf_of_objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, text, stamp, form])


def pdf_of_form(*fields: bytes) -> bytes:
    """A page that begins a sentence, and the fields of a form, each of these keys."""
    line = b"BT /F 12 Tf 50 700 Td (Thu ngan sach nam 2019 dat) Tj ET"
    font = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>"
    keys = b" ".join(b"%d 0 R" % number for number in range(6, 6 + len(fields)))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources%b/Annots[%b]>>" % (font, keys)
    catalogue = b"<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>"
    text = b"<</Length %d>>stream\n%b\nendstream" % (len(line), line)
    form = b"<</Fields[%b]/DA(/Helv 0 Tf)/DR%b>>" % (keys, font)
    widgets = [b"<</Type/Annot/Subtype/Widget/P 3 0 R%b>>" % each for each in fields]
    return pdf_of_objects([catalogue, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, text, form, *widgets])


def packed(unit: bytes, size: int) -> bytes:
    """So many bytes of the unit again and again, deflated: a megabyte is packed once, and stands there as often as it takes."""
    block = unit * (2**20 // len(unit))
    packer, times = zlib.compressobj(9, wbits=-zlib.MAX_WBITS), size // len(block)
    once = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = zlib.adler32(b"")
    for _ in range(times):
        checksum = zlib.adler32(block, checksum)
    return b"\x78\xda" + once * times + packer.flush() + checksum.to_bytes(4, "big")
