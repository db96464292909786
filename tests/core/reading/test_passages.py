from giaoban.documents import from_text
from giaoban.model import Observation
from giaoban.reading.alike import alike
from giaoban.reading.learning.passages import passage
from giaoban.reading.pipeline import PIPELINE
from tests.tables import table

MOST = 0.85
"""The share of figures in passages that are named as marked, by weights that have seen them."""


def test_a_passage_tells_where_its_figures_stand_what_they_are_and_how_they_are_named():
    text, record = passage("Còn [[1.204,5 ha|đất lúa]] lúa và [[3 hộ|hộ nghèo]] nghèo.")
    assert text == "Còn 1.204,5 ha lúa và 3 hộ nghèo."
    told = [(text[each["span"]["start"] : each["span"]["end"]], each["value"], each["indicator"]) for each in record["observations"]]
    assert told == [("1.204,5 ha", 1204.5, "đất lúa"), ("3 hộ", 3.0, "hộ nghèo")]


def test_figures_of_the_passages_are_named_as_marked():
    named = wrong = 0
    for case in table("passages.tsv"):
        text, record = passage(case["text"])
        read = PIPELINE.run(from_text(text)).all(Observation)
        for told in record["observations"]:
            start, end = told["span"]["start"], told["span"]["end"]
            found = [each for each in read if each.span.start < end and start < each.span.end]
            same = [each for each in found if abs(float(each.what.quantity.value)) == told["value"]]
            named += bool(same)
            wrong += bool(same) and not any(alike(each.what.indicator, told["indicator"]) for each in same)
    assert named > 0
    assert 1 - wrong / named >= MOST
