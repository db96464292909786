"""A made-up district whose figures are consistent, printed as reports print: rounded, in other units, "trên", "gần" and "khoảng".

Truth first: communes, years, revenue by source, output, population, poverty, units of the Party; then what is printed of it. A writer who
rounds without saying so keeps at least three digits; who says "trên" cuts off, who says "gần" cuts up, who says "khoảng" keeps two.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache
from random import Random

from giaoban.ledger import ByPerson, Cell, Entry, InDocument, Source, Status
from giaoban.ledger.periods import years_before
from giaoban.model import Bound, Measure, Period, Quantity, Role, Span

YEARS = range(2011, 2021)
COMMUNES = ("a", "b", "c", "d", "e", "f", "g")
DISTRICT = "district"
UNITS = {"tỷ đồng": (("tỷ đồng", 0), ("triệu đồng", 3), ("nghìn tỷ đồng", -3)), "người": (("người", 0), ("nghìn người", -3))}


@dataclass(frozen=True)
class World:
    """Its entries, its communes by district, and how many units of a kind each place has."""

    entries: tuple[Entry, ...]
    members: dict[str, tuple[str, ...]]
    counts: dict[tuple[str, str], int]


@cache
def world(seed: int) -> World:
    """One consistent district; every number of `seed` gives another."""
    random = Random(seed)
    count = random.randint(5, 25)
    truth = dict(_truth(random, count))
    spots = iter(range(0, 10**6, 20))
    plans = {year: _about(random) for year in YEARS}
    entries = [each for cell, value in truth.items() for each in _told(random, cell, value, truth, plans, spots)]
    return World(tuple(entries), {DISTRICT: COMMUNES}, {(DISTRICT, "commune"): count})


Truth = Iterator[tuple[Cell, Decimal]]


def _truth(random: Random, count: int) -> Truth:
    sizes = {place: Decimal(random.lognormvariate(4, 0.7)) for place in COMMUNES}
    trend = random.uniform(0.98, 1.2)
    for year in YEARS:
        yield from _year(random, year, {place: size * Decimal(trend ** (year - 2011)) for place, size in sizes.items()})
        yield _cell("nhat_the_hoa", DISTRICT, year), Decimal(100 * random.randint(0, count)) / count
        yield _cell("bi_thu_ngoai", DISTRICT, year), Decimal(100 * random.randint(0, count)) / count


def _year(random: Random, year: int, sizes: dict[str, Decimal]) -> Truth:
    sums: dict[tuple[str, str], Decimal] = {}
    poor = people = Decimal(0)
    for place, size in sizes.items():
        domestic, border = size * _about(random), size * _about(random) / 5
        women = Decimal(random.randint(50, 900))
        men = Decimal(random.randint(50, 900))
        for key, part, value in (
            ("thu_noi_dia", "", domestic),
            ("thu_xnk", "", border),
            ("thu_nsnn", "", domestic + border),
            ("viec_lam", "sex=female", women),
            ("viec_lam", "sex=male", men),
            ("viec_lam", "", women + men),
        ):
            yield _cell(key, place, year, part), value
            sums[key, part] = sums.get((key, part), Decimal(0)) + value
        households, rate = Decimal(random.randint(800, 6000)), Decimal(random.uniform(0.1, 15))
        yield _cell("ho_ngheo", place, year), rate
        poor, people = poor + households * rate, people + households
    for (key, part), value in sums.items():
        yield _cell(key, DISTRICT, year, part), value
    reached = Decimal(0)
    for so_far in ("Q1", "H1", "M9"):
        reached += sums["thu_nsnn", ""] * Decimal(random.uniform(0.15, 0.3))
        yield _cell("thu_nsnn", DISTRICT, f"{year}-{so_far}"), reached
    yield _cell("ho_ngheo", DISTRICT, year), poor / people
    population, output = Decimal(random.randint(90_000, 250_000)), sum(sizes.values()) * 30
    yield _cell("dan_so", DISTRICT, year), population
    yield _cell("grdp", DISTRICT, year), output
    yield _cell("grdp_pc", DISTRICT, year), output * 1000 / population


def _about(random: Random) -> Decimal:
    return Decimal(random.lognormvariate(0, 0.08))


def _cell(key: str, place: str, year: int | str, part: str = "") -> Cell:
    return Cell(key, place, Period.parse(str(year)), breakdown=part)


UNIT_OF = {"viec_lam": "người", "dan_so": "người", "ho_ngheo": "%", "nhat_the_hoa": "%", "bi_thu_ngoai": "%", "grdp_pc": "triệu đồng/người"}


def _told(
    random: Random, cell: Cell, value: Decimal, truth: dict[Cell, Decimal], plans: dict[int, Decimal], spots: Iterator[int]
) -> Iterator[Entry]:
    """The level, sometimes twice, and sometimes its growth, its plan and its share of plan; plans of a year add up as the figures do."""
    unit = UNIT_OF.get(cell.indicator, "tỷ đồng")
    on = date(cell.period.start_on.year + 1, 1, 20)
    source: Source = InDocument(f"report {on.year}", Span(spot := next(spots), spot + 10))
    yield Entry(cell, _printed(random, value, unit), source, on)
    if random.random() < 0.1:
        later = on.replace(month=6)
        yield Entry(cell, _printed(random, value, unit), ByPerson("x"), later, status=random.choice(list(Status)), number=1)
    before = truth.get(replace(cell, period=years_before(cell.period)))
    if before and unit != "%" and random.random() < 0.5:
        change = (value / before - 1) * 100
        yield Entry(replace(cell, measure=Measure.CHANGE, base="same_period"), _printed(random, change, "%"), source, on)
    if unit == "tỷ đồng" and random.random() < 0.3:
        plan = value * plans[on.year - 1]
        yield Entry(cell, _printed(random, plan, unit), source, on, role=Role.TARGET)
        share = _printed(random, 100 * value / plan, "%")
        yield Entry(replace(cell, measure=Measure.ATTAINMENT, base="plan"), share, source, on)


def _printed(random: Random, value: Decimal, unit: str) -> Quantity:
    written, tens = random.choice(UNITS.get(unit, ((unit, 0),)))
    scaled = value.scaleb(tens)
    counted = unit == "người" and not tens
    if counted:
        return Quantity(scaled.to_integral_value(), written)
    bound = random.choices((Bound.EXACT, Bound.OVER, Bound.UNDER, Bound.ABOUT), (8, 1, 1, 1))[0] if scaled > 0 else Bound.EXACT
    if bound is Bound.ABOUT:
        return Quantity(_digits(scaled, 2, ROUND_HALF_UP), written, bound)
    rounding = {Bound.OVER: ROUND_FLOOR, Bound.UNDER: ROUND_CEILING}.get(bound, ROUND_HALF_UP)
    if unit == "%":
        return Quantity(scaled.quantize(Decimal(1).scaleb(-random.randint(1, 2)), rounding), written, bound)
    return Quantity(_digits(scaled, random.randint(3, 6), rounding), written, bound)


def _digits(value: Decimal, digits: int, rounding: str) -> Decimal:
    """`value` with so many digits, written out: 19,217 with three is 19,200."""
    last = value.adjusted() - digits + 1
    rounded = value.quantize(Decimal(1).scaleb(last), rounding)
    return rounded.quantize(Decimal(1)) if last > 0 else rounded
