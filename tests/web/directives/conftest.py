"""A town with its office, the bodies that get tasks, and the people who sit there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from giaoban_web.accounts.models import Role, User
from giaoban_web.bodies import actions as bodies
from giaoban_web.bodies.models import Body
from giaoban_web.directives import actions
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.directives.terms import Terms
from giaoban_web.places.models import Place

SAID_ON = date(2020, 3, 12)
WORDING = "Phòng Kinh tế rà soát các hồ sơ tồn đọng, báo cáo trước ngày 30/6/2020."


@dataclass
class Office:
    """`head`, `clerk`: roles at the town; `lead`, `support`, `outsider`: people who sit for the bodies of those names."""

    town: Place
    head: User
    clerk: User
    steward: User
    economy: Body
    finance: Body
    people: dict[str, User]

    def drafted(self, **terms: Any) -> Directive:
        told = {"lead": self.economy, "deadline_on": date(2020, 6, 30), "given_on": SAID_ON} | terms
        return actions.draft(place=self.town, wording=WORDING, terms=Terms(**told), by=self.clerk)

    def issued(self, **terms: Any) -> Directive:
        return move(directive=self.drafted(**terms), name="issue", seen=0, by=self.head)


@pytest.fixture
def office(town: Place, person: Callable[..., User]) -> Office:
    head, clerk, steward = (person(role, town) for role in (Role.HEAD, Role.CLERK, Role.STEWARD))
    economy, finance = (bodies.add(place=town, name=name, by=steward) for name in ("Phòng Kinh tế", "Phòng Tài chính"))
    people = {name: User.objects.create_user(name, password="một mật khẩu dài", name=name) for name in ("lead", "support", "outsider")}
    for body, name in ((economy, "lead"), (finance, "support")):
        bodies.seat(body=body, user=people[name], since=date(2020, 1, 1), by=steward)
    return Office(town, head, clerk, steward, economy, finance, people)
