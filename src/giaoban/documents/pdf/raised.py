"""Raised small signs on a page: those that point to notes are left out, powers go down to the line of their unit."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from giaoban.documents.notemarks import LOOKED_AT, is_mark
from giaoban.documents.pdf.runs import JOINED, NONE, REAL, TOUCH, Glyph

SMALL = 0.8
"""A sign with at most this share of the size of the one it stands behind is a small one."""
LEAST_SMALL, LEAST, MOST = 0.1, 0.2, 0.7
"""How far small and other signs are raised, in sizes of that sign."""
NEAR = 0.35
"""How far behind that sign it stands at most, in its sizes."""


def unraised(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs in their order, without marks of notes; what is left of those raised stands on the line of its word."""
    found: list[Glyph] = []
    mark: Glyph | None = None
    for raised, group in groupby(_with_bases(glyphs), key=lambda pair: pair[1] is not None):
        signs = [glyph for glyph, _ in group]
        if raised and is_mark(_before(found), "".join(glyph.sign for glyph in signs)):
            mark = signs[-1]
        elif raised:
            found += [glyph._replace(base=found[-1].base, blank=JOINED) for glyph in signs]
        else:
            joined = mark is not None and _goes_on(mark, signs[0])
            found += [signs[0]._replace(blank=JOINED), *signs[1:]] if joined else signs
            mark = None
    return found


def _with_bases(glyphs: Sequence[Glyph]) -> Iterator[tuple[Glyph, Glyph | None]]:
    """Each glyph, and the one it is raised behind."""
    last: Glyph | None = None
    for glyph in glyphs:
        behind = last if last and _is_raised(glyph, last) else None
        yield glyph, behind
        last = last._replace(right=glyph.right) if behind and last else glyph


def _is_raised(glyph: Glyph, last: Glyph) -> bool:
    if glyph.blank == REAL or glyph.size > last.size:
        return False
    least = LEAST_SMALL if glyph.size <= SMALL * last.size else LEAST
    near = -TOUCH * last.size < glyph.left - last.right < NEAR * last.size
    return near and least * last.size <= last.base - glyph.base <= MOST * last.size


def _before(glyphs: Sequence[Glyph]) -> str:
    """The signs at the end of a line, a blank where one stands."""
    return "".join(f" {glyph.sign}" if glyph.blank > NONE else glyph.sign for glyph in glyphs[-LOOKED_AT:])


def _goes_on(mark: Glyph, following: Glyph) -> bool:
    """Whether a sign stands right behind a mark that was left out, and so behind the word before it."""
    return following.blank != REAL and abs(following.left - mark.right) < TOUCH * following.size
