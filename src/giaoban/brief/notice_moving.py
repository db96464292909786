"""Paragraphs of a notice put elsewhere: up, down, to another section, or all of them in an order given."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from giaoban.brief.notice_paragraphs import MOVABLE, TOP, Kind, Paragraph, blocks

Listed = tuple[Paragraph, ...]


def up(listed: Sequence[Paragraph], mark: str) -> Listed:
    """Moves a paragraph before the one it follows; a heading takes along all that stands under it. At the top nothing changes."""
    return _stepped(listed, mark, -1)


def down(listed: Sequence[Paragraph], mark: str) -> Listed:
    """Moves a paragraph behind the one that follows it; a heading takes along all that stands under it. At the end nothing changes."""
    return _stepped(listed, mark, 1)


def under(listed: Sequence[Paragraph], mark: str, heading: str) -> Listed:
    """Moves a text to the end of those right under a heading. KeyError for marks that are not there or of another kind."""
    moved = _one(listed, mark, Kind.TEXT)
    _one(listed, heading, Kind.HEADING)
    rest = [each for each in listed if each.mark != mark]
    at = 1 + next(at for at, each in enumerate(rest) if each.mark == heading)
    while at < len(rest) and rest[at].kind is Kind.TEXT:
        at += 1
    return (*rest[:at], moved, *rest[at:])


def after(listed: Sequence[Paragraph], added: Paragraph, mark: str) -> Listed:
    """A new paragraph after the one of that mark; at the end of the body where that cannot be moved itself."""
    places = [at for at, each in enumerate(listed) if each.mark == mark and each.kind in MOVABLE]
    at = places[0] + 1 if places else next((at for at, each in enumerate(listed) if each.kind is Kind.CLOSING), len(listed))
    return (*listed[:at], added, *listed[at:])


def among(listed: Sequence[Paragraph], added: Sequence[Paragraph], like: Collection[str] = ()) -> Listed:
    """A new paragraph at the end of the part that its headings name; headings not there yet come along, after the rest.

    added  its headings, first level first, then the paragraph
    like   marks of what it stands among: the first-level heading over these serves, whatever the office has called it
    """
    start, end = 0, next((at for at, each in enumerate(listed) if each.kind is Kind.CLOSING), len(listed))
    for depth, heading in enumerate(added[:-1]):
        found = next((at for at in range(start, end) if replace(listed[at], mark=heading.mark) == heading), None)
        if found is None and depth == TOP:
            found = _over(listed, like)
        if found is None:
            return (*listed[:end], *added[depth:], *listed[end:])
        start = found + 1
        end = next((at for at in range(start, end) if listed[at].kind is Kind.HEADING and listed[at].level <= heading.level), end)
    end = next((at for at in range(start, end) if listed[at].kind is Kind.HEADING), end)
    return (*listed[:end], added[-1], *listed[end:])


def arranged(listed: Sequence[Paragraph], marks: Sequence[str]) -> Listed:
    """What can be moved in the order of `marks`, which name each of them once; KeyError otherwise. A text stays under some heading."""
    body = {each.mark: each for each in listed if each.kind in MOVABLE}
    if sorted(marks) != sorted(body):
        raise KeyError(*set(marks) ^ set(body))
    wanted = [body[mark] for mark in marks]
    first = next((at for at, each in enumerate(wanted) if each.kind is Kind.HEADING), 0)
    return _with_body(listed, [*wanted[first : first + 1], *wanted[:first], *wanted[first + 1 :]])


def _stepped(listed: Sequence[Paragraph], mark: str, step: int) -> Listed:
    body = [each for each in listed if each.kind in MOVABLE]
    chosen = next((each for each in body if each.mark == mark), None)
    if chosen is None:
        raise KeyError(mark)
    if chosen.kind is Kind.HEADING and chosen.level == TOP:
        return _with_body(listed, _sum(_swapped(list(blocks(body, TOP)), mark, step)))
    if chosen.kind is Kind.HEADING:
        return _with_body(listed, _part_moved(body, mark, step))
    return _with_body(listed, _text_moved(body, mark, step))


def _swapped(several: list[list[Paragraph]], mark: str, step: int) -> list[list[Paragraph]]:
    at = next(at for at, block in enumerate(several) if block[0].mark == mark)
    to = at + step
    if 0 <= to < len(several) and several[to][0].kind is Kind.HEADING:
        several[at], several[to] = several[to], several[at]
    return several


def _part_moved(body: Sequence[Paragraph], mark: str, step: int) -> list[Paragraph]:
    """A second-level heading changes places with its neighbour; past the first or last it goes over into the next section."""
    parts = list(blocks(body, TOP + 1))
    at = next(at for at, block in enumerate(parts) if block[0].mark == mark)
    to = at + step
    if to <= 0 or to >= len(parts):
        return list(body)
    moved = parts.pop(at)
    return _sum([*parts[:to], moved, *parts[to:]])


def _text_moved(body: Sequence[Paragraph], mark: str, step: int) -> list[Paragraph]:
    """A text changes places with its neighbour, but never stands before the first heading."""
    moved = list(body)
    at = next(at for at, each in enumerate(moved) if each.mark == mark)
    to = at + step
    if 0 <= to < len(moved) and not (to == 0 and moved[0].kind is Kind.HEADING):
        moved[at], moved[to] = moved[to], moved[at]
    return moved


def _with_body(listed: Sequence[Paragraph], body: Sequence[Paragraph]) -> Listed:
    before = [each for each in listed if each.kind in {Kind.ABSTRACT, Kind.OPENING}]
    return (*before, *body, *(each for each in listed if each.kind is Kind.CLOSING))


def _sum(several: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    return [each for block in several for each in block]


def _over(listed: Sequence[Paragraph], marks: Collection[str]) -> int | None:
    """The position of the first-level heading above the last of these marks; None where there is none."""
    top = found = None
    for at, each in enumerate(listed):
        top = at if each.kind is Kind.HEADING and each.level == TOP else top
        found = top if each.mark in marks else found
    return found


def _one(listed: Sequence[Paragraph], mark: str, kind: Kind) -> Paragraph:
    found = next((each for each in listed if each.mark == mark and each.kind is kind), None)
    if found is None:
        raise KeyError(mark)
    return found
