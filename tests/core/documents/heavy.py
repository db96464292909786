"""Files that would take long or much room, each small in bytes: many attributes, parts, letters, drawings, objects, fields."""

import random
import zlib
from collections.abc import Callable, Iterator

from tests.core.documents import made

Case = tuple[str, bytes | Callable[[], bytes], str, str]
SCATTERED = 1_000_003, 7_919
"""A prime, and a step through it: numbers that pack badly, as real ones do."""


def numbers(count: int) -> Iterator[int]:
    return (number * SCATTERED[1] % SCATTERED[0] for number in range(count))


def cases() -> Iterator[Case]:
    many = "too-many-tags"
    yield (
        "a Word document of paragraphs with a hundred attributes",
        lambda: _in("word/document.xml", b"</w:body>", _attributes()),
        "a.docx",
        many,
    )
    yield (
        "a Word document of half a million styles",
        lambda: _in("word/styles.xml", b"</w:styles>", _each(b'<w:style a="%d"/>')),
        "a.docx",
        many,
    )
    yield "a Word document of as many parts", lambda: _in("[Content_Types].xml", b"</Types>", _each(_PART, 200_000)), "a.docx", many
    yield "a Word document of a million properties", lambda: _properties(b"<q>%d</q>", 10**6), "a.docx", many
    yield "a Word document of a hundred thousand properties", lambda: _properties(b"<q>%d</q>", 10**5), "a.docx", many
    yield "a page of fifteen thousand tags of a hundred attributes", lambda: made.page(_tags(100) * 15_000), "a.html", many
    yield "a page of attributes without values", lambda: made.page(f"<p {'a b c d e ' * 150}>x" * 6_000), "a.html", many
    yield "a page of comments that never end", lambda: made.page("<!--" * 2_400_000), "a.html", "no-text"
    yield "a page of scripts that never end", lambda: made.page(f"<p>{'<script>' * 100_000}{'a b ' * 2_000_000}"), "a.html", "no-text"
    yield "a PDF that writes seven million letters on a page", lambda: made.pdf_of_stream(_LINE % (b"abcdefghi " * 100), 7 * 2**20), *_PDF
    yield "a PDF that writes them in digits", lambda: made.pdf_of_stream(_DIGITS % (b"6162" * 250), 7 * 2**20), *_PDF
    yield "a PDF that draws a form a million times", lambda: _forms(10**6, b"BT /F 8 Tf (Thu) Tj ET"), *_PDF
    yield "a PDF that draws a page of letters a hundred times", lambda: _forms(100, _LINE % (b"abcdefghi " * 10_000)), *_PDF
    yield "a PDF of a million objects", lambda: _padded(b"/Form 1 0 obj " * 10**6), *_PDF
    yield "a PDF of streams that never end", lambda: _padded(b"stream\n" * 40_000 + b"a" * 30 * 2**20), *_PDF
    yield "a PDF of fifty thousand fields", _fields, "a.pdf", many


_PDF = ("a.pdf", "archive-swells")
_LINE, _DIGITS = b"BT /F 1 Tf 1 0 0 1 1 9 Tm (%b) Tj ET ", b"BT /F 1 Tf 1 0 0 1 1 9 Tm <%b> Tj ET "
_PART = b'<Override PartName="/w/%d.xml" ContentType="a/b"/>'


def _in(name: str, end: bytes, more: bytes) -> bytes:
    word = made.word()
    return made.rezipped(word, {name: made.part(word, name).replace(end, more + end)})


def _each(form: bytes, count: int = 500_000) -> bytes:
    return b"".join(form % number for number in numbers(count))


def _attributes() -> bytes:
    drawn = random.Random(3)
    return b"".join(b"<w:p %b/>" % b" ".join(b'a%d="%d"' % (each, drawn.randrange(99)) for each in range(100)) for _ in range(10_000))


def _properties(form: bytes, count: int) -> bytes:
    return made.rezipped(made.word(), {"docProps/custom.xml": b"<p>%b</p>" % _each(form, count)})


def _tags(count: int) -> str:
    return f"<p {' '.join(f'a{each}=1' for each in range(count))}>x</p>"


def _forms(times: int, drawing: bytes) -> bytes:
    """A page that draws a form so often."""
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>"
    draws = zlib.compress(b"/I Do " * times)
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<<%b>>/Length %d" % (font, len(drawing))
    streams = [
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(draws), draws),
        b"<<%b>>stream\n%b\nendstream" % (form, drawing),
    ]
    return made.pdf_of_objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, *streams])


def _padded(more: bytes) -> bytes:
    """A PDF of an empty page with these bytes in a string."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"
    return made.pdf_of_objects([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, b"(%b)" % more])


def _fields() -> bytes:
    return made.pdf_of_form(*(b"/FT/Tx/T(a%d)/V(abc)/Rect[1 1 99 99]" % each for each in range(50_000)))
