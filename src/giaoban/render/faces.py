"""The faces that a PDF is set in: one family for all its letters.

Not every font called Liberation Serif has the letters of Vietnamese: those of its first edition, which Debian keeps beside the second,
lack most of them. Typst then takes these one by one from another font, and a word is set in two. A family that lacks any is not used.
"""

from functools import cache
from typing import Any, NamedTuple

ALWAYS = "Libertinus Serif"
"""What typst brings along; it has every letter of Vietnamese."""
PROBE = """
#set text(lang: "vi", font: ("{family}", "{always}"))
#let letters = "aăâbcdđeêioôơuưyAĐ ảẻỉỏủỷ ạẹịọụỵ ẳẫậềễệồỗộớỡợứữựỹ ẲẪẬỀỄỆỒỖỘỚỠỢỨỮỰỸ 0123456789"
#letters *#letters* _#letters _ *_#letters _*
"""


class Faces(NamedTuple):
    """The families to set in, the first first, and where typst finds them: among all fonts of the machine, or in one folder alone."""

    families: tuple[str, ...]
    folder: str = ""

    @property
    def found(self) -> dict[str, Any]:
        """What tells typst where to look."""
        return {"font_paths": [self.folder], "ignore_system_fonts": True} if self.folder else {}


WANTED = (
    Faces(("Times New Roman", ALWAYS)),
    Faces(("Liberation Serif", ALWAYS)),
    Faces(("Liberation Serif", ALWAYS), "/usr/share/fonts/truetype/liberation2"),
)
"""Which faces a paper of an office should have, the best first."""


@cache
def faces() -> Faces:
    """The first of those wanted that has every letter of Vietnamese on this machine."""
    return next(filter(_is_whole, WANTED), Faces((ALWAYS,)))


def _is_whole(wanted: Faces) -> bool:
    import typst

    probe = PROBE.format(family=wanted.families[0], always=ALWAYS).encode()
    used = used_in(bytes(typst.compile(probe, format="pdf", **wanted.found) or b""))
    return bool(used) and not any(ALWAYS.replace(" ", "") in name for name in used)


def used_in(data: bytes) -> frozenset[str]:
    """The names of the fonts that the text of a PDF is set in."""
    import pypdfium2  # type: ignore[import-untyped]
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    document = pypdfium2.PdfDocument(data)
    try:
        return frozenset(
            each.get_font().get_base_name() for page in document for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT])
        )
    finally:
        document.close()
