"""Figures of every sort, made by hypothesis."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from giaoban.exchange.figures import Figure
from giaoban.ledger import Cell, Status
from giaoban.ledger.entries import ROLES
from giaoban.model import Bound, Measure, Period, Quantity

PERIODS = [
    "2019", "2020-03", "2020-Q1", "2020-H1", "2020-H2", "2020-M9", "2020-M11", "2016/2020", "2020-03-12", "2019-07/2020-06",
    "2020-03-05/2020-04-09",
]  # fmt: skip
WORDS = st.sampled_from(["", "thị xã Đông Triều", "=HYPERLINK(1)", "-5", "@ai", "a,b", 'nói "thế"', "hai\ndòng", "'=1"])
CODES = st.sampled_from(["205", "07090", "22"])


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    measure = draw(st.sampled_from(Measure))
    base = "" if measure is Measure.LEVEL else draw(st.sampled_from(["", "same_period", "plan", "baseline_year:2015"]))
    place_from = draw(st.none() | st.just(date(2015, 3, 11)))
    code = draw(CODES)
    place = f"{code}@{place_from.isoformat()}" if place_from else code
    breakdown = draw(st.sampled_from(["", "sex=female", "sector=services;sex=male"]))
    cell = Cell(
        draw(st.sampled_from(["gtsx", "poverty_rate"])), place, Period.parse(draw(st.sampled_from(PERIODS))), measure, base, breakdown
    )
    value = draw(st.decimals(min_value=-(10**12), max_value=10**12, places=draw(st.integers(0, 6))))
    upper = draw(st.none() | st.just(value + Decimal("1.50")))
    quantity = Quantity(value, draw(st.sampled_from(["tỷ đồng", "%", "", "xã"])), draw(st.sampled_from(Bound)), upper)
    return Figure(
        cell,
        quantity,
        draw(st.sampled_from(ROLES)),
        draw(st.sampled_from(Status)),
        place_from,
        draw(WORDS),
        draw(WORDS),
        draw(st.none() | st.just(date(2020, 3, 12))),
        draw(WORDS),
    )
