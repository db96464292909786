"""Whose paper a document is."""

import pytest

from giaoban.documents.letterhead import LINES, author_named, place_named
from tests.tables import table

ROWS = table("letterheads.tsv")


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:40] for row in ROWS])
def test_the_place_at_the_head_is_the_one_of_the_table(row):
    assert place_named(row["text"].replace(" / ", "\n")) == (row["place"] or None)


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:40] for row in ROWS])
def test_whose_paper_it_is_is_the_one_of_the_table(row):
    assert author_named(row["text"].replace(" / ", "\n")) == (row["author"] or None)


def test_what_stands_below_the_head_names_no_sender():
    assert place_named("Một dòng.\n" * LINES + "XÃ AN SINH") is None
