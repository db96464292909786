"""Whoever changes a meeting, a role, a person, a body, a task or what happened to it past the program is found out by the log."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.models import F

from giaoban.model import Refused
from giaoban_web.accounts import actions as accounts
from giaoban_web.accounts.models import Grant, Role, Token, User
from giaoban_web.bodies import actions as bodies
from giaoban_web.bodies.models import Body, Seat
from giaoban_web.commands.verify import prove
from giaoban_web.directives import drafting, logged
from giaoban_web.directives.models import Aim, Directive, Event, Evidence, EvidenceFile
from giaoban_web.directives.moving import move
from giaoban_web.directives.terms import Terms
from giaoban_web.history import rows, triggers
from giaoban_web.history.models import Entry
from giaoban_web.ledger.models import Indicator
from giaoban_web.meetings import actions as meetings
from giaoban_web.meetings.models import Meeting
from tests.web.conftest import log_rows
from tests.web.directives.tasks import LINK

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(office, person, province):
    """A meeting, a person with roles and a key, and a task that was aimed, issued and reported on, all made by the program."""
    administrator = person(Role.ADMINISTRATOR, province)
    log_rows()
    added = accounts.add_person(
        username="moi", name="Người mới", email="", password="một mật khẩu khá dài", role=Role.UNIT, place=office.town, by=administrator
    )
    accounts.make_token(owner=added, name="khóa")
    meetings.keep(place=office.town, title="Họp giao ban", fields={"date": "2020-03-12", "mode": "in_person"}, by=office.clerk)
    terms = Terms(lead=office.economy, supporting=[office.finance], deadline_on=date(2020, 6, 30), given_on=date(2020, 3, 12))
    task = office.drafted()
    aims = [{"indicator": Indicator.objects.get(key="gtsx"), "direction": "up", "value": "20.000", "by_on": None}]
    task = drafting.change(directive=task, terms=terms, aims=aims, seen=0, by=office.clerk)
    task = move(directive=task, name="issue", seen=1, by=office.head)
    return move(directive=task, name="report", seen=2, by=office.people["lead"], said={"text": "xong"}, evidence=[LINK])


def every(model: type, **values: object) -> Callable[[], object]:
    return lambda: model.objects.update(**values)


FORGED: dict[str, tuple[Callable[[], object], str]] = {
    "the day of a meeting": (every(Meeting, held_on=date(2020, 3, 13)), "meetings.meeting"),
    "the chair of a meeting": (every(Meeting, chair="Nguyễn Văn A"), "meetings.meeting"),
    "a meeting that is gone": (lambda: Meeting.objects.all().delete(), "meetings.meeting"),
    "a meeting that nobody held": (lambda: Meeting.objects.create(place=Body.objects.first().place, title="khác"), "meetings.meeting"),
    "a role made larger": (lambda: Grant.objects.filter(user__username="moi").update(role=Role.ADMINISTRATOR), "accounts.grant"),
    "a role elsewhere": (lambda: User.objects.get(username="moi").grants.update(place=Grant.objects.last().place.parent), "accounts.grant"),
    "a role that is gone": (lambda: Grant.objects.filter(user__username="moi").delete(), "accounts.grant"),
    "a role that nobody gave": (
        lambda: Grant.objects.create(user=User.objects.get(username="moi"), role=Role.ADMINISTRATOR, place=Meeting.objects.get().place),
        "accounts.grant",
    ),
    "another address": (lambda: User.objects.filter(username="moi").update(email="khac@vidu.vn"), "accounts.user"),
    "a way in closed": (lambda: User.objects.filter(username="moi").update(is_active=False), "accounts.user"),
    "another key": (every(Token, digest="0" * 64), "accounts.token"),
    "a body ended": (every(Body, retired_on=date(2020, 1, 1)), "bodies.body"),
    "who sits there": (lambda: Seat.objects.filter(user__username="lead").update(user=User.objects.get(username="moi")), "bodies.seat"),
    "the deadline of a task": (every(Directive, deadline_on=date(2020, 12, 31)), "directives.directive"),
    "the state of a task": (every(Directive, state="accepted"), "directives.directive"),
    "the words of a task": (every(Directive, wording="Việc khác."), "directives.directive"),
    "who supports it": (lambda: Directive.objects.get().supporting.set([]), "directives.directive"),
    "what it aims at": (every(Aim, value="10"), "directives.directive"),
    "its evidence": (every(Evidence, url="https://example.org/khac"), "directives.directive"),
    "evidence that is gone": (lambda: Evidence.objects.all().delete(), "directives.directive"),
    "what was reported": (lambda: Event.objects.filter(move="report").update(said={"text": "chưa xong"}), "directives.Event"),
    "the day of an event": (every(Event, on=F("on") - timedelta(days=9)), "directives.Event"),
    "the moment of an event": (every(Event, at=F("at") - timedelta(days=9)), "directives.Event"),
    "who reported": (lambda: Event.objects.update(by=User.objects.get(username="moi")), "directives.Event"),
    "an event that is gone": (lambda: [Evidence.objects.all().delete(), Event.objects.get(move="report").delete()], "directives.Event"),
    "an event that never was": (
        lambda: Event.objects.create(
            directive=Directive.objects.get(), number=9, move="accept", who="head", on=date(2020, 3, 12), by=User.objects.first()
        ),
        "directives.Event",
    ),
}  # fmt: skip


def found() -> set[str]:
    return {each.partition(" ")[0] for each in [*rows.looked().changed, *logged.broken()]}


def test_what_the_program_did_is_as_the_log_has_it(kept, office, person, province):
    assert found() == set() and prove() == 0
    administrator = User.objects.get(username=f"administrator-{province.code}")
    new = User.objects.get(username="moi")
    accounts.edit_person(person=new, name="Người khác", email="moi@vidu.vn", by=administrator)
    accounts.deactivate(person=new, by=administrator)
    accounts.revoke(given=new.grants.get(), by=administrator)
    accounts.revoke_token(token=new.tokens.get(), by=new)
    seat = Seat.objects.get(user=office.people["support"])
    bodies.unseat(seat=seat, until=date(2020, 2, 1), by=office.steward)
    bodies.unseat(
        seat=bodies.seat(body=office.finance, user=new, since=date(2030, 1, 1), by=office.steward),
        until=date(2030, 1, 1),
        by=office.steward,
    )
    meetings.drop(Meeting.objects.get(), by=office.clerk)
    move(directive=kept, name="withdraw", seen=3, by=office.head, said={"reason": "không cần nữa"})
    assert found() == set() and prove() == 0


@pytest.mark.parametrize("what", FORGED)
def test_what_was_changed_past_the_program_is_found(kept, what):
    forge, label = FORGED[what]
    with transaction.atomic():
        forge()
    assert label in found()
    with pytest.raises(Refused) as refused:
        prove()
    assert refused.value.code == "rows-changed"


@pytest.mark.parametrize("table", triggers.TABLES)
def test_triggers_that_were_taken_away_are_missed(kept, table):
    with transaction.atomic():
        triggers.remove(connection, table)
        with pytest.raises(Refused) as refused:
            prove()
        triggers.install(connection, table)
    assert refused.value.code == "triggers-missing" and table in str(refused.value.values["names"])
    assert prove() == 0


def test_a_file_that_was_changed_with_its_hash_is_found(kept, office):
    piece = Evidence.objects.get()
    with transaction.atomic():
        EvidenceFile.objects.create(evidence=piece, media_type="text/plain", sha256="0" * 64, size=0, data=b"")
    assert found() == {"directives.directive"}


def test_rows_of_which_only_older_entries_tell_are_counted_and_still_missed_where_no_entry_tells_of_them(kept, capsys, monkeypatch):
    told = rows._told
    monkeypatch.setattr(rows, "_told", lambda label, keys=None: {} if label == "meetings.meeting" else told(label, keys))
    Meeting.objects.update(chair="Nguyễn Văn A")
    assert rows.looked() == rows.Looked([], 1)
    assert prove() == 0
    assert "3 dòng" in capsys.readouterr().out  # the town and its province were made without an entry
    FORGED["a meeting that nobody held"][0]()
    assert found() == {"meetings.meeting"}


def test_the_role_of_the_first_administrator_needs_no_entry_of_its_own_and_any_other_does(province, person):
    accounts.make_administrator(username="quantri", name="Quản trị", password="một mật khẩu khá dài", place=province)
    given = Grant.objects.get()
    known = rows._known
    rows_of = {"accounts.grant": []}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows, "_known", lambda label: rows_of.get(label, known(label)))
        patch.setattr(rows, "_told", lambda label, keys=None: {})
        assert rows.looked().changed == []
        Grant.objects.filter(pk=given.pk).update(role=Role.CLERK)
        assert rows.looked().changed == [f"accounts.grant {given.pk}"]
    assert Entry.objects.filter(act="role granted").count() == 1
