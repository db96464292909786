"""Lists in pages: at most 200 items from an offset, and how many there are in all."""

from typing import Any

from django.db.models import QuerySet
from ninja import Field, Schema
from ninja.pagination import PaginationBase

from giaoban_web.api.schemas import FindOut
from giaoban_web.ui.numbers import DIGITS

USUAL, MOST = 50, 200


class Paging(PaginationBase):
    """`limit` items from `offset` on; `count` is the number of all."""

    class Input(Schema):
        limit: int = Field(USUAL, ge=1, le=MOST, description="Items wanted, at most 200.")
        offset: int = Field(0, ge=0, lt=10**DIGITS, description="Items left out before the first.")

    class Output(Schema):
        items: list[Any]
        count: int

    def paginate_queryset(self, queryset: QuerySet[Any], pagination: Input, **params: Any) -> dict[str, Any]:
        shown = queryset[pagination.offset : pagination.offset + pagination.limit]
        return {"items": self.told(shown), "count": queryset.count()}

    def told(self, shown: QuerySet[Any]) -> list[Any]:
        return list(shown)


class FindPaging(Paging):
    """Finds as they stand."""

    def told(self, shown: QuerySet[Any]) -> list[Any]:
        return [FindOut.of(find) for find in shown]
