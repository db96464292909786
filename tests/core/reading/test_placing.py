import pytest

from giaoban.documents import from_text
from giaoban.model import Observation
from giaoban.reading.engine import Pipeline
from giaoban.reading.learning.choices import learn, table
from giaoban.reading.learning.figures import placings
from giaoban.reading.pipeline import MEETING, PIPELINE
from giaoban.reading.rules.figures.observations import figured
from giaoban.reading.rules.figures.placing.forms import FORMS
from giaoban.reading.rules.figures.placing.leading import leading
from giaoban.reading.rules.figures.placing.loose import loose
from giaoban.reading.rules.figures.placing.surroundings import surroundings
from giaoban.reading.rules.figures.whereabouts.names import named
from giaoban.reading.weights import Weights
from tests.core.reading.written import page, within
from tests.tables import table as cases

TEXT = (
    "Thị ủy Bình An họp\n\nSáng 12/3, Thị ủy Bình An họp với xã Phú Lâm và xã An Khê. Năm 2019, thu ngân sách của Bình An đạt 512 tỷ đồng. "
    "Tại xã Phú Lâm, 40 hộ thoát nghèo.\n"
)


def record(text: str, places: tuple[str, str]) -> dict:
    spans = [(text.index(said), text.index(said) + len(said)) for said in ("512 tỷ đồng", "40 hộ")]
    return {
        "observations": [
            {"span": {"start": start, "end": end}, "value": value, "place": place}
            for (start, end), value, place in zip(spans, (512, 40), places, strict=True)
        ]
    }


@pytest.mark.parametrize("case", cases("loose.tsv"), ids=lambda case: case["text"])
def test_what_has_no_proper_name_is_found_as_the_corpus_says(case):
    read = page(case["text"])
    found = [read.text[start:end] for start, end, _ in loose(read, named(read)) if within(case["text"], start, read)]
    assert " | ".join(found) == case["loose"]


@pytest.mark.parametrize("case", cases("leading.tsv"), ids=lambda case: case["text"])
def test_what_begins_a_clause_with_a_figure_is_what_the_figure_is_of(case):
    read = page(case["text"])
    found = [read.text[start:end] for start, end in leading(read) if within(case["text"], start, read)]
    assert " | ".join(found) == case["leading"]
    assert read.all(Observation)[-1].what.place == (case["place"] or read.all(Observation)[-1].what.place)


@pytest.mark.parametrize("case", cases("placing.tsv"), ids=lambda case: case["text"])
def test_what_tells_the_place_of_a_figure_is_what_the_corpus_says(case):
    found = [each.placed for _, figures in figured(page(case["text"].replace(" / ", "\n\n"))) for each in figures]
    assert (found[-1].by, found[-1].name or "") == (case["told by"], case["place"])


def test_every_form_of_words_that_tells_a_place_is_in_the_corpus():
    assert {name for name, _ in FORMS} <= {case["told by"] for case in cases("placing.tsv")}


def test_a_smaller_place_is_left_with_its_paragraph_or_its_list():
    text = (
        "Ngày 3/4/2019, UBND huyện Ea Lâm họp. Thôn 5 làm 3 km đường.\n\nTrồng mới 40 ha rừng. Huyện Ea Lâm xuống giống, "
        "xã Phú Lâm 90 ha, xã Phú Sơn 80 ha. Thu ngân sách đạt 9 tỷ đồng"
    )
    places = {int(found.what.quantity.value): (found.what.place or "").lower() for found in page(text).all(Observation)}
    assert places == {3: "thôn 5", 40: "huyện ea lâm", 90: "xã phú lâm", 80: "xã phú sơn", 9: "huyện ea lâm"}


def test_a_bare_name_and_a_list_are_among_what_figures_may_be_about():
    around = surroundings(Pipeline(MEETING).run(from_text(TEXT)))
    assert [each.name for each in around.mentions if each.sort == "list"] == ["xã Phú Lâm và xã An Khê"]
    assert sum(each.name == "Bình An" for each in around.mentions) == 3


def test_every_mention_is_named_as_its_words_are():
    read = Pipeline(MEETING).run(from_text(TEXT))
    assert all(each.name in read.text[each.start : each.end] for each in surroundings(read).mentions)


def test_what_is_learned_of_places_is_read_by():
    document = from_text(TEXT)
    taught = placings(document, record(document.text, ("Bình An", "xã Phú Lâm")))
    assert [bool(right) for _, right, _ in taught] == [True, True]
    learned = Weights({"figures.tsv": table({"place": learn(taught * 3, 0.1)}).encode()})
    assert [found.what.place for found in PIPELINE.run(document, learned).all(Observation)] == ["Bình An", "xã Phú Lâm"]


def test_weights_may_say_that_a_figure_has_no_place():
    learned = Weights(
        {"figures.tsv": b"place\tnone 0 True\t999\nplace\tnone 0 False\t999\nplace\tnone 1 True\t999\nplace\tnone 1 False\t999\n"}
    )
    text = TEXT.replace("Tại xã Phú Lâm, 40 hộ", "Cùng với xã Phú Lâm, đã có 40 hộ")
    assert {found.what.place for found in PIPELINE.run(from_text(text), learned).all(Observation)} == {None}


def test_weights_are_not_asked_where_the_form_of_the_words_leaves_no_choice():
    learned = Weights({"figures.tsv": b"place\tnone 1 True\t999\nplace\tnone 1 False\t999\n"})
    assert PIPELINE.run(from_text(TEXT), learned).all(Observation)[-1].what.place == "xã Phú Lâm"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Phường Phúc Lâm (quận Long Hà) phát 40 thẻ.", "Phường Phúc Lâm"),
        ("Thị xã Bình An đã cùng xã Phú Lâm phát 40 thẻ.", "Thị xã Bình An"),
    ],
)
def test_a_subject_is_told_from_what_stands_beside_it_or_in_closed_brackets(text, place):
    learned = Weights({"figures.tsv": b"place\tb closed True 1\t-999\nplace\tb next done\t99\nplace\tsort commune\t9\n"})
    assert [found.what.place for found in PIPELINE.run(from_text(f"Họp báo\n\n{text}\n"), learned).all(Observation)] == [place]


SENT = (
    "TỈNH ỦY QUẢNG NINH\n\nVĂN PHÒNG\n\nQuảng Ninh, ngày 20 tháng 10 năm 2020\n\nTHÔNG BÁO\n\n"
    "kết luận của đồng chí Bí thư Tỉnh ủy tại buổi làm việc\n\n"
    "Ngày 16/10/2020, đồng chí Bí thư Tỉnh ủy làm việc với {others}.\n\n1. Trong 9 tháng, thu ngân sách đạt 138 tỷ đồng.\n"
)


def test_a_date_line_tells_who_sends_a_paper_as_a_letterhead_does():
    text = SENT.replace("TỈNH ỦY QUẢNG NINH\n\nVĂN PHÒNG", "VĂN PHÒNG TỈNH ỦY").format(others="Ban Thường vụ Thị ủy Phú Lâm")
    assert [found.what.place for found in PIPELINE.run(from_text(text)).all(Observation)] == ["Phú Lâm"]


@pytest.mark.parametrize(
    ("others", "place"),
    [
        ("Ban Thường vụ Thị ủy Phú Lâm về nhiệm vụ của thị xã", "Phú Lâm"),
        ("Ban Thường vụ Thị ủy Phú Lâm và Ban Thường vụ Huyện ủy An Khê", "Quảng Ninh"),
        ("các sở, ngành", "Quảng Ninh"),
    ],
)
def test_a_paper_is_not_about_the_province_that_sends_it_where_it_is_about_one_town(others, place):
    text = SENT.format(others=others)
    assert [found.what.place for found in PIPELINE.run(from_text(text)).all(Observation)] == [place]
