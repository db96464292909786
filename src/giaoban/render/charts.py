"""Charts as SVG, drawn by Vega-Lite without a browser: no script, no style attribute, the same on a screen and on paper.

Every chart is made of plain rows that its page also shows as a table. A bound shows in the shape of the point: over ▲, under ▼, about ○.
"""

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from giaoban.model import Bound

if TYPE_CHECKING:
    import altair as alt

INK, SOFT, LINE = "#1d1b16", "#5c574c", "#dcd7ca"
COLOURS = ("#114e8a", "#8f1d21", "#1c6b3c", "#8a4b00", "#6b2273", "#5c574c")
SHAPES = {
    Bound.EXACT: "circle",
    Bound.OVER: "triangle-up",
    Bound.AT_LEAST: "triangle-up",
    Bound.UNDER: "triangle-down",
    Bound.AT_MOST: "triangle-down",
    Bound.ABOUT: "diamond",
}
FONT = "Be Vietnam Pro, sans-serif"
WIDTH, HEIGHT, BAR = 640, 240, 22
STEPS = 12
KEPT = 256
Step = tuple[float, float, int]


@dataclass(frozen=True, slots=True)
class Point:
    """One value in a chart: the heading it stands under, its series, how it is bound; `label` is the value as people read it.

    run  what may be joined by a line: a quarter is never joined to a year
    """

    at: str
    value: float
    series: str
    label: str
    bound: Bound = Bound.EXACT
    run: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a chart says itself, in the reader's language; `unit` is the title of the value axis."""

    unit: str
    description: str
    grouping: str = "."
    decimal: str = ","


def lines(points: Sequence[Point], order: Sequence[str], words: Words, breaks: Sequence[str] = ()) -> str:
    """Series over time. `order` is the order of the headings; a dashed rule stands at each of `breaks`.

    An axis of a single value begins at nothing: around it alone there would be no scale to read it by.
    """
    import altair as alt

    data = _data([_row(point) for point in points])
    alone = len({point.value for point in points}) == 1
    base = alt.Chart(data).encode(
        x=alt.X("at:O", sort=list(order), title=None, axis=alt.Axis(labelAngle=0, labelOverlap="greedy")),
        y=alt.Y("value:Q", title=words.unit, scale=alt.Scale(zero=alone, nice=True), axis=alt.Axis(tickCount=5)),
        color=_colour([point.series for point in points]),
    )
    marks = base.mark_point(filled=True, size=60, opacity=1).encode(shape=alt.Shape("shape:N", scale=None))
    layers: list[Any] = [base.mark_line(strokeWidth=2).encode(detail="run:N"), marks]
    if breaks:
        rules = alt.Chart(_data([{"at": each} for each in breaks]))
        layers.append(rules.mark_rule(strokeDash=[4, 3], color=SOFT).encode(x=alt.X("at:O", sort=list(order))))
    return _svg(alt.layer(*layers).properties(width=WIDTH, height=HEIGHT), words)


def bars(points: Sequence[Point], words: Words) -> str:
    """One bar for each heading in the given order, its value beside it; the same bars are made once."""
    return _bars(tuple(points), words)


@lru_cache(maxsize=KEPT)
def _bars(points: tuple[Point, ...], words: Words) -> str:
    import altair as alt

    data = _data([_row(point) for point in points])
    headings = [point.at for point in points]
    base = alt.Chart(data).encode(
        y=alt.Y("at:N", sort=headings, title=None, axis=alt.Axis(labelLimit=220, domain=False, ticks=False)),
        x=alt.X("value:Q", title=words.unit, axis=alt.Axis(tickCount=5)),
    )
    text = base.mark_text(align="left", dx=4, color=INK).encode(text="label:N")
    return _svg((base.mark_bar(color=COLOURS[0], height=BAR - 8) + text).properties(width=WIDTH - 200, height=BAR * len(points)), words)


def distribution(values: Sequence[float], words: Words, mean: float | None = None) -> str:
    """How many places have which value, in at most twelve steps; a rule at the value of the whole where it is given."""
    return _distribution(tuple(steps(values)), words, mean)


@lru_cache(maxsize=KEPT)
def _distribution(counted: tuple[Step, ...], words: Words, mean: float | None) -> str:
    import altair as alt

    data = _data([{"from": low, "to": high, "count": count} for low, high, count in counted])
    base = alt.Chart(data).mark_bar(color=COLOURS[0], stroke="white")
    chart: Any = base.encode(
        x=alt.X("from:Q", bin="binned", title=words.unit),
        x2="to:Q",
        y=alt.Y("count:Q", title=None, axis=alt.Axis(tickMinStep=1)),
    )
    if mean is not None:
        rule = alt.Chart(_data([{"mean": mean}])).mark_rule(color=COLOURS[1], strokeWidth=2).encode(x="mean:Q")
        chart = chart + rule
    return _svg(chart.properties(width=WIDTH, height=HEIGHT - 80), words)


def steps(values: Sequence[float]) -> list[Step]:
    """(from, to, how many) in at most twelve equal steps of 1, 2 or 5 times a power of ten; those without values are left out.

    >>> steps([1.0, 1.5, 7.0])
    [(1.0, 2.0, 2), (7.0, 8.0, 1)]
    """
    lowest, highest = min(values), max(values)
    rough = (highest - lowest) / (STEPS - 1) or abs(highest) / 10 or 1.0
    ten = 10.0 ** math.floor(math.log10(rough))
    width = next(ten * times for times in (1, 2, 5, 10) if ten * times >= rough)
    counts = Counter(math.floor(value / width) for value in values)
    return [(_near(number * width), _near((number + 1) * width), count) for number, count in sorted(counts.items())]


def _near(value: float) -> float:
    """The number that was meant: 0.3 for 0.30000000000000004."""
    return float(f"{value:.12g}")


def shapes(features: Sequence[Mapping[str, Any]], words: Words) -> str:
    """A map: GeoJSON features whose properties hold `value` (None where nothing is known) and `label`."""
    import altair as alt

    data = _data(list(features))
    known = alt.condition(
        "isValid(datum.properties.value)",
        alt.Color("properties.value:Q", title=words.unit, scale=alt.Scale(scheme="blues")),
        alt.value(LINE),
    )
    chart = alt.Chart(data).mark_geoshape(stroke="white", strokeWidth=1).encode(color=known)
    return _svg(chart.project("mercator").properties(width=WIDTH, height=HEIGHT * 1.6), words)


def _data(rows: list[Any]) -> "alt.Data":
    import altair as alt

    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def _row(point: Point) -> dict[str, Any]:
    return {
        "at": point.at,
        "value": point.value,
        "series": point.series,
        "label": point.label,
        "shape": SHAPES[point.bound],
        "run": point.run,
    }


def _colour(names: Sequence[str]) -> "alt.Color":
    import altair as alt

    different = list(dict.fromkeys(names))
    legend = alt.Legend(title=None, orient="top", labelLimit=300) if len(different) > 1 else None
    return alt.Color("series:N", scale=alt.Scale(domain=different, range=list(COLOURS[: len(different)])), legend=legend)


def _svg(chart: Any, words: Words) -> str:
    dressed = chart.properties(description=words.description, background="transparent").configure(font=FONT).configure_view(stroke=None)
    dressed = dressed.configure_axis(
        labelColor=SOFT,
        titleColor=SOFT,
        gridColor=LINE,
        domainColor=LINE,
        tickColor=LINE,
        labelFontSize=12,
        titleFontSize=12,
        titleFontWeight=400,
    ).configure_legend(labelColor=INK, labelFontSize=12)
    return _drawn(json.dumps(dressed.to_dict(validate=False), sort_keys=True), words.decimal, words.grouping)


@lru_cache(maxsize=KEPT)
def _drawn(specification: str, decimal: str, grouping: str) -> str:
    """The SVG; the same specification is drawn once."""
    import vl_convert

    _know_font()
    locale = {"decimal": decimal, "thousands": grouping, "grouping": [3], "currency": ["", ""]}
    return str(vl_convert.vegalite_to_svg(specification, format_locale=locale, allowed_base_urls=[]))


@cache
def _know_font() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(files("fontpkg_be_vietnam_pro") / "files"))
