"""The fonts of a rich text, and what the bytes written in each of them stand for."""

from dataclasses import dataclass

from giaoban.documents import legacy

CHARACTER_SETS = {
    0: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
"""Code pages by the number of the set of characters that a font has."""
SYMBOLS, IN_PRIVATE = 2, 0xF000
"""Fonts of signs have their own: Word puts them in the private area."""
DEFAULT = "cp1252"


@dataclass(frozen=True, slots=True)
class Font:
    """The name of a font, and the number of its set of characters; None where that is the one of the document."""

    name: str = ""
    characters: int | None = None


def decoded(letters: bytes, font: Font, page: str) -> str:
    """The letters as the font has them; `page` is the code page of the document."""
    if font.characters == SYMBOLS:
        return "".join(chr(IN_PRIVATE + each) for each in letters)
    if letters.isascii():
        return letters.decode("ascii")
    if legacy.of_font(font.name):
        return letters.decode(DEFAULT, "ignore") if letters.isascii() else "".join(map(_windows, letters))
    return letters.decode(CHARACTER_SETS.get(-1 if font.characters is None else font.characters, page), "replace")


def _windows(letter: int) -> str:
    """The sign of Windows, or the control of that number where it has none."""
    return bytes([letter]).decode(DEFAULT, "ignore") or chr(letter)
