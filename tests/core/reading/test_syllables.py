"""A sentence is cut into its syllables, its numbers whole and the marks behind them apart."""

import pytest

from giaoban.documents import from_text
from giaoban.reading.engine import Pipeline
from giaoban.reading.sentences import sentences
from giaoban.reading.syllables import Syllables, syllables

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
