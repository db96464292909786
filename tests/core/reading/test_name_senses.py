import pytest

from giaoban.reading.engine import Pipeline
from giaoban.reading.phrases import listed
from giaoban.reading.pipeline import MEETING
from giaoban.reading.rules.figures.contexts import opening
from giaoban.reading.rules.figures.linking import link
from giaoban.reading.rules.figures.names.fits import of_carried, of_fit
from giaoban.reading.rules.figures.names.phrasing import FIRST
from giaoban.reading.rules.figures.names.senses import GOES_ON
from giaoban.reading.rules.figures.names.traits import PAD, Figure, View, figure
from giaoban.reading.rules.figures.observations import lines
from giaoban.reference.name_words import PLAIN_WORDS, WORDS
from tests.core.reading.written import news
from tests.tables import table


def seen(text: str) -> tuple[View, Figure]:
    """The last sentence with a figure as traits see it, and its last figure."""
    page = Pipeline(MEETING).run(news(text))
    line, drafts = [(line, drafts) for line in lines(page, opening(page)) if (drafts := link(line, ""))][-1]
    view = View(line.row)
    return view, figure(view, drafts[-1], FIRST)


def heard(view: View) -> set[str]:
    """The phrases of a sentence, each with what it speaks of."""
    said: list[str] = []
    for item, sense in zip(view.row, view.begun[PAD:-PAD], strict=True):
        if sense == GOES_ON:
            phrase, _, of = said.pop().partition(" = ")
            said.append(f"{phrase} {item.text} = {of}")
        else:
            said.append(f"{item.text} = {sense}")
    return set(said)


@pytest.mark.parametrize("case", table("name_senses.tsv"), ids=lambda case: case["text"])
def test_words_speak_of_what_the_corpus_says_and_units_count_in_it(case):
    view, of = seen(case["text"])
    assert set(case["heard"].split(" | ")) <= heard(view)
    assert not set(case["refused"].split(" | ")) & heard(view)
    assert of.counted == case["counted in"]


def test_a_phrase_stands_in_one_table_once():
    phrases = [phrase for said in (*WORDS.values(), PLAIN_WORDS) for phrase in listed(said)]
    assert len(phrases) == len(set(phrases))


def test_a_name_fits_its_unit_by_its_own_head_or_leaves_out_one_that_does():
    view, of = seen("Diện tích lúa hữu cơ và cây ăn quả đạt 120 ha")
    own, _ = of_fit(view, of, 0, 0)
    inner, _ = of_fit(view, of, 2, 0)
    assert own & 8
    assert not own & 4
    assert inner & 4


def test_a_name_taken_over_is_told_from_one_of_another_kind():
    _, of = seen("Diện tích lúa đạt 120 ha, ngô 35 ha")
    assert of_carried(of, "P", "diện tích lúa")[2:4] == ("area", "area")
    assert of_carried(of, "P", "kim ngạch xuất khẩu")[2:4] == ("money", "area")
