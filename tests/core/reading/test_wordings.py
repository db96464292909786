from decimal import Decimal

import pytest

from giaoban.documents import from_text
from giaoban.model import Observation
from giaoban.reading import read
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.choices import learn, whole
from giaoban.reading.learning.figures import datings, namings
from giaoban.reading.pipeline import MEETING, PIPELINE
from giaoban.reading.rules.figures.contexts import opening
from giaoban.reading.rules.figures.halves import in_word
from giaoban.reading.rules.figures.linking import link
from giaoban.reading.rules.figures.names.phrasing import FIRST, ONE, Phrasing, Scale, chosen, options, said
from giaoban.reading.rules.figures.names.traits import figure
from giaoban.reading.rules.figures.names.worded import worded
from giaoban.reading.rules.figures.names.wordings import wordings
from giaoban.reading.rules.figures.observations import lines
from giaoban.reading.weights import Weights
from tests.core.reading.written import news
from tests.tables import table

TEXT = "Tin hoạt động\n\nNăm 2019, huyện Bình Sơn thu ngân sách đạt 512 tỷ đồng. Đội đã thu giữ 82 kg đường nhập lậu.\n"
NO_WEIGHTS = Weights({"figures.tsv": b"# choice\ttrait\tweight\n"})


def offered(text: str) -> list[str]:
    """The ways to name the last figure of a sentence."""
    page = Pipeline(MEETING).run(news(text))
    context = opening(page)
    line, drafts = [(line, drafts) for line in lines(page, context) if (drafts := link(line, ""))][-1]
    previous = drafts[-2].name if len(drafts) > 1 else ""
    return [worded(way, line, drafts[-1]) for way in wordings(line, drafts[-1], previous, "")]


def record(text: str) -> dict:
    """An annotated record of `TEXT` with the figures that its number stands for."""
    finds = [("512 tỷ đồng", 512, "thu ngân sách", "2019"), ("82 kg", 82, "đường nhập lậu", None)]
    spans = [(text.index(said), text.index(said) + len(said)) for said, *_ in finds]
    return {
        "observations": [
            {"span": {"start": start, "end": end}, "value": value, "indicator": name, "period": period}
            for (start, end), (_, value, name, period) in zip(spans, finds, strict=True)
        ]
    }


@pytest.mark.parametrize("case", table("wordings.tsv"), ids=lambda case: case["text"])
def test_the_ways_to_name_a_figure_are_those_of_the_corpus(case):
    ways = offered(case["text"])
    assert set(case["offered"].split(" | ")) <= set(ways)
    assert not set(case["refused"].split(" | ")) & set(ways)


def test_things_counted_together_share_what_is_said_behind_the_last():
    page = Pipeline(MEETING).run(news("Dịp này, 25 tập thể và 40 cá nhân được huyện tặng giấy khen."))
    context = opening(page)
    line, drafts = next((line, drafts) for line in lines(page, context) if (drafts := link(line, "")))
    said = {worded(way, line, drafts[0]) for way in wordings(line, drafts[0], "", "")}
    assert any(name.endswith("tặng giấy khen") for name in said)


def test_no_name_begins_or_ends_inside_a_word_but_where_one_ends_another_may_begin():
    page = Pipeline(MEETING).run(news("Hầu hết ổn định mức 5 kg."))
    row = [line.row for line in lines(page, opening(page)) if line.amounts][-1]
    inside = [row[at].text for at in range(len(row)) if in_word(row, at)]
    assert inside == ["hết", "định"]


@pytest.mark.parametrize(
    "said", ["Đã cấp trên 500 giấy", "Ở các thôn xã có 5 chợ", "Đã có mặt 5 đội", "Huyện đạt đích đến 5 năm", "Quý giá tăng 5%"]
)
def test_words_that_only_stand_side_by_side_are_no_word(said):
    page = Pipeline(MEETING).run(news(f"{said}."))
    row = [line.row for line in lines(page, opening(page)) if line.amounts][-1]
    assert not any(in_word(row, at) for at in range(len(row)))


def test_without_weights_the_rules_name_and_date_every_figure():
    document = from_text(TEXT)
    ruled = PIPELINE.run(document, NO_WEIGHTS).all(Observation)
    assert [(found.what.quantity.value, found.what.period) for found in ruled] == [(Decimal(512), "2019"), (Decimal(82), "2019")]


def test_an_annotated_figure_teaches_its_name_and_its_period():
    document = from_text(TEXT)
    named, dated = list(namings(document, record(document.text))), datings(document, record(document.text))
    assert len(named) == len(dated) == 2
    assert all(naming.case[1] for naming in named)
    assert [sum(len(right) for _, right, _ in dated)] == [2]


def test_training_twice_gives_the_same_weights():
    document = from_text(TEXT)
    cases = [naming.case for naming in namings(document, record(document.text))] * 3
    assert learn(cases, 2.0, least=1) == learn(cases, 2.0, least=1)


def test_what_is_learned_from_a_name_prefers_it():
    document = from_text(TEXT)
    cases = [naming.case for naming in namings(document, record(document.text))] * 3
    weights = learn(cases, 0.1, least=1)
    for candidates, right, _ in cases:
        totals = [sum(weights.get(trait, 0.0) for trait in traits) for traits in candidates]
        assert totals.index(max(totals)) in right


def test_a_trait_met_in_too_few_figures_is_not_learned():
    cases = [([["seldom", "often"], ["other"]], [0], 1.0), ([["often"], ["other"]], [0], 1.0)]
    assert set(learn(cases, 1.0)) == {"often", "other"}
    assert learn([], 1.0) == {}


def test_what_is_added_up_for_a_way_is_what_its_traits_weigh():
    page = Pipeline(MEETING).run(news(TEXT))
    context = opening(page)
    document = from_text(TEXT)
    cases = [naming.case for naming in namings(document, record(document.text))] * 3
    weights = whole({"name": learn(cases, 0.1, least=1)})["name"]
    compared = 0
    for line in lines(page, context):
        phrasing = Phrasing(line, Scale(weights))
        seen = phrasing.seen
        for draft in link(line, ""):
            ways, of = wordings(line, draft, "tổng số", "diện tích"), figure(seen, draft, FIRST)
            told = [sum(weights.get(trait, 0) for trait in traits) for traits in options(seen, of, ways)]
            assert phrasing.weighed(of, ways, said(seen, of, ways)) == told
            compared += len(set(told)) > 1
    assert compared == 2


def test_of_names_that_share_their_words_none_takes_the_others_chance():
    alike, other = [0b0111, 0b1111], 0b110000
    assert chosen([ONE, ONE, ONE + 40], [*alike, other], ["N", "NB", "P"]) in (0, 1)
    assert chosen([0, 0, 9 * ONE], [*alike, other], ["N", "NB", "P"]) == 2


def test_of_names_of_one_form_the_heaviest_is_taken():
    assert chosen([ONE, ONE + 40, ONE], [0b0111, 0b110000, 0b1111], ["B", "B", "B"]) == 1


@pytest.mark.parametrize("case", table("taken_over.tsv"), ids=lambda case: case["text"])
def test_a_figure_that_only_tells_whose_it_is_takes_over_the_name_of_the_last_of_its_sort(case):
    record = read(news(f"Năm 2020, {case['text']}"))
    last = max(record.observations, key=lambda found: found.span.end)
    assert last.what.indicator == case["name"]
