"""A sentence is cut into its syllables, its numbers whole and the marks behind them apart."""

import re

import pytest

from giaoban.documents import from_text
from giaoban.reading.engine import Pipeline
from giaoban.reading.sentences import sentences
from giaoban.reading.syllables import PIECES, Syllables, Telling, sign, syllables

CUT = {
    "Năm 2022, thu 1.234,5 tỷ (85,7%).": "Năm 2022 , thu 1.234,5 tỷ ( 85,7% ) .",
    "ngày 2, tầng 3. 4": "ngày 2 , tầng 3 . 4",
    "Sở NN&PTNT,thôn 3-4 ; _": "Sở NN & PTNT , thôn 3 - 4 ; _",
    "a  b \t c, d": "a b c , d",
    "a\t b\x0b c": "a b c",
    "HQ36a TP.HCM...": "HQ36a TP . HCM . . .",
}


@pytest.mark.parametrize("text", CUT)
def test_syllables_and_marks_stand_apart_each_where_it_is_in_the_text(text: str):
    read = Pipeline(((sentences,), (syllables,))).run(from_text(text))
    lines = [found.what for found in read.all(Syllables)]
    parts = [part for line in lines for part in line.said]
    places = [read.text[start:end] for line in lines for start, end in zip(line.starts, line.ends, strict=True)]
    assert (" ".join(parts), places) == (CUT[text], parts)


@pytest.fixture
def no_signs(monkeypatch):
    monkeypatch.setattr("giaoban.reading.syllables.TOLD_BY", Telling())
    PIECES.clear()
    yield
    PIECES.clear()


def signs(text: str) -> list[int]:
    return [found.what.signs for found in Pipeline(((sentences,), (syllables,))).run(from_text(text)).all(Syllables)]


@pytest.mark.parametrize("blank", [" ", "  ", "\t"])
@pytest.mark.usefixtures("no_signs")
def test_a_sentence_has_the_signs_of_its_syllables_and_no_others(blank: str):
    word, form, digit = sign(words=("hòa",)), sign(forms=("Sở",)), sign(holding=re.compile(r"\d"))
    told = {"Xã Hoà họp": word, "Sở họp": form, "sở họp": 0, "Kỳ QL18 họp": digit, "Sở Hòa, quý 2": word | form | digit}
    assert {text: signs(text.replace(" ", blank)) for text in told} == {text: [each] for text, each in told.items()}


@pytest.mark.usefixtures("no_signs")
def test_a_sign_asked_for_later_is_told_of_what_was_read_before_too():
    first = sign(words=("xã",))
    assert signs("Xã họp") == [first]
    second = sign(words=("họp",))
    assert signs("Xã họp") == [first | second]
