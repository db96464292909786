"""An office whose tasks are followed and whose ledger has figures of two days: what briefs are composed of."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from giaoban.ledger import Cell, Status
from giaoban.model import Period, Quantity
from giaoban.model import Role as FigureRole
from giaoban_web.accounts.models import User
from giaoban_web.briefs.brief_composing import compose
from giaoban_web.briefs.brief_gathering import About
from giaoban_web.briefs.models import Brief
from giaoban_web.directives.moving import move
from giaoban_web.ledger import catalogue
from giaoban_web.ledger.entering import enter
from giaoban_web.ledger.models import Source, SourceKind
from giaoban_web.places.models import Place

EARLY, MIDDLE, LATE = date(2020, 4, 1), date(2020, 7, 15), date(2020, 10, 12)


def figure(town: Place, by: User, period: str, value: int, reported_on: date) -> None:
    source = Source.objects.create(kind=SourceKind.FORM, name="Biểu nhập", place=town, reported_on=reported_on, by=by)
    cell = Cell("gtsx", catalogue.place_key(town), Period.parse(period))
    quantity = Quantity(Decimal(value), "tỷ đồng")
    enter(cell=cell, place=town, quantity=quantity, role=FigureRole.ACTUAL, status=Status.FINAL, source=source, spot=0)


@pytest.fixture
def followed(office: Any) -> Any:
    """Both tasks issued on the day of the meeting; one reported progress in April. Two figures, of April and of October."""
    office.led()
    for task in (office.reviewing, office.school):
        task.refresh_from_db()
        move(directive=task, name="issue", seen=0, by=office.head, on=office.meeting.held_on)
    told = {"text": "Đã rà soát một nửa", "percent": 50}
    move(directive=office.reviewing, name="progress", seen=1, by=office.people["lead"], said=told, on=date(2020, 4, 20))
    figure(office.town, office.clerk, "2019", 15_900, EARLY)
    figure(office.town, office.clerk, "2020-M06", 9_870, date(2020, 10, 1))
    return office


def composed(office: Any, on: date, last: Brief | None = None, **about: Any) -> Brief:
    return compose(about=About(office.town, meeting="Giao ban", **about), on=on, by=office.clerk, last=last)
