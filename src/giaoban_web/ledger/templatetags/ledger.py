"""Words that the ledger's pages say of entries."""

from decimal import Decimal
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoban.exchange.figures import Figure
from giaoban.ledger.crosswalk import Basis
from giaoban.ledger.discrepancies import Discrepancy
from giaoban.ledger.rollup import Rolled
from giaoban.messages import phrase
from giaoban.model import Measure, Quantity
from giaoban.render.sparkline import sparkline
from giaoban_web.ledger import catalogue, indicator_fields, queries
from giaoban_web.ledger.codes import BOUNDS, ROLES, STATUSES
from giaoban_web.ledger.entered import entries_in
from giaoban_web.ledger.models import Entry, Indicator, Line, SourceKind, Withdrawal
from giaoban_web.ledger.portrait import Growth, Row
from giaoban_web.ledger.rows import address
from giaoban_web.ledger.words import GONE_WHY, WHY_NOT, definition, part_told
from giaoban_web.ledger.words import ROLES as ROLE_WORDS
from giaoban_web.ledger.words import STATUSES as STATUS_WORDS
from giaoban_web.places.kinds import Basis as PlaceBasis
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find
from giaoban_web.records.words import MEASURES
from giaoban_web.ui import printed

register = template.Library()


@register.filter
def amount(entry: Entry) -> str:
    """ "trên 19.200 tỷ đồng", "tăng 15,1% so với cùng kỳ", "đạt 104% kế hoạch"."""
    say = printed.quantity if entry.line.measure == Measure.LEVEL else printed.comparison
    return say({**_fields(entry), "base": entry.line.base})


def _fields(entry: Entry) -> dict[str, Any]:
    return {
        "value": entry.value,
        "value_to": entry.value_to,
        "unit": entry.unit.name,
        "bound": BOUNDS[entry.bound].value,
        "kind": entry.line.measure,
    }


@register.filter
def chosen_as(place: Place) -> str:
    """How an address names a place among those that are compared: a code that went over to another place needs the day, too."""
    return catalogue.place_key(place) if place.valid_to else place.code


register.filter("definition", definition)


@register.filter
def status(entry: Entry) -> Any:
    """How settled it is: "ước tính", "chính thức"."""
    return STATUS_WORDS[STATUSES[entry.status]]


@register.filter
def entry_role(entry: Entry) -> Any:
    """ "thực hiện", "mục tiêu" or "mốc"."""
    return ROLE_WORDS[ROLES[entry.role]]


@register.simple_tag
def figures_of(find: Find) -> list[Any]:
    """Every entry that a find ever brought into the ledger, each with by what it `came` and how it is `gone`."""
    found: list[Any] = list(entries_in(Entry.objects.filter(source__record=find.record_id, spot=find.pk)))
    return found


@register.filter
def gone_why(withdrawal: Withdrawal) -> Any:
    """Why an entry counts no longer, in words: what the program did by itself, or the reason that a person gave."""
    return GONE_WHY.get(withdrawal.reason, withdrawal.reason)


@register.filter
def whence(entry: Entry) -> str:
    """Where in its source: the address of a sheet's cell; nothing where the source alone says it."""
    return address(entry.spot) if entry.source.kind == SourceKind.SHEET and entry.spot else ""


@register.filter
def sentence_url(entry: Entry) -> str:
    """The address of the sentence it was read from; nothing for what was not read from a record."""
    if entry.source.kind != SourceKind.RECORD:
        return ""
    return f"{reverse('records:confirm', args=[entry.source.record_id])}#find-{entry.spot}"


@register.filter
def cell_url(entry: Entry) -> str:
    """The page of its cell, with every entry and its source."""
    return reverse("ledger:cell", args=[entry.place_id, entry.line_id, entry.period_id])


@register.filter
def spark(row: Row) -> str:
    """The past of a row as a word-sized line; the numbers stand in its table."""
    return mark_safe(sparkline([float(each.quantity.value) for each in row.past]))  # noqa: S308  numbers only


@register.filter
def moved(growth: Growth) -> str:
    """ "tăng trên 15,1%" as it was reported; "giảm 2%", to one digit, where it was worked out."""
    if growth.entry:
        return printed.comparison(_fields(growth.entry))
    value = printed.shortest(round(growth.value, 1))
    return printed.comparison({"kind": "change", "value": value, "unit": "%", "bound": growth.bound.value})


@register.filter
def share_reached(row: Row) -> str:
    """ "trên 96%": how much of its target the newest figure is, to one digit and as firm as that is."""
    share = printed.shortest(round(row.attained or Decimal(0), 1))
    return printed.quantity({"value": share, "unit": "%", "bound": row.newest.quantity.bound.value})


@register.filter
def explained(discrepancy: Discrepancy) -> str:
    """What a check found, in a sentence of the reader's language."""
    return discrepancy.say(get_language() or "vi")


@register.filter
def ways(discrepancy: Discrepancy) -> list[str]:
    """How it can be resolved, the likeliest first."""
    return [phrase(code, get_language() or "vi") for code in discrepancy.ways]


@register.filter
def measured(line: Line) -> str:
    """What a line measures: "mức", "tăng, giảm so với cùng kỳ", "tỷ lệ so với năm trước", and the part of the whole."""
    if line.measure == Measure.ATTAINMENT and line.base != "plan":
        said = _("share of %(base)s") % {"base": printed.based(line.base) or _("the total told with it")}
    else:
        against = printed.against(line.base) if line.measure == Measure.CHANGE else ""
        said = f"{MEASURES[Measure(line.measure)]} {against}".strip()
    return " · ".join(filter(None, [said, part(line)]))


@register.filter
def printed_quantity(quantity: Quantity) -> str:
    """A worked-out quantity, to at most two decimals: "khoảng 9.143 người"."""
    told = {"value": quantity.value, "value_to": quantity.value_to, "unit": quantity.unit, "bound": quantity.bound.value}
    return printed.quantity(told, _short)


def _short(value: Decimal) -> Decimal:
    return printed.shortest(value if value == value.to_integral_value() else round(value, 2))


@register.filter
def why_not(rolled: Rolled) -> Any:
    """Why figures of communes cannot be put together, in a few words."""
    return WHY_NOT[rolled.why]


@register.filter
def basis_name(basis: Basis) -> Any:
    """In words, the measure by which a place was split: population, area …"""
    return PlaceBasis(basis.value).label


@register.filter
def part(line: Line) -> str:
    """The part of the whole that a line is about, and the unit where it is another: "nữ"; nothing for the whole in the usual unit."""
    return part_told(line.breakdown, catalogue.one(line.indicator.key).get(line.indicator.key)) if line.breakdown else ""


@register.filter
def named(line: Line) -> str:
    """The indicator of a line, and the part that it is about."""
    return " · ".join(filter(None, [str(line.indicator), part(line)]))


@register.filter
def part_of(figure: Figure) -> str:
    """The same as `part`, for a figure that was released."""
    known = catalogue.one(figure.cell.indicator).get(figure.cell.indicator)
    return part_told(figure.cell.breakdown, known) if figure.cell.breakdown else ""


@register.inclusion_tag("ledger/_indicators.html")
def indicator_list() -> dict[str, Any]:
    """The names that lines for an indicator offer, once on a page."""
    return {"indicators": [indicator_fields.said(each) for each in queries.indicators()]}


@register.filter
def called(indicator: Indicator) -> str:
    """The name of an indicator with its unit."""
    return indicator_fields.said(indicator)
