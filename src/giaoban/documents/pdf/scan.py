"""Pages that are pictures: drawn in memory and given to an OCR program."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from giaoban.documents.normal import normal
from giaoban.documents.ocr import Sight, text_of
from giaoban.documents.pdf import sighted
from giaoban.documents.pdf.aligned import with_aligned
from giaoban.documents.pdf.furniture import NUMBER
from giaoban.documents.pdf.lines import Line as Placed
from giaoban.documents.pdf.lines import lines
from giaoban.documents.pieces import Piece, breaks_of
from giaoban.documents.wrapping import Line, paragraphs
from giaoban.model import Refused

if TYPE_CHECKING:
    from PIL.Image import Image

RESOLUTION = 200
"""Dots per inch: small enough to be quick, large enough for stacked accents."""
POINTS = 72
MOST_PIXELS = 20_000_000
"""A larger page is drawn coarser: twice A3 at full resolution."""
MOST_SAMPLES = 100_000_000
"""A picture with more dots would fill the memory: A3 at 600 dots per inch has seventy million."""
FEW_GLYPHS = 12
"""A page with no more visible glyphs (a stamp, a page number) and a picture is a scan."""
COVERED = 0.3
"""The share of the page that the picture covers."""

EDGE = 2
"""A number by itself among so many lines at the top or at the foot is that of the page."""


def is_scan(page: Any, glyphs: int) -> bool:
    """Whether the page is a picture without a text layer; refuses a picture that would fill the memory."""
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    if glyphs > FEW_GLYPHS:
        return False
    width, height = page.get_size()
    for picture in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        across, down = picture.get_px_size()
        if across * down > MOST_SAMPLES:
            raise Refused("archive-swells")
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > COVERED * width * height:
            return True
    return False


def drawn(page: Any) -> "Image":
    """The page as a picture in its colours."""
    width, height = page.get_size()
    scale = min(RESOLUTION / POINTS, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    picture: Image = page.render(scale=scale).to_pil()
    return picture


def grey(picture: "Image") -> bytes:
    """A picture as a PNG in shades of grey."""
    file = BytesIO()
    picture.convert("L").save(file, "PNG", compress_level=1)
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as it was recognised: all its lines as they stand, and, where places were told, those of its text as a text layer has them."""

    texts: list[str]
    lines: list[Placed]


def seen(said: str | Sight, page: int, scale: float) -> Seen:
    """What was recognised on a page. `scale`: points for each dot of the picture."""
    texts = normal(text_of(said)).split("\n")
    if isinstance(said, str):
        return Seen(texts, [])
    words = sighted.words(said, scale)
    return Seen(texts, with_aligned(lines(words, page), words))


def pieces(pages: Mapping[int, Sequence[str]]) -> Iterator[Piece]:
    """Paragraphs of pages read by OCR, also over the end of a page; `pages` has their lines by the number of the page."""
    lines: list[Line] = []
    places: list[tuple[int, int]] = []
    for page, texts in pages.items():
        for number, words, after_gap in _worded(texts):
            lines.append(Line(words, len(lines), len(lines), after_gap))
            places.append((page, number))
    for first, last in paragraphs(lines):
        page, number = places[first.start]
        said = [line.words for line in lines[first.start : last.end + 1]]
        yield Piece(" ".join(said), None, page, number, breaks=breaks_of(said, places[first.start + 1 : last.end + 1]))


def _worded(texts: Sequence[str]) -> Iterator[tuple[int, str, bool]]:
    """Lines with words, but for the number of the page: where each stands, its words, and whether an empty line is before it."""
    worded = [(number, " ".join(text.split())) for number, text in enumerate(texts, start=1) if any(map(str.isalnum, text))]
    before = 0
    for index, (number, words) in enumerate(worded):
        if not (NUMBER.fullmatch(words) and (index < EDGE or index >= len(worded) - EDGE)):
            yield number, words, number > before + 1
        before = number
