"""A province with many tasks, the same ones each time on one day: places, bodies, people, tasks, their events, the index of the search."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from django.db import transaction
from django.utils import timezone

from giaoban.model import Topic
from giaoban.reference.folding import fold
from giaoban_web.accounts.models import Grant, Role, User
from giaoban_web.bodies.models import Body, Seat
from giaoban_web.bodies.queries import names_folded
from giaoban_web.directives.models import Directive, Event
from giaoban_web.places.models import Place
from giaoban_web.search.models import Entry

COMMUNES, BODIES_EACH, EVENTS, BATCH = 100, 10, 10, 5000
YEARS = 3 * 365
DEEDS = ("rà soát", "lập phương án", "hoàn thành", "báo cáo kết quả", "kiểm tra", "giải ngân", "xây dựng kế hoạch", "công khai")
THINGS = (
    "hồ sơ đất đai",
    "nước thải cụm công nghiệp",
    "giải phóng mặt bằng",
    "vốn đầu tư công",
    "hộ nghèo",
    "đường giao thông",
    "trường học",
)
WHERES = ("tại các khu dân cư", "trên địa bàn", "ở các dự án trọng điểm", "theo kết luận", "trong năm nay", "còn tồn đọng")
ENDINGS: dict[str, tuple[str, ...]] = {
    "issued": ("issue",),
    "acknowledged": ("issue", "acknowledge"),
    "in_progress": ("issue", "acknowledge", "start", *("progress",) * 7),
    "reported": ("issue", "acknowledge", "start", *("progress",) * 6, "report"),
    "returned": ("issue", "acknowledge", "start", *("progress",) * 5, "report", "return"),
    "accepted": ("issue", "acknowledge", "start", *("progress",) * 8, "report", "accept"),
    "withdrawn": ("issue", "withdraw"),
    "draft": (),
}
"""The moves that lead to each state; in the mean of `SHARES` ten."""
SHARES = {"issued": 5, "acknowledged": 5, "in_progress": 15, "reported": 6, "returned": 3, "accepted": 62, "withdrawn": 2, "draft": 2}
WHO = {"issue": "head", "accept": "acceptor", "return": "acceptor", "withdraw": "head"}


@dataclass(frozen=True)
class Made:
    """`people` by what they see: the head of the province all of it, a clerk one commune, a unit what its body leads."""

    people: dict[str, User]
    bodies: list[int]
    codes: list[str]


@transaction.atomic
def make(tasks: int, on: date) -> Made:
    """`tasks` tasks with about ten events each, in a database that has none."""
    chance = random.Random(tasks)  # noqa: S311 the same ones each time
    province, communes = _places(on)
    bodies = _bodies([province, *communes])
    head = _person("head", Role.HEAD, province)
    people = {"head": head, "clerk": _person("clerk", Role.CLERK, communes[3]), "unit": _seated(bodies[50], on)}
    _fill(Directive, (_task(number, chance, bodies, head, on) for number in range(1, tasks + 1)))
    _fill(Directive.supporting.through, _supporting(chance, bodies, tasks))
    _fill(Event, _events(head))
    _fill(Entry, _entries())
    return Made(people, [body.pk for body in bodies], [place.code for place in communes])


def _fill(model: Any, rows: Iterator[Any]) -> None:
    while batch := list(islice(rows, BATCH)):
        model.objects.bulk_create(batch)


def _places(on: date) -> tuple[Place, list[Place]]:
    since = on - timedelta(days=10 * 365)
    fixed = {"valid_from": since}
    province = Place.objects.create(code="99", kind="tỉnh", name="Thử", path="99/", folded="tinh thu", **fixed)
    rows = [
        Place(code=f"99{n:03}", kind="xã", name=f"Số {n}", parent=province, path=f"99/99{n:03}/", folded=f"xa so {n}", **fixed)
        for n in range(COMMUNES)
    ]
    return province, Place.objects.bulk_create(rows)


def _bodies(places: list[Place]) -> list[Body]:
    names = [(place, f"Phòng {number} {place.name}") for place in places for number in range(1, BODIES_EACH + 1)]
    return Body.objects.bulk_create(Body(place=place, name=name, folded=names_folded(name, ())) for place, name in names)


def _person(name: str, role: Role, place: Place) -> User:
    user = User.objects.create(username=name, name=name)
    Grant.objects.create(user=user, role=role, place=place)
    return user


def _seated(body: Body, on: date) -> User:
    """A person who sits for a body and has no role anywhere."""
    user = User.objects.create(username="unit", name="unit")
    Seat.objects.create(body=body, user=user, since_on=on - timedelta(days=YEARS))
    return user


def _task(number: int, chance: random.Random, bodies: list[Body], head: User, on: date) -> Directive:
    (state,) = chance.choices(tuple(SHARES), SHARES.values())
    given = on - timedelta(days=chance.randrange(1 if state in ("issued", "draft") else 60, YEARS))
    due = given + timedelta(days=chance.randrange(10, 200)) if chance.random() < 0.9 else None
    reported = given + timedelta(days=chance.randrange(5, 60)) if state in ("reported", "returned", "accepted") else None
    body = chance.choice(bodies)
    words = f"{chance.choice(DEEDS)} {chance.choice(THINGS)} {chance.choice(WHERES)}, đợt {number}"
    return Directive(
        pk=number,
        place_id=body.place_id,
        wording=f"Yêu cầu {body.name} {words} và báo cáo người chủ trì theo quy định.",
        work=words,
        topic=chance.choice(tuple(Topic)).value,
        lead=body,
        given_on=given,
        issued_on=None if state == "draft" else given,
        state=state,
        version=len(ENDINGS[state]),
        first_deadline_on=due,
        deadline_on=due,
        reported_on=reported,
        done_on=reported if state == "accepted" else None,
        vague=chance.randrange(4),
        moved_at=datetime.combine(given, datetime.min.time(), timezone.get_current_timezone()),
        made_by=head,
    )


def _supporting(chance: random.Random, bodies: list[Body], tasks: int) -> Iterator[Any]:
    through = Directive.supporting.through
    for number in range(1, tasks + 1):
        for body in chance.sample(range(len(bodies)), chance.randrange(3)):
            yield through(directive_id=number, body_id=bodies[body].pk)


def _events(head: User) -> Iterator[Event]:
    for key, state, issued in Directive.objects.order_by("pk").values_list("pk", "state", "issued_on").iterator():
        for number, move in enumerate(ENDINGS[state], 1):
            said = {"text": "Đã làm được một phần"} if move in ("progress", "report") else {}
            on = issued + timedelta(days=number)
            yield Event(directive_id=key, number=number, move=move, who=WHO.get(move, "lead"), on=on, said=said, by=head)


def _entries() -> Iterator[Entry]:
    """As `search.actions.index` would write them, many at once."""
    found = Directive.objects.exclude(state="draft").order_by("pk").values_list("pk", "place_id", "work", "given_on")
    for key, place, work, given in found.iterator():
        spaced = f" {' '.join(work.replace(',', '').lower().split())} "
        words = {"title": work, "title_words": fold(spaced), "words": fold(spaced), "accented": spaced}
        yield Entry(subject_type="directives.directive", subject_id=key, place_id=place, url=f"/directives/{key}/", on=given, **words)
