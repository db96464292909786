"""Figures as results of the aid transparency standard, IATI 2.03: one activity for each place, one result for each series.

What the standard has no field for (bound, status, unit, upper end) stands in the comment of a value, as "bound=over;status=estimate".
Order and names of the elements: activity schema 2.03, https://iatistandard.org/en/iati-standard/203/schemas/
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from lxml.etree import Element, SubElement, _Element, tostring

from giaoban.exchange.dhis2 import TOLD, USUALLY, element_code
from giaoban.exchange.figures import Figure, plain, row
from giaoban.model import Refused, Role

VERSION, LANGUAGE = "2.03", "vi"
GOVERNMENT, IMPLEMENTING, UNDER_WAY, BEGAN, OTHER_RESULT, OWN_VOCABULARY = "10", "4", "2", "2", "9", "99"
UNIT, PERCENTAGE = "1", "2"
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class About:
    """Who publishes, and when it was made.

    reference  the publisher's identifier, REGISTRY-NUMBER
    """

    made_at: datetime
    publisher: str = "Giaoban"
    reference: str = "XI-GIAOBAN"


def write(figures: Iterable[Figure], about: About) -> Iterator[bytes]:
    """The activities, each given out when it is whole; figures are sorted first, so all are held. Refused without any."""
    listed = sorted(figures, key=_order)
    if not listed:
        raise Refused("figures-none")
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="{VERSION}" '.encode()
    yield f'generated-datetime="{about.made_at.isoformat(timespec="seconds")}">\n'.encode()
    for code, group in groupby(listed, key=lambda figure: figure.place_code):
        yield tostring(_activity(code, list(group), about), encoding="unicode", pretty_print=True).encode()
    yield b"</iati-activities>\n"


def _order(figure: Figure) -> tuple[str, str, str]:
    return figure.place_code, element_code(row(figure) | {"role": Role.ACTUAL.value}), figure.period


def _activity(code: str, figures: Sequence[Figure], about: About) -> _Element:
    name = figures[-1].place_name or code
    first = min(_start(figure) for figure in figures)
    activity = Element("iati-activity", {LANG: LANGUAGE})
    SubElement(activity, "iati-identifier").text = _clean(f"{about.reference}-{code}")
    _told(SubElement(activity, "reporting-org", ref=about.reference, type=GOVERNMENT), about.publisher)
    _told(SubElement(activity, "title"), f"Kinh tế - xã hội {name}")
    _told(SubElement(activity, "description"), f"Số liệu kinh tế - xã hội của {name}")
    _told(SubElement(activity, "participating-org", role=IMPLEMENTING, type=GOVERNMENT), name)
    SubElement(activity, "activity-status", code=UNDER_WAY)
    SubElement(activity, "activity-date", {"type": BEGAN, "iso-date": min(first, about.made_at.date()).isoformat()})
    location = SubElement(activity, "location", ref=code)
    _told(SubElement(location, "name"), name)
    for series, group in groupby(figures, key=lambda figure: _order(figure)[1]):
        _result(activity, series, list(group))
    return activity


def _result(activity: _Element, series: str, figures: Sequence[Figure]) -> None:
    shown = " · ".join(filter(None, [figures[0].indicator_name or figures[0].cell.indicator, *series.split(".")[1:]]))
    result = SubElement(activity, "result", {"type": OTHER_RESULT, "aggregation-status": "false"})
    _told(SubElement(result, "title"), shown)
    indicator = SubElement(result, "indicator", measure=PERCENTAGE if figures[0].quantity.unit == "%" else UNIT)
    _told(SubElement(indicator, "title"), shown)
    SubElement(indicator, "reference", vocabulary=OWN_VOCABULARY, code=_clean(series))
    for figure in figures:
        if figure.role is Role.BASELINE:
            start = _start(figure)
            _value(SubElement(indicator, "baseline", {"year": str(start.year), "iso-date": start.isoformat()}), figure)
    others = [figure for figure in figures if figure.role is not Role.BASELINE]
    for _period, group in groupby(others, key=lambda figure: figure.period):
        _period_of(indicator, list(group))


def _period_of(indicator: _Element, figures: Sequence[Figure]) -> None:
    period = figures[0].cell.period
    if period is None:
        raise Refused("figure-column-empty", column="period")
    element = SubElement(indicator, "period")
    SubElement(element, "period-start", {"iso-date": period.start_on.isoformat()})
    SubElement(element, "period-end", {"iso-date": period.end_on.isoformat()})
    for name, role in (("target", Role.TARGET), ("actual", Role.ACTUAL)):
        for figure in figures:
            if figure.role is role:
                _value(SubElement(element, name), figure)


def _value(element: _Element, figure: Figure) -> None:
    element.set("value", plain(figure.quantity.value))
    for part in filter(None, figure.cell.breakdown.split(";")):
        axis, _equals, value = part.partition("=")
        SubElement(element, "dimension", name=_clean(axis), value=_clean(value))
    fields = row(figure)
    noted = ";".join(f"{name}={fields[name]}" for name in TOLD if fields[name] and USUALLY.get(name) != fields[name])
    _told(SubElement(element, "comment"), noted)


def _start(figure: Figure) -> date:
    if figure.cell.period is None:
        raise Refused("figure-column-empty", column="period")
    return figure.cell.period.start_on


def _told(element: _Element, text: str) -> None:
    SubElement(element, "narrative").text = _clean(text)


def _clean(text: str) -> str:
    """The text without the signs that no XML document may hold."""
    return NOT_XML.sub("", text)
