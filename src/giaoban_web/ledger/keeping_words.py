"""Words for what the catalogue says of an indicator."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from giaoban.reference.indicators import Aggregation, Direction, Frequency, Nature

DIRECTIONS: dict[Direction, Any] = {
    Direction.HIGHER: _("the more the better"),
    Direction.LOWER: _("the less the better"),
    Direction.NEUTRAL: _("neither"),
}
NATURES: dict[Nature, Any] = {
    Nature.FLOW: _("what came together in the period"),
    Nature.STOCK: _("what there was at its end"),
    Nature.RATIO: _("a relation of two figures"),
}
AGGREGATIONS: dict[Aggregation, Any] = {
    Aggregation.SUM: _("their sum"),
    Aggregation.WEIGHTED_MEAN: _("their weighted mean"),
    Aggregation.LAST: _("the newest of them"),
    Aggregation.NONE: _("not put together"),
}
FREQUENCIES: dict[Frequency, Any] = {
    Frequency.MONTH: _("every month"),
    Frequency.QUARTER: _("every quarter"),
    Frequency.YEAR: _("every year"),
}
