"""What lies in another place cannot be named in a form or a body: nothing is done to it, tied to it, or shown of it.

Who may reach an address says matrix.tsv; here the address is one's own, and what is sent names what is not.
"""

import json
from copy import deepcopy
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from giaoban_web.bodies import actions as bodies
from giaoban_web.directives import actions as directives
from giaoban_web.directives.models import Directive
from giaoban_web.directives.moving import move
from giaoban_web.meetings.models import Meeting
from giaoban_web.places.models import Place
from giaoban_web.records import actions as records
from giaoban_web.records.models import Find, Record, Verdict
from tests.web.good_input import JSON, fields
from tests.web.one_scene import *  # noqa: F403  its fixtures
from tests.web.scene import Scene
from tests.web.test_hostile import MOST, _form
from tests.web.test_matrix import MATRIX, _filled

SECRET = "Xyzquang"
TEXT = f"Ngày đăng: 10/3/2020\n\nThu ngân sách {SECRET} đạt 2.572 tỷ đồng. Thị xã {SECRET} cần giải phóng mặt bằng trước ngày 30/6/2020."
FIGURE = {"indicator": "Thu ngân sách nhà nước", "measure": "level", "value": 2572, "value_to": None, "unit": "tỷ đồng", "bound": "exact"}
READ = {"rule": "x", "reader": "x", "confidence": 0.99, "start": 22, "end": 34}
SAID = {
    "observation": {**FIGURE, "role": "actual", "period": "2019", "place": None, "comparisons": []},
    "directive": {"issuer": None, "force": "order", "assignee": None, "deadline": "2020-06-30", "topic": "land"},
    "shortcoming": {"polarity": "shortcoming", "topic": "land"},
}
NAMED = [
    ("api/finds/", "record", "{record}"),
    ("api/records/", "place", "{code}"),
    ("api/records/<int:record_id>/amendments", "finds.0.id", "{observation}"),
    ("api/records/<int:record_id>/confirmations/undo", "finds.0.id", "{observation}"),
    ("api/records/<int:record_id>/place", "place", "{code}"),
    ("api/tasks/", "place", "{code}"),
    ("api/tasks/of-record/<int:record_id>", "finds.0.find", "{directive}"),
    ("briefs/compose/", "place", "{code}"),
    ("directives/<int:draft_id>/edit/", "shortcomings", "{shortcoming}"),
    ("directives/bulk/", "row", "{draft}:0"),
    ("directives/bulk/", "row", "{task}:1"),
    ("directives/check/", "place", "{place}"),
    ("directives/draft/", "meeting", "{meeting}"),
    ("directives/draft/", "place", "{place}"),
    ("directives/from-record/<int:record_id>/", "take_{directive}", "on"),
    ("directives/progress/", "row", "{task}:1"),
    ("ledger/imports/", "place", "{place}"),
    ("ledger/releases/", "place", "{code}"),
    ("notices/<int:notice_id>/bring/", "source", "d{task}"),
    ("notices/<int:notice_id>/bring/", "source", "f{directive}"),
    ("people/<int:person_id>/grants/", "place", "{place}"),
    ("people/add/", "place", "{place}"),
    ("records/<int:record_id>/finds/<int:corrected_id>/same/<slug:name>/", "find", "{observation}-0"),
    ("records/<int:record_id>/place/", "place", "{place}"),
    ("records/put-in/", "place", "{place}"),
]
"""Address, field (of a body: the way to it) and what of the other place it names."""
KINDS = (Place, Record, Find, Meeting, Directive)


def elsewhere(scene: Scene) -> dict[str, Any]:
    """A record with a find of each kind, a meeting, a draft and a task of the other town; each by its name."""
    clerk, head, steward = (scene.people[f"{role} elsewhere"] for role in ("clerk", "head", "steward"))
    town = clerk.grants.get().place
    record = records.put_in(data=TEXT.encode(), name=f"{SECRET}.txt", place=town, by=clerk)
    made: dict[str, Any] = {kind: Find.objects.create(record=record, kind=kind, fields=said, **READ) for kind, said in SAID.items()}
    for find in made.values():
        records.decide(find=find, verdict=Verdict.CONFIRMED, seen=0, by=clerk)
    body = bodies.add(place=town, name="Phòng Quản lý đô thị", by=steward)
    terms = directives.Terms(lead=body, deadline_on=date(2020, 6, 30), given_on=date(2020, 3, 12))
    draft, task = (directives.draft(place=town, wording=f"{SECRET} {number}", terms=terms, by=clerk) for number in (1, 2))
    meeting = Meeting.objects.create(place=town, held_on=date(2020, 3, 12), title=f"Họp {SECRET}")
    return made | {
        "place": town,
        "record": record,
        "meeting": meeting,
        "draft": draft,
        "task": move(directive=task, name="issue", seen=0, by=head),
    }


def tied(made: dict[str, Any]) -> list[Any]:
    """What each of them holds, and how many rows of each table point to it."""
    keys = [(model, each) for model in apps.get_models() for each in model._meta.concrete_fields if each.related_model in KINDS]
    held = [sorted(map(str, type(thing).objects.filter(pk=thing.pk).values().get().items())) for thing in made.values()]
    pointing = [
        model._default_manager.filter(**{key.name: thing}).count()
        for model, key in keys
        for thing in made.values()
        if isinstance(thing, key.related_model)
    ]
    return [*held, *pointing]


def named(data: dict[str, Any], way: str, value: str) -> dict[str, Any]:
    """What is sent, with one field in it naming something else."""
    if way not in data and "." not in way:
        return data | {way: value}
    changed: Any = {name: each if hasattr(each, "seek") else deepcopy(each) for name, each in data.items()}
    at, (*steps, last) = changed, [int(step) if step.isdigit() else step for step in way.split(".")]
    for step in steps:
        at = at[step]
    at[last] = int(value) if isinstance(at[last], int) else value
    return dict(changed)


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "way", "value"), NAMED)
def test_what_lies_elsewhere_is_neither_changed_nor_tied_nor_shown(scene, address, way, value):
    made = elsewhere(scene)
    names = {name: thing.pk for name, thing in made.items()} | {"code": made["place"].code}
    (kind, data), before = fields(scene, address), tied(made)
    sent = named(data, way.format(**names), value.format(**names))
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = scene.session(next(each for each in MOST if each in MATRIX[address, "POST"]))
    cache.clear()
    with transaction.atomic():
        answer = client.generic(
            "POST", _filled(address, scene), data=json.dumps(sent).encode() if kind == JSON else _form(sent), content_type=kind
        )
        shown = answer.content.decode()
        if answer.status_code == 302:
            shown += client.get(answer["Location"]).content.decode()
        after = tied(made)
        transaction.set_rollback(True)
    assert answer.status_code < 500
    assert SECRET not in shown
    assert after == before
