"""Which indicator a written name means; the catalogue; breakdowns told by names."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger import matching
from giaoban.ledger.conversion import unit_for
from giaoban.ledger.likeness import phrase, taken_apart
from giaoban.ledger.matching import Matcher, match
from giaoban.messages.printed import in_words
from giaoban.model import Measure
from giaoban.reference.abbreviations import in_full
from giaoban.reference.axes import AXES, breakdown
from giaoban.reference.dimensions import dimension
from giaoban.reference.indicators import GROUPS, Aggregation, Indicator, catalogue, english, indicator
from tests.tables import table

MATCHER = Matcher(catalogue())
PAIRS = table("indicator_names.tsv")
UNSURE_AT_MOST = 0.06


@pytest.mark.parametrize("case", PAIRS, ids=lambda case: f"{case['name']} ({case['unit']})")
def test_a_name_is_never_surely_given_to_a_wrong_indicator(case):
    sure = [each.indicator for each in MATCHER.match(case["name"], case["unit"]) if each.sure]
    assert sure in ([], [case["indicator"]])


@pytest.mark.parametrize("case", [case for case in PAIRS if case["indicator"]], ids=lambda case: f"{case['name']} ({case['unit']})")
def test_the_right_indicator_comes_first_even_where_it_is_unsure(case):
    assert MATCHER.match(case["name"], case["unit"])[0].indicator == case["indicator"]


def test_few_known_names_are_left_unsure():
    known = [case for case in PAIRS if case["indicator"]]
    unsure = [case["name"] for case in known if not MATCHER.match(case["name"], case["unit"])[0].sure]
    assert len(unsure) <= UNSURE_AT_MOST * len(known), unsure


@pytest.mark.parametrize("row", catalogue().values(), ids=lambda row: row.id)
def test_every_indicator_is_found_by_its_own_name(row):
    assert MATCHER.match(row.name, row.unit)[0].indicator == row.id


@pytest.mark.parametrize(("measure", "indicator"), [(Measure.ATTAINMENT, ["giai_ngan"]), (Measure.CHANGE, [])])
def test_what_was_paid_out_of_a_plan_is_the_share_and_growth_of_either_is_left_to_a_person(measure, indicator):
    found = MATCHER.match("Giải ngân vốn đầu tư công", "%", measure)
    assert [each.indicator for each in found if each.sure] == indicator


def test_a_share_of_a_plan_that_says_so_is_ahead_of_the_sum_that_is_named_nearly_alike():
    first, second, *_rest = MATCHER.match("tỷ lệ giải ngân vốn đầu tư công", "%", Measure.ATTAINMENT)
    assert (first.indicator, first.sure, second.indicator) == ("giai_ngan", True, "von_giai_ngan")


@pytest.mark.parametrize("name", ["hộ nghèo", "hộ cận nghèo", "trường đạt chuẩn quốc gia"])
def test_what_was_attained_of_a_plan_for_a_count_or_for_a_share_of_one_name_is_left_to_a_person(name):
    first, second, *_rest = MATCHER.match(name, "%", Measure.ATTAINMENT)
    assert first.score == second.score
    assert not first.sure
    assert MATCHER.match(name, "%")[0].sure


def test_another_unit_puts_a_name_back_and_says_so():
    first = match("Tỷ lệ lao động qua đào tạo", "người", catalogue())[0]
    assert not first.sure
    assert "other-unit" in first.reasons


def test_a_growth_rate_is_not_refused_for_its_unit():
    assert MATCHER.match("Thu nội địa", "%", Measure.CHANGE)[0].sure
    assert not MATCHER.match("Thu nội địa", "%")[0].sure


def test_another_head_noun_puts_a_name_back():
    first = MATCHER.match("nợ thu ngân sách nhà nước trên địa bàn", "tỷ đồng")[0]
    assert "other-head" in first.reasons
    assert not first.sure


@pytest.mark.parametrize(
    ("name", "unit", "doubt"),
    [
        ("tổng vốn đầu tư của dự án", "tỷ đồng", "lacking"),
        ("đảng viên", "đảng viên", "short"),
        ("giá trị xuất khẩu gỗ dăm", "tỷ USD", "strange"),
        ("tỷ lệ hộ cận nghèo", "%", "other-thing"),
        ("đảng viên của Đảng bộ cơ sở", "đảng viên", "lacking"),
        ("học sinh các cấp tại cơ sở", "học sinh", "lacking"),
    ],
)
def test_a_name_that_says_too_little_or_something_else_is_put_back_with_the_reason(name, unit, doubt):
    assert any(doubt in each.reasons for each in MATCHER.match(name, unit))
    assert not any(each.sure and doubt in each.reasons for each in MATCHER.match(name, unit))


def test_between_two_that_are_equally_likely_a_person_decides():
    twins = {key: Indicator(key, "Số cây xanh trồng mới", "x", ("cây",)) for key in ("first", "second")}
    assert [each.sure for each in match("Số cây xanh trồng mới", "cây", twins)] == [False, False]


def test_names_that_were_taken_apart_stay_so_and_a_new_name_is_taken_apart(monkeypatch):
    taken = []
    monkeypatch.setattr(matching, "taken_apart", lambda words: taken.append(tuple(words)) or taken_apart(words))
    Matcher(catalogue())
    assert taken == []
    Matcher(dict(catalogue()) | {"new": Indicator("new", "Số bến cóc", "x", ("bến",))})
    assert taken == [("số", "bến", "cóc")]


def test_a_second_spelling_is_the_same_name():
    assert MATCHER.match("tỉ lệ hộ nghèo", "%") == MATCHER.match("tỷ lệ hộ nghèo", "%")


@pytest.mark.parametrize(("name", "needed", "there"), [
    ("tổng số đảng viên", "số", True),
    ("tong so dang vien", "số", True),
    ("đảng viên ở cơ sở", "số", False),
    ("xoá nhà tạm", "xóa", True),
    ("bác sỹ giỏi", "sĩ", True),
    ("thu hút vốn FDI", "FDI", True),
    ("thành lập mỗi năm", "mới", False),
])  # fmt: skip
def test_a_word_is_found_in_a_name_with_its_accents_or_in_one_without_any(name, needed, there):
    assert taken_apart(in_full(name)).has(phrase(in_full(needed))) is there


def test_what_a_person_chose_before_is_taken_from_then_on_however_it_is_spelled():
    learned = Matcher(catalogue(), {"Thu cân đối NSNN của thị xã": "thu_nsnn"})
    first = learned.match("thu cân đối ngân sách nhà nước của thị xã", "tỷ đồng")[0]
    assert (first.indicator, first.sure, first.reasons) == ("thu_nsnn", True, ("learned",))


@pytest.mark.parametrize(
    ("name", "chosen", "unit", "measure", "meant"),
    [
        ("hộ nghèo", "so_ho_ngheo", "%", Measure.ATTAINMENT, "so_ho_ngheo"),
        ("hộ nghèo", "so_ho_ngheo", "%", Measure.CHANGE, "so_ho_ngheo"),
        ("hộ nghèo", "ho_ngheo", "%", Measure.CHANGE, "ho_ngheo"),
        ("trường đạt chuẩn quốc gia", "truong_chuan", "", Measure.LEVEL, "truong_chuan"),
        ("thu nội địa", "thu_nsnn", "tỷ đồng", Measure.LEVEL, "thu_nsnn"),
        ("hộ nghèo", "so_ho_ngheo", "%", Measure.LEVEL, "ho_ngheo"),
        ("hộ nghèo", "ho_ngheo", "hộ", Measure.LEVEL, "so_ho_ngheo"),
        ("hộ nghèo", "so_ho_ngheo", "điểm %", Measure.CHANGE, ""),
    ],
)
def test_what_a_person_chose_between_two_of_one_name_is_taken_from_then_on_unless_the_unit_speaks_for_the_other(
    name, chosen, unit, measure, meant
):
    found = Matcher(catalogue(), {name: chosen}).match(name, unit, measure)
    assert [each.indicator for each in found if each.sure] == [meant] * bool(meant)
    assert len(found) == len({each.indicator for each in found})


def test_what_was_chosen_of_an_indicator_that_is_gone_is_forgotten():
    assert Matcher(catalogue(), {"bến cóc": "gone"}).match("bến cóc") == MATCHER.match("bến cóc")


@pytest.mark.parametrize(
    ("name", "unit", "measure", "first", "reasons"),
    [
        ("Thu nội địa", "tỷ đồng", Measure.LEVEL, "thu_noi_dia", ("name", "unit", "head")),
        ("Thu nội địa", "", Measure.LEVEL, "thu_noi_dia", ("name", "no-unit", "head")),
        ("Thu nội địa", "xã", Measure.LEVEL, "thu_noi_dia", ("name", "other-unit", "head")),
        ("Thu nội địa", "%", Measure.CHANGE, "thu_noi_dia", ("name", "head")),
        ("thu nội địa cả năm", "tỷ đồng", Measure.LEVEL, "thu_noi_dia", ("words", "unit", "head")),
        ("Tỷ lệ giải ngân vốn đầu tư công", "%", Measure.ATTAINMENT, "giai_ngan", ("name", "unit", "head")),
        ("Tỷ lệ giải ngân vốn đầu tư công", "tỷ đồng", Measure.ATTAINMENT, "giai_ngan", ("name", "head")),
    ],
)
def test_a_match_says_why(name, unit, measure, first, reasons):
    found = MATCHER.match(name, unit, measure)[0]
    assert (found.indicator, found.reasons) == (first, reasons)


@given(st.text(max_size=60), st.sampled_from(["", "%", "tỷ đồng", "xã", "???"]))
def test_any_text_is_answered_and_always_alike(name, unit):
    found = MATCHER.match(name, unit)
    assert found == MATCHER.match(name, unit)
    scores = [each.score for each in found]
    assert scores == sorted(scores, reverse=True)
    assert sum(each.sure for each in found) <= 1


def test_the_catalogue_has_counts_beside_shares_the_counts_that_shares_are_weighed_by_and_ranks_beside_scores():
    shares, ranks = ("xa_ntm_ty_le", "xa_ntm_nc_ty_le", "xa_ntm_km_ty_le", "gpmb_ty_le"), ("pci", "par_index", "sipas", "ddci")
    counts = ("so_ho_ngheo", "so_ho_can_ngheo", "so_bhyt", "truong_chuan_so", "von_giai_ngan")
    assert {*shares, *counts, *(f"{each}_hang" for each in ranks)} <= set(catalogue())
    assert {row.id for row in catalogue().values() if row.group == "Dân số"} == {"dan_so", "so_ho", "tang_dan_so", "do_thi_hoa"}


@pytest.mark.parametrize("key", ["dang_vien", "hs_tthc", "von_giai_ngan"])
def test_what_bodies_of_every_level_have_is_not_added_up_from_the_places_below(key):
    assert catalogue()[key].aggregation is Aggregation.NONE


@pytest.mark.parametrize("row", catalogue().values(), ids=lambda row: row.id)
def test_a_row_of_the_catalogue_says_what_it_must(row):
    assert row.definition
    assert row.definition_vi
    assert row.name_en and row.name_en not in row.names
    assert row.group in GROUPS
    assert row.unverified != bool(row.source)
    assert all(dimension(unit) for unit in (*row.units, *row.units_other))
    assert not any(unit_for(unit, row) for unit in row.units_other)
    assert all(axis in AXES for axis in row.breakdowns)
    formula = [row.formula.numerator, row.formula.denominator] if row.formula else []
    for other in (row.weight, row.at_most, row.growth_of, *row.parts, *formula):
        assert not other or other in catalogue()
    assert not row.weight or row.aggregation is Aggregation.WEIGHTED_MEAN


def test_every_indicator_has_an_english_name_of_its_own_which_sentences_in_english_use():
    named = english()
    assert len({*named.values()}) == len(named)
    for text, said in (("Tỷ lệ hộ nghèo", "Poverty rate of households"), ("Dân số trung bình (nữ)", "Average population (nữ)")):
        assert (in_words(text, "en"), in_words(text, "vi")) == (said, text)
    assert in_words("Phường Mạo Khê (cũ)", "en") == "Phường Mạo Khê (cũ)"


def test_what_has_no_source_says_that_it_is_unverified():
    unverified = [row.id for row in catalogue().values() if not row.verified]
    assert "grdp" in unverified
    assert "grdp_growth" not in unverified


def test_two_indicators_that_have_a_name_in_common_are_told_apart_by_their_units():
    named = {}
    for row in catalogue().values():
        for name in {name.casefold() for name in row.names}:
            named.setdefault(name, []).append(row)
    for name, rows in named.items():
        assert sum(unit_for(rows[0].unit, row) is not None for row in rows) == 1, name
        assert len(rows) <= 2, name


def test_a_row_with_a_word_that_there_is_not_is_refused():
    row = {"name": "Số xã", "group": "x", "units": ["xã"]}
    assert indicator("xa", row) == Indicator("xa", "Số xã", "x", ("xã",))
    for bad in ({"direction": "up"}, {"colour": "red"}, {"formula": {"numerator": "a"}}):
        with pytest.raises((TypeError, ValueError)):
            indicator("xa", row | bad)


@pytest.mark.parametrize(
    ("name", "axes", "part"),
    [
        ("số người chết do tai nạn giao thông", ("outcome",), "outcome=killed"),
        ("số người bị thương vì tai nạn giao thông", ("outcome",), "outcome=injured"),
        ("số vụ tai nạn giao thông", ("outcome",), ""),
        ("số người chết và bị thương", ("outcome",), ""),
        ("lao động nữ được giải quyết việc làm ở thành thị", ("sex", "area"), "area=urban;sex=female"),
        ("lao động nữ", (), ""),
        ("khách du lịch quốc tế", ("origin",), "origin=international"),
        ("khách du lịch Việt Nam", ("sex",), ""),
    ],
)
def test_a_name_says_which_part_it_is_of(name, axes, part):
    assert breakdown(name, axes) == part


def test_indicators_are_values():
    with pytest.raises(dataclasses.FrozenInstanceError):
        catalogue()["grdp"].name = "x"


def test_the_source_of_a_definition_is_an_address_or_a_document_by_its_own_title():
    known = "http", "Biên bản "
    assert [row.source for row in catalogue().values() if row.source and not row.source.startswith(known)] == []
