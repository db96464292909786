"""What is wrong with the fields of a request, in the language of whoever is told."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.functional import lazystr
from django.utils.translation import gettext_lazy as _
from pydantic_core import PydanticCustomError

FAULTS: dict[str, Any] = {
    "missing": _("is missing"),
    "int_parsing": _("is to be a whole number"),
    "int_type": _("is to be a whole number"),
    "int_from_float": _("is to be a whole number"),
    "int_parsing_size": _("is too large a number"),
    "decimal_parsing": _("is to be a number"),
    "decimal_type": _("is to be a number"),
    "float_parsing": _("is to be a number"),
    "float_type": _("is to be a number"),
    "bool_parsing": _("is to be true or false"),
    "bool_type": _("is to be true or false"),
    "string_type": _("is to be a text"),
    "list_type": _("is to be a list"),
    "dict_type": _("is to be an object"),
    "model_attributes_type": _("is to be an object"),
    "model_type": _("is to be an object"),
    "date_parsing": _("is to be a day such as 2020-03-12"),
    "date_from_datetime_parsing": _("is to be a day such as 2020-03-12"),
    "date_type": _("is to be a day such as 2020-03-12"),
    "greater_than_equal": _("is to be at least %(ge)s"),
    "less_than_equal": _("is to be at most %(le)s"),
    "string_too_long": _("is to have at most %(max_length)s characters"),
    "string_too_short": _("is to have at least %(min_length)s characters"),
    "too_long": _("is to have at most %(max_length)s items"),
    "too_short": _("is to have at least %(min_length)s items"),
    "enum": _("is to be one of %(expected)s"),
    "literal_error": _("is to be one of %(expected)s"),
    "extra_forbidden": _("is not known here"),
    "json_invalid": _("is no JSON"),
    "string_pattern_mismatch": _("is to have the form %(pattern)s"),
    "finite_number": _("is to be a number"),
    "url_parsing": _("is to be an address such as https://example.vn/"),
    "url_scheme": _("is to be an address such as https://example.vn/"),
    "form_invalid": _("is no whole form"),
    "holds_nul": _("holds no NUL"),
    "no_period": _("is to be a period such as 2020-Q1"),
    "year_outside": _("is to lie in a year from %(first)s to %(last)s"),
    "fields_of_kind": _("is not what the kind “%(of)s” has"),
    "start_behind_end": _("is to begin before it ends"),
    "change_of_corrected": _("has a change with the verdict “corrected”, and only with it"),
    "nothing_changed": _("is to change one field at least"),
    "find_or_wording": _("is to name a find, or place and wording"),
    "one_piece": _("is to be a link or a record, one of them"),
}
"""By the kinds of the library that checks the fields, and by our own; a kind that is not here is told in its own words."""


def fault(kind: str, **values: Any) -> PydanticCustomError:
    """An error of one of these kinds, for a field that only we can judge."""
    return PydanticCustomError(kind, kind, values)  # type: ignore[arg-type]


def told(errors: Iterable[Mapping[str, Any]]) -> Any:
    """The faults, each behind the name of its field: "query.limit: phải là số nguyên"; in words once it is known in which language."""
    return lazystr(_All(tuple(errors)))


class _All:
    def __init__(self, errors: tuple[Mapping[str, Any], ...]) -> None:
        self._errors = errors

    def __str__(self) -> str:
        return "; ".join(f"{'.'.join(map(str, each['loc']))}: {_one(each)}" for each in self._errors)


def _one(error: Mapping[str, Any]) -> str:
    known = FAULTS.get(error["type"])
    try:
        return str(error["msg"]) if known is None else str(known) % _listed(error.get("ctx") or {})
    except KeyError:
        return str(error["msg"])


def _listed(context: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a fault, without words between those to choose from."""
    return {name: value.replace(" or ", ", ") if isinstance(value, str) else value for name, value in context.items()}
