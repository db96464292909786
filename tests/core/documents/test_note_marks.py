"""Marks of footnotes are no part of words and figures, in whatever format they are raised."""

import re

import pytest

from giaoban.documents import read
from giaoban.documents.notemarks import is_mark
from tests.core.documents.made import Pages, page, word
from tests.core.documents.reading import said
from tests.tables import table

LINE = "Năm 2024^1^ trồng 4.125^2^ ha rừng, tăng 8,9%^3^; xây 12.500 m^2^ nhà và 3 trường^12^, xong trước 15/12/2024^5^."
READ = "Năm 2024 trồng 4.125 ha rừng, tăng 8,9%; xây 12.500 m2 nhà và 3 trường, xong trước 15/12/2024."
PARTS = re.split(r"\^", LINE)
"""Words, and every other one raised."""


@pytest.mark.parametrize("case", table("note_marks.tsv"), ids=lambda case: f"{case['before']}^{case['raised']}")
def test_a_mark_of_a_note_is_told_from_a_power_as_the_corpus_says(case):
    assert is_mark(case["before"], case["raised"]) == (case["mark"] == "yes")


def test_a_word_document_is_read_without_its_marks():
    def build(document):
        paragraph = document.add_paragraph()
        for at, part in enumerate(PARTS):
            paragraph.add_run(part).font.superscript = bool(at % 2) or None

    assert said(read(word(build, ()), "a.docx")) == [READ]


@pytest.mark.parametrize("mark", ["<sup>{}</sup>", '<sup><a href="#n">[{}]</a></sup>', "<sup> ({}) </sup>"])
def test_a_web_page_is_read_without_its_marks_also_in_a_table(mark):
    shown = "".join((mark if part != "2" or at < 4 else "<sup>{}</sup>").format(part) if at % 2 else part for at, part in enumerate(PARTS))
    document = read(page(f"<p>{shown}</p><table><tr><td>Rừng</td><td>4.125{mark.format(1)}</td></tr></table>"), "a.html")
    assert said(document) == [READ, "Rừng | 4.125"]


@pytest.mark.parametrize(("size", "rise"), [(7, 1.5), (7.8, 1.4), (11.5, 1.6)])
def test_a_pdf_is_read_without_its_marks(size, rise):
    document = Pages()
    document.add_page()
    at = 20.0
    for number, part in enumerate(PARTS):
        document.set_font_size(size if number % 2 else 12)
        document.text(at, 40 - (rise if number % 2 else 0), part)
        at += document.get_string_width(part)
    assert said(read(bytes(document.output()), "a.pdf")) == [READ]
