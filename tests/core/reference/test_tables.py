"""A table that somebody mended by hand says where it does not fit."""

from decimal import Decimal

import pytest

from giaoban.reference.tables import cells, headed, parsed, table

HEADING = "name\tpower\n"


def of(name, power):
    return name, int(power)


def test_a_row_is_made_of_its_cells_in_their_order():
    assert list(parsed(HEADING + "tỷ\t9\n\t0\n", "powers.tsv", of)) == [("tỷ", 9), ("", 0)]


@pytest.mark.parametrize("line", ["tỷ", "tỷ\t9\t", "", "tỷ\tchín"])
def test_a_line_that_does_not_fit_is_told_by_table_and_number(line):
    with pytest.raises(ValueError, match=r"^powers.tsv, line 3: "):
        list(parsed(f"{HEADING}triệu\t6\n{line}\n", "powers.tsv", of))


def test_a_word_that_its_column_does_not_know_is_told_by_table_and_number():
    with pytest.raises(ValueError, match=r"^powers.tsv, line 2: 'tỷ'"):
        list(parsed(HEADING + "tỷ\t9\n", "powers.tsv", lambda name, _power: {"triệu": 6}[name]))


def test_the_cells_of_a_wide_table_come_by_their_headings():
    rows = headed("giaoban.reference.criteria", "thresholds.tsv", dict)
    assert {"set", "number", "where", "value"} <= rows[0].keys()
    assert len(rows) == len(table("giaoban.reference.criteria", "thresholds.tsv", cells))


def test_a_threshold_that_is_no_number_is_told_by_its_line(monkeypatch):
    monkeypatch.setattr("giaoban.reference.tables._text", lambda _package, _name: "value\nmười\n")
    with pytest.raises(ValueError, match=r"line 2"):
        headed("giaoban.reference.criteria", "thresholds.tsv", lambda row: Decimal(row["value"]))
