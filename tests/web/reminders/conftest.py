"""The office of the tests of tasks, with people who stand above and beside its lead, and a mail server."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from giaoban_web.accounts.models import Role, User
from giaoban_web.bodies import actions as bodies
from giaoban_web.bodies.models import Body
from giaoban_web.directives.models import Directive
from tests.web.directives.conftest import Office, office

__all__ = ["office"]
SINCE = date(2020, 1, 1)


@dataclass
class Around:
    """`committee` stands above the lead; `chair` sits there and sees its tasks as a leader of the town."""

    office: Office
    committee: Body
    chair: User

    @property
    def lead(self) -> User:
        return self.office.people["lead"]


def issued(office: Office, on: date, **terms: Any) -> Directive:
    """A task issued on a day that is over."""
    task = office.issued(**terms)
    task.events.update(on=on)
    Directive.objects.filter(pk=task.pk).update(issued_on=on)
    task.refresh_from_db()
    return task


@pytest.fixture
def around(office: Office, person: Callable[..., User]) -> Around:
    committee = bodies.add(place=office.town, name="UBND thị xã", by=office.steward)
    told = {"name": office.economy.name, "also": [], "topics": []}
    bodies.change(body=office.economy, by=office.steward, superior=committee, **told)
    chair = person(Role.LEADER, office.town)
    bodies.seat(body=committee, user=chair, since=SINCE, by=office.steward)
    return Around(office, committee, chair)


@pytest.fixture
def mail(settings: Any) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    settings.ADDRESS = "https://giaoban.example"
