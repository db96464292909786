"""A list that can be sorted, paged and linked to: its state is the query of its address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

ROWS = 25
COUNTED = 10_000
"""Rows of a list without end that are counted and turned page by page; what is beyond is reached by a filter, or from the other end."""


class Bounded(Paginator):  # type: ignore[type-arg]
    """Pages of the first `COUNTED` rows: nobody waits while a million are counted. `more`: whether there are others beyond."""

    @cached_property
    def _held(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by()[: COUNTED + 1].count())

    @cached_property
    def count(self) -> int:
        """Rows that can be turned to."""
        return min(self._held, COUNTED)

    @property
    def more(self) -> bool:
        return self._held > COUNTED


@dataclass(frozen=True)
class Listing:
    """One page of rows and the addresses around it.

    sort    name of the column it is sorted by, with "-" in front when descending
    query   the query of the address without page and export
    """

    page: Page[Any]
    sort: str
    query: dict[str, str]

    def address(self, **changes: str | int) -> str:
        """The query of the same list with `changes`, "?a=b"; an empty value takes its name out."""
        merged = {name: str(value) for name, value in {**self.query, **changes}.items() if value != ""}
        return "?" + urlencode(merged)


@dataclass(frozen=True)
class Listed(Listing):
    """A page of rows of the database; `rows` are all of them, filtered and sorted, for an export."""

    rows: QuerySet[Any]


def listing(
    request: HttpRequest,
    rows: QuerySet[Any],
    *,
    sortable: Mapping[str, Sequence[str]],
    default: str,
    size: int = ROWS,
    endless: bool = False,
) -> Listed:
    """The page of `rows` that the address asks for; what it asks for wrongly is left out, never an error.

    sortable  columns that may be sorted by, and the fields that each stands for
    default   the column when none is asked for, with "-" in front for descending
    endless   whether there may be so many that they are not all counted
    """
    sort, fields = sorting(request, sortable, default)
    ordered = rows.order_by(*fields)
    pages = (Bounded if endless else Paginator)(ordered, size)
    return Listed(pages.get_page(request.GET.get("page")), sort, _kept(request), ordered)


def sorting(request: HttpRequest, sortable: Mapping[str, Sequence[str]], default: str) -> tuple[str, list[str]]:
    """The column that the address asks for, as `Listing.sort` has it, and the fields to order by, the last of them the key."""
    asked = request.GET.get("sort", default)
    sort = asked if asked.removeprefix("-") in sortable else default
    return sort, [*order(sortable[sort.removeprefix("-")], descending=sort.startswith("-")), "pk"]


def beginning(request: HttpRequest, total: int, size: int, sort: str) -> Listing:
    """The addresses around the first `size` of `total` rows that are known already; its page holds their numbers."""
    return Listing(Paginator(range(total), size).get_page(1), sort, _kept(request))


def paged(request: HttpRequest, rows: Sequence[Any], size: int) -> Listing:
    """The page that the address asks for of rows that were worked out and have their order."""
    return Listing(Paginator(rows, size).get_page(request.GET.get("page")), "", narrowing(request))


def narrowing(request: HttpRequest) -> dict[str, str]:
    """What narrows a list, out of its address: neither the page that is shown nor the form in which it is taken away."""
    return {name: value for name, value in _kept(request).items() if name != "paper" and value}


def _kept(request: HttpRequest) -> dict[str, str]:
    return {name: str(value) for name, value in request.GET.items() if name not in {"page", "export"}}


def order(fields: Sequence[str], *, descending: bool) -> list[str]:
    """The names for `order_by`."""
    return [f"-{field}" if descending else field for field in fields]
