"""Units in English: whole or not at all."""

import pytest

from giaoban.messages.units import table, unit
from giaoban.reference.indicators import catalogue

TOLD = {
    "tỷ đồng": "billion dong",
    "nghìn tỷ đồng": "trillion dong",
    "triệu đồng/người/năm": "million dong/person/year",
    "tấn / ha": "tonnes/ha",
    "người/vạn dân": "people/10,000 people",
    "Đảng viên": "party members",
    "tỷ": "billion",
    "vạn tấn": "vạn tấn",
    "tấn/lồng": "tấn/lồng",
    "": "",
}
OWN_WORDS = {"hạng", "lượt"}
"""Units of the catalogue that have no one word in English."""


@pytest.mark.parametrize("written", TOLD)
def test_a_unit_is_told_whole_or_as_it_was_written(written):
    assert unit(written, "en") == TOLD[written]
    assert unit(written, "vi") == written


def test_one_of_a_thing_is_told_as_one():
    assert (unit("xã", "en", one=True), unit("triệu người", "en", one=True)) == ("commune", "million people")


def test_every_unit_of_the_catalogue_has_an_english_one():
    own = {each for known in catalogue().values() for each in known.units if unit(each, "en") == each}
    assert {each for each in own if not each.isascii()} <= OWN_WORDS


def test_no_row_of_the_table_is_empty_or_told_in_vietnamese():
    assert all(one and many for one, many in table().values())
    assert all(words.isascii() or "²" in words or "³" in words or words in {"‰", "sào"} for pair in table().values() for words in pair)
