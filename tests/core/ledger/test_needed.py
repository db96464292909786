"""What a figure would have to be for the others to be right: told so, nothing contradicts it; told far beside that, it still does.

Some parts of a whole only must not exceed it: on one side nothing is wrong.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from giaoban.ledger import Facts, Severity, check
from giaoban.ledger.intervals import INFINITE
from giaoban.model import Bound, Role
from tests.core.ledger.made import attained, entry, growth

MEMBERS = {"p": ("a", "b", "c")}


def communes(make, key, *values, **more):
    return [make(key, value, place=place, **more) for place, value in zip("abc", values, strict=False)]


def women_and_men(women, men):
    return [entry("viec_lam", value, "người", breakdown=f"sex={sex}") for sex, value in (("female", women), ("male", men))]


def before(value, unit="tỷ đồng", key="thu_nsnn", **more):
    return entry(key, value, unit, "2018", **more)


def ranged(key, value, upper):
    told = growth(key, value)
    return replace(told, quantity=replace(told.quantity, value_to=Decimal(upper)))


CONTRADICTED = {
    "growth in percent": [entry("thu_nsnn", "2572"), growth("thu_nsnn", "20.2"), before("1590")],
    "a fall": [entry("thu_nsnn", "2572"), growth("thu_nsnn", "-20.2"), before("1590")],
    "a fall over a bound": [entry("thu_nsnn", "2572"), growth("thu_nsnn", "-20", bound=Bound.OVER), before("2600")],
    "a fall of a range": [entry("thu_nsnn", "2572"), ranged("thu_nsnn", "-20", "-25"), before("2600")],
    "a fall under a bound": [entry("thu_nsnn", "2572"), growth("thu_nsnn", "-20", bound=Bound.UNDER), before("3900")],
    "growth over a bound": [entry("thu_nsnn", "2572"), growth("thu_nsnn", "20.2", bound=Bound.OVER), before("2940")],
    "growth in the figure's own unit": [entry("dan_so", "140", "người"), growth("dan_so", "20", "người"), before("90", "người", "dan_so")],
    "growth in points": [entry("ho_ngheo", "2.5", "%"), growth("ho_ngheo", "-1.5", "điểm %"), before("9.5", "%", "ho_ngheo")],
    "growth in a smaller unit": [entry("thu_nsnn", "100"), growth("thu_nsnn", "1500", "triệu đồng"), before("80")],
    "no growth in a smaller unit": [entry("thu_nsnn", "100"), growth("thu_nsnn", "0", "triệu đồng"), before("80")],
    "figures told in two units": [entry("thu_nsnn", "2.572", "nghìn tỷ đồng"), growth("thu_nsnn", "20.2"), before("1590")],
    "growth against the plan": [entry("thu_nsnn", "104"), growth("thu_nsnn", "4", base="plan"), entry("thu_nsnn", "70", role=Role.TARGET)],
    "a share of the plan": [entry("thu_nsnn", "780"), attained("thu_nsnn", "78"), entry("thu_nsnn", "500", role=Role.TARGET)],
    "a sum of all places": [entry("thu_nsnn", "66"), *communes(entry, "thu_nsnn", "10", "20", "30")],
    "a sum of some places": [entry("thu_nsnn", "25"), *communes(entry, "thu_nsnn", "10", "20")],
    "women and men": [entry("viec_lam", "130", "người"), *women_and_men("40", "60")],
    "a mean above its parts": [entry("ho_ngheo", "9.2", "%"), *communes(entry, "ho_ngheo", "1.0", "2.0", "3.0", unit="%")],
    "a mean below its parts": [entry("ho_ngheo", "0.2", "%"), *communes(entry, "ho_ngheo", "1.0", "2.0", "3.0", unit="%")],
    "a ratio": [entry("grdp", "19217"), entry("dan_so", "178.5", "nghìn người"), entry("grdp_pc", "170", "triệu đồng/người")],
    "two reports": [entry("thu_nsnn", "2572"), entry("thu_nsnn", "2972", source=entry("x", "1").source, number=1)],
}  # fmt: skip


def contradictions(entries):
    return [each for each in check(Facts(entries, members=MEMBERS)) if each.severity is not Severity.IMPLICATION and each.needed]


CASES = [
    pytest.param(name, at, id=f"{name}: {at}")
    for name, entries in CONTRADICTED.items()
    for at in range(len(entries))
    for each in contradictions(entries)[:1]
    if at < len(each.needed) and each.needed[at] is not None
]


def told_as(entries, victim, value, tens):
    """The entries with one of them exactly so, its unit as it was printed."""
    quantity = replace(victim.quantity, value=value.scaleb(-tens).quantize(Decimal("1e-9")), bound=Bound.EXACT)
    return [replace(each, quantity=quantity) if each is victim else each for each in entries]


def test_every_way_to_contradict_is_looked_at():
    assert {contradictions(entries)[0].check for entries in CONTRADICTED.values()} == {
        "growth",
        "attainment",
        "parts",
        "mean",
        "ratio",
        "revisions",
    }
    assert {name for name, entries in CONTRADICTED.items() if not contradictions(entries)} == set()


@pytest.mark.parametrize(("name", "at"), CASES)
def test_a_figure_told_as_it_would_have_to_be_contradicts_nothing_and_one_far_off_still_does(name, at):
    entries = CONTRADICTED[name]
    (found, *_more) = contradictions(entries)
    needed, victim = found.needed[at], found.inputs[at]
    tens = Facts(entries).figure(victim).tens
    bounded = [end for end in (needed.low, needed.high) if abs(end) != INFINITE]
    width = (needed.high - needed.low) if len(bounded) == 2 else abs(bounded[0]) / 10
    inside = (needed.low + needed.high) / 2 if len(bounded) == 2 else bounded[0] + (width if bounded[0] == needed.low else -width)

    def wrong(value):
        return any(
            each.check == found.check and each.severity is not Severity.IMPLICATION
            for each in contradictions(told_as(entries, victim, value, tens))
        )

    assert not wrong(inside), inside
    far = 2 * width + abs(inside) / 4
    beyond = [end - far if end == needed.low else end + far for end in bounded]
    assert (any if found.code == "sum-exceeds" else all)(wrong(value) for value in beyond), beyond
