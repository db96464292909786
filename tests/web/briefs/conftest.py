"""An office with a meeting of the town: two findings confirmed, two tasks drafted."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from giaoban.brief import Order
from giaoban_web.accounts.models import Role, User
from giaoban_web.bodies import actions as bodies
from giaoban_web.bodies.models import Body
from giaoban_web.briefs import drafting, issuing, notices
from giaoban_web.briefs.models import Notice, NoticeItem
from giaoban_web.directives import actions as directives
from giaoban_web.directives.models import Directive
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records import actions as records
from giaoban_web.records.models import Find, Verdict
from tests.web.briefs.following import followed  # noqa: F401  a fixture
from tests.web.conftest import make_person, make_place

SAID_ON = date(2020, 3, 12)
ISSUED_ON = date(2020, 3, 20)
RECORD = (
    "Thị xã đã thu gom rác ở cả 5 phường. Tiến độ giải phóng mặt bằng còn chậm. "
    "Phòng Kinh tế rà soát các hồ sơ tồn đọng trước ngày 30/6/2020. Trường tiểu học lập kế hoạch bán trú."
)
FINDINGS = (
    ("strength", "Thị xã đã thu gom rác ở cả 5 phường", "environment"),
    ("shortcoming", "Tiến độ giải phóng mặt bằng còn chậm", "land"),
)
HEADING = {
    "body": "TỈNH UỶ HẠ LĨNH", "upper": "", "symbol": "TB/TU", "place": "Hạ Lĩnh",
    "authority": ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"], "signer": "Lê Thị An", "recipients": ["Phòng Kinh tế", "Các phường"],
}  # fmt: skip


@dataclass
class Office:
    """`head`, `clerk`, `leader`, `unit`: roles at the town; `lead` sits for the body of one task; `stranger` has no role."""

    town: Place
    meeting: Meeting
    people: dict[str, User]
    economy: Body
    reviewing: Directive
    school: Directive

    @property
    def clerk(self) -> User:
        return self.people["clerk"]

    @property
    def head(self) -> User:
        return self.people["head"]

    def drafted(self, order: Order = Order.TOPIC, layout: str = "party") -> Notice:
        return drafting.draft(meeting=self.meeting, order=order, layout=layout, by=self.clerk)

    def headed(self, **changes: Any) -> Notice:
        made = self.drafted()
        told = {"heading": HEADING | changes, "layout": "party"}
        return drafting.head(notice=made, **told, seen=made.version, by=self.clerk)

    def approved(self, **changes: Any) -> Notice:
        made = self.headed(**changes)
        made = issuing.take(notice=made, step="submit", seen=made.version, by=self.clerk)
        return issuing.take(notice=made, step="approve", seen=made.version, by=self.head)

    def led(self) -> None:
        """Every task has its lead."""
        Directive.objects.filter(pk=self.school.pk).update(lead=self.economy)

    def issued(self, number: int = 12) -> Notice:
        self.led()
        made = self.approved()
        return issuing.issue(notice=made, number=number, on=ISSUED_ON, seen=made.version, by=self.head)

    def items(self, notice: Notice) -> list[NoticeItem]:
        return notices.items_of(notices.current(notice))

    def texts(self, notice: Notice) -> list[str]:
        return [each.text for each in self.items(notice)]

    def item(self, notice: Notice, words: str) -> NoticeItem:
        return next(each for each in self.items(notice) if words in each.text)


@pytest.fixture(scope="module")
def made_once(django_db_setup: Any, django_db_blocker: Any) -> Iterator[Office]:
    """The office, made once for all tests of a module; it is gone after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _office(make_place("205", "thị xã", "Đông Triều", make_place("22", "tỉnh", "Quảng Ninh")))
        transaction.set_rollback(True)


@pytest.fixture
def office(made_once: Office, db: None) -> Office:
    """The office as it was made: what a test does to it is undone, and what it keeps in mind is its own."""
    return deepcopy(made_once)


@pytest.fixture
def town(office: Office) -> Place:
    return office.town


@pytest.fixture
def province(town: Place) -> Place:
    assert town.parent
    return town.parent


def _office(town: Place) -> Office:
    people = {role.value: make_person(role, town) for role in (Role.HEAD, Role.CLERK, Role.STEWARD, Role.LEADER, Role.UNIT)}
    people |= {name: User.objects.create_user(name, password="một mật khẩu dài", name=name) for name in ("lead", "stranger")}
    clerk = people["clerk"]
    economy = bodies.add(place=town, name="Phòng Kinh tế", by=people["steward"])
    bodies.seat(body=economy, user=people["lead"], since=date(2020, 1, 1), by=people["steward"])
    told = {"held_on": SAID_ON, "title": "Làm việc với thị xã", "convener": "Ban Thường vụ Tỉnh ủy", "reviewed": "thị xã Đông Triều"}
    meeting = Meeting.objects.create(place=town, chair="Trần Văn Bình", chair_offices=["Bí thư Tỉnh ủy"], **told)
    record = records.put_in(data=RECORD.encode(), name="bien-ban.txt", place=town, by=clerk)
    type(record).objects.filter(pk=record.pk).update(meeting=meeting)
    record.finds.all().delete()
    for kind, words, topic in FINDINGS:
        _find(record, kind, words, {"polarity": kind, "topic": topic}, clerk)
    tasks = [_task(record, meeting, economy if "Phòng" in words else None, words, clerk) for words in RECORD.split(". ")[2:]]
    return Office(town, meeting, people, economy, *tasks)


def _find(record: Any, kind: str, words: str, fields: dict[str, Any], clerk: User) -> Find:
    start = record.text.index(words)
    read = {"rule": "x", "reader": "x", "confidence": 0.9}
    find = Find.objects.create(record=record, kind=kind, start=start, end=start + len(words), fields=fields, **read)
    records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    return find


def _task(record: Any, meeting: Meeting, lead: Body | None, words: str, clerk: User) -> Directive:
    said = {"issuer": None, "force": "order", "assignee": None, "deadline": None, "topic": "other"}
    find = _find(record, "directive", words.rstrip("."), said, clerk)
    due = date(2020, 6, 30) if lead else None
    terms = directives.Terms(lead=lead, given_on=SAID_ON, deadline="trước ngày 30/6/2020" if lead else "", deadline_on=due)
    return directives.draft(place=record.place, wording=words.rstrip("."), terms=terms, by=clerk, find=find, meeting=meeting)
