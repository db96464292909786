"""How long a round of reminders takes, on SQLite and PostgreSQL: `python tools/benching/reminders.py [TASKS [UNITS]]`.

200,000 tasks of 5,000 units, each with one person who has an address; letters go nowhere (Django's locmem). Each database is made
for it in a folder of its own and thrown away. The first round tells of everything at once, as after a year without one; the next day is
the day of an office. Times are of the clock; what this process worked for it says how much of them was waiting for others.
"""

import json
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
TASKS, UNITS = 200_000, 5_000
ON = date(2026, 3, 2)
GOAL = 60
STATES = ("issued", "acknowledged", "in_progress", "reported", "returned")


def main(tasks: int, units: int) -> None:
    """Both databases, the seconds of both printed."""
    sys.path.insert(0, str(ROOT))
    from tools.benching.databases import on_both

    for name, days in on_both(__file__, (str(tasks), str(units))):
        for each in days:
            print(
                f"{name}: {each['day']}: {each['messages']:,} messages in {each['letters']:,} letters of {tasks:,} tasks and"
                f" {units:,} units: {each['written']:.1f} s to write them (goal {GOAL}), {each['worked']:.1f} s of it work of this process;"
                f" {each['sent']:.1f} s to send the letters"
            )


def _here(tasks: int, units: int) -> list[dict[str, Any]]:
    """Seconds of the first round, of the next day, and of a second round on that day."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.EMAIL_HOST, settings.EMAIL_BACKEND = "mail.example.org", "django.core.mail.backends.locmem.EmailBackend"
    call_command("migrate", verbosity=0)
    _fill(tasks, units)
    return [_round("first round", ON), _round("next day", ON + timedelta(days=1)), _round("the same day again", ON + timedelta(days=1))]


def _round(name: str, on: date) -> dict[str, Any]:
    from giaoban_web.reminders.letters import deliver
    from giaoban_web.reminders.models import Round
    from giaoban_web.reminders.planning import plan
    from giaoban_web.reminders.rounds import write

    Round.objects.get_or_create(day=on)
    started, worked = time.perf_counter(), time.process_time()
    written = write(plan(on))
    between = time.perf_counter()
    seconds = {"written": between - started, "worked": time.process_time() - worked}
    deliver()
    seconds["sent"] = time.perf_counter() - between
    return {"day": name, "messages": written.messages, "letters": written.letters} | seconds


def _fill(tasks: int, units: int) -> None:
    """A province with its head of office; bodies, one above each fifty, a person in each; tasks around today, half of them over."""
    from django.utils import timezone

    from giaoban_web.accounts.models import Grant, User
    from giaoban_web.bodies.models import Body, Seat
    from giaoban_web.directives.models import Directive
    from giaoban_web.places.models import Place

    province = Place.objects.create(code="22", kind="tỉnh", name="Thử", path="22/", valid_from=date(2020, 1, 1), folded="thu")
    head = User.objects.create_user("head", name="Chánh văn phòng", email="head@example.org")
    Grant.objects.create(user=head, role="head", place=province)
    tops = Body.objects.bulk_create(Body(place=province, name=f"Ủy ban {number}", folded="|") for number in range(max(units // 50, 1)))
    bodies = Body.objects.bulk_create(
        Body(place=province, name=f"Đơn vị {number}", folded="|", superior=tops[number % len(tops)]) for number in range(units)
    )
    everyone = [*tops, *bodies]
    people = User.objects.bulk_create(
        User(username=f"p{number}", name=f"Người {number}", email=f"p{number}@example.org") for number in range(len(everyone))
    )
    Seat.objects.bulk_create(Seat(body=body, user=user, since_on=date(2020, 1, 1)) for body, user in zip(everyone, people, strict=True))
    Grant.objects.bulk_create(Grant(user=user, role="leader", place=province) for user in people[: len(tops)])
    rows = (_task(number, bodies[number % units].pk, province.pk, head.pk, timezone.now()) for number in range(tasks))
    Directive.objects.bulk_create(rows, batch_size=5_000)


def _task(number: int, lead: int, place: int, by: int, now: Any) -> Any:
    """Issued two to four months ago, due from two months ago to two months hence, one in ten without deadline."""
    from giaoban_web.directives.models import Directive

    state = STATES[number % len(STATES)]
    due = None if number % 10 == 9 else ON + timedelta(days=number * 7 % 121 - 60)
    return Directive(
        place_id=place,
        lead_id=lead,
        wording=f"Nhiệm vụ số {number}: rà soát các hồ sơ tồn đọng, đề xuất hướng xử lý và báo cáo kết quả.",
        state=state,
        first_deadline_on=due,
        deadline_on=due,
        issued_on=ON - timedelta(days=60 + number % 60),
        reported_on=ON - timedelta(days=number % 20) if state == "reported" else None,
        moved_at=now,
        made_by_id=by,
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        print(json.dumps(_here(*map(int, sys.argv[2:]))))
    else:
        main(*map(int, sys.argv[1:])) if len(sys.argv) == 3 else main(int(sys.argv[1]) if sys.argv[1:] else TASKS, UNITS)
