"""The scene, each of its things a hundred times: an office after years, as far as a page can tell."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from django.db import models

from giaoban_web.accounts.models import Grant
from giaoban_web.bodies.models import Body
from giaoban_web.briefs.models import Brief, Notice
from giaoban_web.ledger.models import Filing, Posting, ReportingPeriod
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records.models import Find, Record
from giaoban_web.reminders.models import Feed, Message
from tests.web.scene import Scene

EACH = 100
MONTHS = 40


def multiply(scene: Scene) -> None:
    """A hundred more of everything that the town of the scene has, all that belongs together copied together."""
    town, task = scene.town, scene.task
    bodies = _copies(scene.seat.body, lambda n: {"name": f"Phòng số {n}", "folded": f"|phong so {n}|"})
    _copies(Body.objects.exclude(proposed_by=None).get(), lambda n: {"name": f"Đội số {n}", "folded": f"|doi so {n}|"})
    _communes(town)
    meetings = _copies(scene.meeting, lambda n: {"held_on": date(2021, 1, 1) + timedelta(days=n)})
    records = _copies(scene.find.record, lambda n: {"sha256": f"{n:064}", "words": f"{n:064}", "meeting": meetings[n]})
    _waiting(scene.posting, records)
    _copies(scene.given, lambda n: {"record": records[n], "standing": None})
    for one in (task, scene.draft):
        _copies(one, lambda n: {"lead": bodies[n], "meeting": meetings[n], "find": None})
    for notice in scene.meeting.notices.all():
        _notices(notice, meetings)
    _copies(Brief.objects.get(place=town), lambda n: {"on": date(2020, 1, 1) + timedelta(days=n)})
    _copies(Message.objects.get(user=scene.people["clerk"]), lambda n: {"key": f"k{n}"})
    _copies(Feed.objects.get(user=scene.people["clerk"]), lambda n: {"digest": f"{n:064}"})
    for one in (scene.upload, scene.release):
        _copies(one, lambda n: {"sha256": f"{n:064}"})
    _copies(scene.wording, lambda n: {"text": f"chuyến {n}", "folded": f"chuyen {n}"})
    _filings(scene.filing)
    people = _copies(scene.people["clerk"], lambda n: {"username": f"p{n}", "name": f"Người {n}"})
    Grant.objects.bulk_create(Grant(user=user, role="clerk", place=town) for user in people)


def _copies(row: Any, told: Callable[[int], dict[str, Any]], count: int = EACH) -> list[Any]:
    """So many rows like `row`, each with what is `told` of its number."""
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if _kept(field)}
    return _kind(row)._base_manager.bulk_create(_kind(row)(**_without(kept, told(n)), **told(n)) for n in range(count))


def _kept(field: Any) -> bool:
    return not (field.primary_key or isinstance(field, models.GeneratedField))


def _without(kept: dict[str, Any], told: Iterable[str]) -> dict[str, Any]:
    return {name: value for name, value in kept.items() if name not in {*told, *(f"{each}_id" for each in told)}}


def _kind(row: models.Model) -> Any:
    return type(row)


def _communes(town: Place) -> None:
    rows = (
        {"code": f"9{n:04}", "name": f"Số {n}", "path": f"{town.path}9{n:04}/", "folded": f"xa so {n}", "kind": "xã", "parent": town}
        for n in range(2 * EACH)
    )
    ended = {0: {"valid_to": date(2020, 6, 1)}, 1: {}}
    Place.objects.bulk_create(Place(**row, valid_from=date(2015, 1, 1), **ended[n % 2]) for n, row in enumerate(rows))


def _waiting(posting: Posting, records: list[Record]) -> None:
    """A figure of each record that waits for its indicator, one as well as the other."""
    finds = _copies(posting.find, lambda n: {"record": records[n], "standing": None})
    decisions = _copies(posting.decision, lambda n: {"find": finds[n]})
    for find, decision in zip(finds, decisions, strict=True):
        find.standing = decision
    Find.objects.bulk_update(finds, ["standing"])
    _copies(posting, lambda n: {"find": finds[n], "decision": decisions[n]})


def _notices(notice: Notice, meetings: list[Meeting]) -> None:
    told = {"issued": lambda n: {"number": n + 10}}.get(notice.state, lambda _n: {})
    made = _copies(notice, lambda n: {"meeting": meetings[n], **told(n)})
    for version in notice.versions.all():
        versions = _copies(version, lambda n: {"notice": made[n]})
        for item in version.items.all():
            _copies(item, lambda n, versions=versions: {"version": versions[n]})


def _filings(filing: Filing) -> None:
    days = [date(2017 + n // 12, n % 12 + 1, 1) for n in range(MONTHS)]
    periods = ReportingPeriod.objects.bulk_create(
        ReportingPeriod(text=f"{day:%Y-%m}", start_on=day, end_on=day + timedelta(days=27)) for day in days
    )
    _copies(filing, lambda n: {"period": periods[n]}, MONTHS)
