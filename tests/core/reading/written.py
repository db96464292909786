"""Texts for the tests of the reader: a sentence under a title and a date line of 12 March 2020."""

from giaoban.documents import from_text
from giaoban.model import Document
from giaoban.reading.engine import Page
from giaoban.reading.pipeline import PIPELINE

DATED = "Thứ Năm, 12/03/2020, 08:00"


def news(text: str) -> Document:
    """A short piece of news published on 12 March 2020 that says `text`."""
    return from_text(f"Tin hoạt động\n\n{DATED}\n\n{text}.\n")


def page(text: str) -> Page:
    """The page of such a piece after every rule has run."""
    return PIPELINE.run(news(text))


def within(text: str, offset: int, page: Page) -> bool:
    """Whether `offset` lies in `text` rather than in the title and date line before it."""
    return offset >= page.text.index(text)
