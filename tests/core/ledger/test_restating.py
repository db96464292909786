"""Figures restated onto the places of another day: what adds up is conserved, what does not is refused."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.ledger.crosswalk import Basis, Crosswalk, Link, shares
from giaoban.ledger.restating import not_additive, ratio, restate, restate_mean
from giaoban.model import Bound, Quantity, Refused
from giaoban.reference.indicators import catalogue

DAY = date(2025, 7, 1)
PEOPLE = "người"


def people(value, bound=Bound.EXACT, value_to=None):
    return Quantity(Decimal(value), PEOPLE, bound, None if value_to is None else Decimal(value_to))


def walk(*links):
    """Links as (before, after) or (before, after, share by area), None for a part that nobody measured."""
    made = []
    for before, after, *share in links:
        known = {Basis.AREA: Decimal(share[0])} if share and share[0] is not None else {}
        made.append(Link(before, after, DAY, bool(share), shares=known))
    return Crosswalk(made)


def refusal(*args, **rest):
    with pytest.raises(Refused) as refused:
        restate(*args, indicator="dân số", **rest)
    return refused.value


MERGER = walk(("Tân Việt", "Việt Dân mới"), ("Việt Dân", "Việt Dân mới"))
RENAMED = walk(("xã", "phường"), ("phường", "phường dưới tỉnh"))
SPLIT = walk(("Đức Chính", "An Sinh", "0.4"), ("Đức Chính", "Đông Triều", "0.6"), ("Bình Dương", "An Sinh"))


def test_a_merger_sums_and_is_as_certain_as_its_parts():
    found = restate("Việt Dân mới", {"Tân Việt": people(4043), "Việt Dân": people(5100)}, MERGER, indicator="dân số")
    assert (found.quantity, found.basis, found.same) == (people(9143), None, False)
    assert [piece.place for piece in found.pieces] == ["Tân Việt", "Việt Dân"]


def test_a_part_is_taken_by_the_basis_that_is_named():
    figures = {"Đức Chính": people(1000), "Bình Dương": people(500)}
    found = restate("An Sinh", figures, SPLIT, indicator="dân số", basis=Basis.AREA)
    assert (found.quantity, found.basis) == (people("900.0"), Basis.AREA)


@pytest.mark.parametrize("basis", [None, Basis.POPULATION])
def test_a_part_that_nobody_measured_by_that_basis_is_refused(basis):
    why = refusal("An Sinh", {"Đức Chính": people(1000), "Bình Dương": people(500)}, SPLIT, basis=basis)
    assert (why.code, why.values["place"]) == ("restate-no-share", "Đức Chính")


def test_a_figure_that_is_missing_is_told_with_the_number_of_places():
    why = refusal("Việt Dân mới", {"Tân Việt": people(4043)}, MERGER)
    assert (why.code, why.values["missing"], why.values["total"], why.values["names"]) == ("restate-missing", 1, 2, "Việt Dân")


def test_ratios_do_not_add_but_go_on_where_a_place_was_only_renamed():
    rate = Quantity(Decimal("62.5"), "%")
    assert refusal("Việt Dân mới", {"Tân Việt": rate, "Việt Dân": rate}, MERGER, additive=False).code == "restate-ratio"
    assert restate("phường dưới tỉnh", {"xã": rate}, RENAMED, indicator="tỷ lệ", additive=False).quantity == rate


def test_a_ratio_is_worked_out_anew_from_its_numerator_and_denominator():
    poor = restate("Việt Dân mới", {"Tân Việt": people(3), "Việt Dân": people(9)}, MERGER, indicator="hộ nghèo")
    all_of_them = restate("Việt Dân mới", {"Tân Việt": people(1000), "Việt Dân": people(1400)}, MERGER, indicator="hộ")
    found = ratio(poor, all_of_them, indicator="tỷ lệ hộ nghèo", unit="%", scale=100)
    assert found.quantity == Quantity(Decimal("0.50"), "%")
    assert len(found.pieces) == 4


@pytest.mark.parametrize(
    ("upper", "lower", "bound"),
    [
        (Bound.EXACT, Bound.EXACT, Bound.EXACT),
        (Bound.OVER, Bound.EXACT, Bound.OVER),
        (Bound.EXACT, Bound.OVER, Bound.UNDER),
        (Bound.UNDER, Bound.OVER, Bound.UNDER),
        (Bound.ABOUT, Bound.EXACT, Bound.ABOUT),
    ],
)
def test_the_bound_of_a_ratio_is_true(upper, lower, bound):
    one, other = (
        restate("xã", {"xã": people(5, upper)}, RENAMED, indicator="a"),
        restate("xã", {"xã": people(10, lower)}, RENAMED, indicator="b"),
    )
    assert ratio(one, other, indicator="c", unit="").quantity.bound is bound


@pytest.mark.parametrize(
    ("upper", "lower", "code"), [(Bound.OVER, Bound.OVER, "bounds-do-not-add"), (Bound.EXACT, Bound.UNDER, "restate-zero")]
)
def test_a_ratio_that_could_be_anything_is_refused(upper, lower, code):
    one, other = (
        restate("xã", {"xã": people(5, upper)}, RENAMED, indicator="a"),
        restate("xã", {"xã": people(10, lower)}, RENAMED, indicator="b"),
    )
    with pytest.raises(Refused) as refused:
        ratio(one, other, indicator="c", unit="")
    assert refused.value.code == code


def test_a_ratio_to_nought_is_refused():
    one, other = restate("xã", {"xã": people(5)}, RENAMED, indicator="a"), restate("xã", {"xã": people(0)}, RENAMED, indicator="b")
    with pytest.raises(Refused) as refused:
        ratio(one, other, indicator="c", unit="")
    assert refused.value.code == "restate-zero"


@pytest.mark.parametrize(
    ("one", "other", "bound"),
    [(Bound.OVER, Bound.EXACT, Bound.OVER), (Bound.ABOUT, Bound.EXACT, Bound.ABOUT), (Bound.UNDER, Bound.AT_MOST, Bound.UNDER)],
)
def test_the_bound_of_a_sum_is_true(one, other, bound):
    found = restate("Việt Dân mới", {"Tân Việt": people(1, one), "Việt Dân": people(2, other)}, MERGER, indicator="dân số")
    assert found.quantity.bound is bound


def test_over_and_under_make_no_sum():
    assert (
        refusal("Việt Dân mới", {"Tân Việt": people(1, Bound.OVER), "Việt Dân": people(2, Bound.UNDER)}, MERGER).code == "bounds-do-not-add"
    )


def test_figures_in_two_units_are_refused():
    why = refusal("Việt Dân mới", {"Tân Việt": people(1), "Việt Dân": Quantity(Decimal(2), "nghìn người")}, MERGER)
    assert (why.code, why.values["units"]) == ("restate-units", "nghìn người, người")


def test_a_place_of_which_nothing_is_known_is_refused():
    assert refusal("Hạ Long", {"Tân Việt": people(1)}, MERGER).code == "restate-unknown-target"


def test_later_figures_make_an_earlier_place_where_they_were_made_of_it_alone():
    level = walk(("205", "Mạo Khê", "0.3"), ("205", "Đông Triều", "0.7"))
    found = restate("205", {"Mạo Khê": people(30), "Đông Triều": people(70)}, level, indicator="dân số")
    assert (found.quantity, found.basis) == (people(100), None)


def test_how_much_of_a_merged_place_lies_in_one_that_merged_nobody_can_tell():
    assert refusal("Tân Việt", {"Việt Dân mới": people(9143)}, MERGER, basis=Basis.AREA).code == "restate-no-share"


def test_of_two_ways_the_one_without_parts_comes_first_and_the_other_helps_out():
    part = Link("205", "Mạo Khê", DAY, True, way="level", shares={Basis.AREA: Decimal("0.25")})
    links = Crosswalk([part, Link("Kim Sơn", "Mạo Khê", DAY), Link("Mạo Khê cũ", "Mạo Khê", DAY)])
    communes = {"Kim Sơn": people(10), "Mạo Khê cũ": people(20)}
    assert restate("Mạo Khê", {"205": people(200), **communes}, links, indicator="dân số", basis=Basis.AREA).quantity == people(30)
    assert restate("Mạo Khê", {"205": people(200)}, links, indicator="dân số", basis=Basis.AREA).quantity == people("50.00")
    assert refusal("Mạo Khê", {"205": people(200)}, links).code == "restate-no-share"


@pytest.mark.parametrize(
    ("key", "code"),
    [("ho_ngheo", "restate-ratio"), ("dang_vien", "restate-not-added"), ("hs_tthc", "restate-not-added"), (None, "restate-ratio")],
)
def test_why_figures_are_not_added_is_said(key, code):
    assert not_additive(catalogue()[key] if key else None) == code


HOUSEHOLDS = {"Tân Việt": Decimal(1000), "Việt Dân": Decimal(3000)}


def rate(value, unit="%", bound=Bound.EXACT):
    return Quantity(Decimal(value), unit, bound)


def weighed(target, figures, weights=HOUSEHOLDS, crosswalk=MERGER):
    return restate_mean(target, figures, weights, crosswalk, indicator="tỷ lệ hộ nghèo")


def test_a_ratio_of_places_that_went_over_whole_is_their_mean_by_what_it_is_a_ratio_of():
    found = weighed("Việt Dân mới", {"Tân Việt": rate("2.0"), "Việt Dân": rate("4.0", bound=Bound.OVER)})
    assert (found.quantity, found.basis, found.same) == (rate("3.50", bound=Bound.OVER), None, False)
    assert [(piece.place, piece.share) for piece in found.pieces] == [("Tân Việt", 1), ("Việt Dân", 1)]


@pytest.mark.parametrize(
    ("figures", "weights", "code"),
    [
        ({"Tân Việt": rate(2), "Việt Dân": rate(4)}, {"Tân Việt": Decimal(1000)}, "restate-ratio"),
        ({"Tân Việt": rate(2), "Việt Dân": rate(4)}, {**HOUSEHOLDS, "Việt Dân": Decimal(0)}, "restate-ratio"),
        ({"Tân Việt": rate(2), "Việt Dân": rate(4, "hộ")}, HOUSEHOLDS, "restate-units"),
        ({"Tân Việt": rate(2)}, HOUSEHOLDS, "restate-missing"),
    ],
)
def test_a_mean_without_a_weight_in_two_units_or_of_some_places_is_refused(figures, weights, code):
    with pytest.raises(Refused) as refused:
        weighed("Việt Dân mới", figures, weights)
    assert refused.value.code == code


def test_a_ratio_of_a_place_that_went_over_in_part_is_refused():
    with pytest.raises(Refused, match="restate-no-share"):
        weighed("An Sinh", {"Đức Chính": rate(2), "Bình Dương": rate(4)}, {"Đức Chính": Decimal(1), "Bình Dương": Decimal(1)}, SPLIT)


def test_a_ratio_of_a_range_is_refused_and_one_of_split_figures_names_the_basis():
    figures = {"Đức Chính": people(1000), "Bình Dương": people(500)}
    split = restate("An Sinh", figures, SPLIT, indicator="a", basis=Basis.AREA)
    plain, ranged = (restate("xã", {"xã": people(10, value_to=upper)}, RENAMED, indicator="b") for upper in (None, 20))
    assert ratio(split, plain, indicator="c", unit="").basis is Basis.AREA
    assert ratio(plain, split, indicator="c", unit="").basis is Basis.AREA
    assert ratio(plain, plain, indicator="c", unit="", decimals=0).quantity.value.as_tuple().exponent == 0
    for one, other in ((ranged, plain), (plain, ranged)):
        with pytest.raises(Refused, match="restate-zero"):
            ratio(one, other, indicator="c", unit="")


def test_a_place_split_in_part_is_never_the_same_place():
    part = walk(("205", "Mạo Khê", "0.25"))
    found = restate("Mạo Khê", {"205": people(200)}, part, indicator="dân số", basis=Basis.AREA)
    assert (found.quantity, found.same, len(found.pieces)) == (people("50.00"), False, 1)


def test_of_two_ways_that_fail_the_share_that_nobody_knows_is_told_then_the_way_that_came_furthest():
    part = Link("205", "Mạo Khê", DAY, True, way="level")
    old = [Link(name, "Mạo Khê", DAY) for name in ("Kim Sơn", "Mạo Khê cũ", "Vĩnh Khê")]
    for links in ([part, *old], [*old, part]):
        assert refusal("Mạo Khê", {"205": people(200), "Kim Sơn": people(10)}, Crosswalk(links)).code == "restate-no-share"
    none_of_two = [Link(name, "Mạo Khê", DAY, way="level") for name in ("a", "b")]
    for links in ([*none_of_two, *old], [*old, *none_of_two]):
        assert refusal("Mạo Khê", {"Kim Sơn": people(10)}, Crosswalk(links)).values["names"] == "Mạo Khê cũ, Vĩnh Khê"


def test_a_split_keeps_a_range_a_range():
    found = restate(
        "An Sinh", {"Đức Chính": people(100, value_to=200), "Bình Dương": people(10)}, SPLIT, indicator="dân số", basis=Basis.AREA
    )
    assert (found.quantity.value, found.quantity.value_to) == (Decimal(50), Decimal(90))


VALUES = st.decimals(min_value=0, max_value=10**9, places=2)
OPEN = st.sampled_from([Bound.EXACT, Bound.OVER, Bound.AT_LEAST])
BOUNDS = st.sampled_from(list(Bound))


@st.composite
def reforms(draw):
    """Old places that each went wholly into one new place, or into several by shares; and a figure of each old place."""
    olds, news = draw(st.integers(1, 8)), draw(st.integers(1, 5))
    links = []
    for old in range(olds):
        into = draw(st.lists(st.integers(0, news - 1), min_size=1, max_size=news, unique=True))
        weights = draw(st.lists(st.integers(1, 1000), min_size=len(into), max_size=len(into)))
        for new, share in zip(into, shares(list(map(Decimal, weights))), strict=True):
            part = len(into) > 1
            links.append(Link(f"old {old}", f"new {new}", DAY, part, shares={Basis.AREA: share} if part else {}))
    figures = {f"old {old}": people(draw(VALUES)) for old in range(olds)}
    return links, figures


@given(reforms())
def test_totals_are_conserved(reform):
    links, figures = reform
    crosswalk = Crosswalk(links)
    news = {link.after for link in links}
    found = [restate(new, figures, crosswalk, indicator="dân số", basis=Basis.AREA).quantity.value for new in news]
    assert sum(found) == sum(figure.value for figure in figures.values())


@given(reforms(), st.data())
def test_a_sum_with_an_open_end_stays_open(reform, data):
    links, figures = reform
    loose = {place: people(figure.value, data.draw(OPEN)) for place, figure in figures.items()}
    for new in {link.after for link in links}:
        found = restate(new, loose, Crosswalk(links), indicator="dân số", basis=Basis.AREA)
        open_ones = {piece.quantity.bound for piece in found.pieces} - {Bound.EXACT}
        assert (found.quantity.bound in {Bound.OVER, Bound.AT_LEAST}) == bool(open_ones)


@given(st.integers(1, 6), VALUES, BOUNDS, st.booleans())
def test_forth_and_back_over_pure_renames_is_the_identity(steps, value, bound, additive):
    crosswalk = walk(*((str(number), str(number + 1)) for number in range(steps)))
    figure = people(value, bound)
    forth = restate(str(steps), {"0": figure}, crosswalk, indicator="x", additive=additive)
    back = restate("0", {str(steps): forth.quantity}, crosswalk, indicator="x", additive=additive)
    assert forth.quantity == back.quantity == figure
    assert forth.same and back.same


@given(st.lists(st.decimals(min_value=0, max_value=10**6, places=3), min_size=1, max_size=30).filter(any))
def test_shares_make_up_the_whole_exactly(weights):
    found = shares(weights)
    assert sum(found) == 1
    assert all(share >= 0 for share in found)


@pytest.mark.parametrize("weights", [[Decimal(0)], [Decimal(1), Decimal(-1)]])
def test_weights_that_weigh_nothing_are_no_shares(weights):
    with pytest.raises(ValueError, match="positive"):
        shares(weights)
