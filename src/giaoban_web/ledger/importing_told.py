"""What the log keeps of the layout of a sheet, in words: what each column held, what the names of the rows meant."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext

from giaoban.exchange.sheets.layout import FIGURES, INDICATORS, SKIPPED, Column, Layout, from_json
from giaoban.exchange.xlsx import column
from giaoban.ledger import Status
from giaoban.model import Role
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.importing_forms import WHAT
from giaoban_web.ledger.words import ROLES, STATUSES
from giaoban_web.ui import printed


def layout(told: Mapping[str, Any]) -> str:
    """The layout as the log kept it: "dòng tiêu đề: 2–3; mỗi dòng là một địa bàn; cột B “Địa phương”: tên của dòng"."""
    kept = from_json({name: value for name, value in told.items() if name in Layout.__slots__})
    return "; ".join(_told(kept))


def _told(kept: Layout) -> Iterator[str]:
    first, last = kept.header
    yield gettext("rows of headings: %(rows)s") % {"rows": f"{first}–{last}" if last > first else first}
    yield gettext("each row is an indicator") if kept.rows == INDICATORS else gettext("each row is a place")
    for number, each in sorted(kept.columns.items()):
        if each.what != SKIPPED:
            yield gettext("column %(letters)s: %(holds)s") % {"letters": _named(number, each), "holds": ", ".join(_holds(each))}
    if whole := list(_of(kept.indicator, kept.period, kept.unit)):
        yield gettext("all figures: %(of)s") % {"of": ", ".join(whole)}
    named = _indicator if kept.rows == INDICATORS else _place
    yield from _labels(kept.labels, named)
    yield from _labels(kept.named, _indicator)


def _named(number: int, each: Column) -> str:
    return f"{column(number)} “{each.heading}”" if each.heading else column(number)


def _holds(each: Column) -> Iterator[str]:
    yield str(dict(WHAT)[each.what])
    if each.what == FIGURES:
        yield from _of(each.indicator, each.period, each.unit)
        yield str(ROLES[Role(each.role)])
        yield str(STATUSES[Status(each.status)])


def _of(indicator: str, period: str, unit: str) -> Iterator[str]:
    """What figures are of, as far as it is said."""
    if indicator:
        yield _indicator(indicator)
    if period:
        yield printed.period(period)
    if unit:
        yield printed.unit(unit)


def _labels(labels: Mapping[str, str], named: Any) -> Iterator[str]:
    for label, key in labels.items():
        yield f"“{label}”: {named(key) if key else gettext('left out')}"


def _indicator(key: str) -> str:
    known = catalogue.catalogue().get(key)
    return printed.named(known.name) if known else key


def _place(code: str) -> str:
    return gettext("the place with code %(code)s") % {"code": code}
