"""On which levels of the list the paragraphs of a DOCX stand that came back."""

from giaoban.brief import Notice
from giaoban.brief.notice_levels import Relevelled, levels
from giaoban.brief.notice_paragraphs import Kind, paragraphs
from giaoban.render.notice_reading import told, uncounted


def relevelled(data: bytes, notice: Notice) -> tuple[Relevelled, ...]:
    """The paragraphs whose level an office changed, in the order of its paper; not texts that stand as the heading over them wants it.

    A number that was typed is no level. Refused: what is no DOCX (`notice-not-docx`).
    """
    listed = {each.mark: each for each in paragraphs(notice)}
    drafted = levels(tuple(listed.values()))
    found: dict[str, Relevelled] = {}
    stayed: set[str] = set()
    over: int | None = None
    for mark, words, level in told(data, listed):
        heading = mark in listed and listed[mark].kind is Kind.HEADING
        over = level if heading else over
        if not mark or level == drafted[mark] or _follows(level, None if heading else over) or _typed(level, words, listed[mark].text):
            stayed.add(mark)
        else:
            found.setdefault(mark, Relevelled(mark, words, drafted[mark], level))
    return tuple(each for each in found.values() if each.mark not in stayed)


def _follows(level: int | None, over: int | None) -> bool:
    return level is not None and over is not None and level == over + 1


def _typed(level: int | None, words: str, was: str) -> bool:
    return level is None and uncounted(words, was) != words
