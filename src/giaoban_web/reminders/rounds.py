"""A round: everybody is told what is due on a day, once, however often it runs, at the same time or after it was killed.

What is due is worked out without holding anything. It is written person by person, some at a time, each time in one transaction that holds
the row of the day: what another process has written in between is left out, and a message and the letter that tells of it are there
together or not at all. Only whoever has more messages than go into one transaction has her letter with the first of them. Between two
transactions others get their turn.
"""

import uuid
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from giaoban.directives.digest import digest, group, one_line
from giaoban.directives.reminders import Reminder
from giaoban.messages import phrase
from giaoban.model import Refused
from giaoban_web.accounts.models import User
from giaoban_web.history import actions as history
from giaoban_web.reminders import noticed, planning
from giaoban_web.reminders.cleaning import clear
from giaoban_web.reminders.letters import Delivered, deliver
from giaoban_web.reminders.models import Letter, Message, Preference, Round
from giaoban_web.reminders.planning import Plan
from giaoban_web.reminders.storing import give_way, put

LINES = 400
"""Of a letter; what is more stands on the page of messages."""
PEOPLE, MESSAGES = 100, 1_000
"""People and messages written for in one transaction: nobody waits longer for a round than these take."""
ToldOf = Mapping[int, Mapping[str, Reminder]]
"""Reminders by person and their own keys."""


@dataclass(frozen=True, slots=True)
class Share:
    """What is written in one transaction: messages, and letters that tell of these reminders, of whoever is written to here first."""

    told: ToldOf
    letters: ToldOf


@dataclass(slots=True)
class Written:
    """What a round has written: messages, the people they are for, letters to be sent; and how many old ones it has taken away."""

    people: int = 0
    messages: int = 0
    letters: int = 0
    cleared: int = 0


def tick(on: date | None = None) -> tuple[Written, Delivered]:
    """Write what is due on a day (today), send what waits to be sent, take away what is old. Refused for a day to come."""
    day = on or timezone.localdate()
    if day > timezone.localdate():
        raise Refused("day-in-future", on=day)
    Round.objects.get_or_create(day=day)
    written = write(planning.plan(day))
    delivered = deliver()
    written.cleared = clear()
    return written, delivered


def write(plan: Plan) -> Written:
    """Tell people what was planned, those that nobody has told meanwhile; and write to those who have not read of a notice."""
    done = Written()
    for number, share in enumerate(_shares(sorted({*plan.told, *noticed.people()}), plan)):
        if number:
            give_way()
        _write_for(share, plan, done)
    _finish(plan.on, done)
    return done


@transaction.atomic
def _write_for(share: Share, plan: Plan, done: Written) -> None:
    today = Round.objects.select_for_update().get(day=plan.on)
    known = planning.known({key for reminders in share.told.values() for key in reminders}, share.told)
    now = timezone.now()
    messages = [_message(user, key, each, plan, now) for user, key, each in _new(share.told, known)]
    of_letters: dict[int, dict[str, Reminder]] = {user: {} for user in share.letters}
    people = {each.user_id for each in messages} & set(share.letters)
    for user, key, each in _new({user: share.letters[user] for user in people}, known):
        of_letters[user][key] = each
    letters = list(_letters(of_letters, plan, today))
    if not messages and not letters:
        return
    put(messages)
    put(letters)
    told = {"day": plan.on.isoformat(), "people": len(people), "messages": len(messages), "letters": len(letters)}
    history.record(today, "people reminded", by=None, **told)
    done.people += len(people)
    done.messages += len(messages)
    done.letters += len(letters)


def _new(told_of: ToldOf, known: Container[tuple[int, str]]) -> Iterator[tuple[int, str, Reminder]]:
    """The reminders that were not told before."""
    return ((user, key, each) for user, reminders in told_of.items() for key, each in reminders.items() if (user, key) not in known)


@transaction.atomic
def _finish(on: date, done: Written) -> None:
    today = Round.objects.select_for_update().get(day=on)
    if today.finished_at is None:
        today.finished_at = timezone.now()
        today.save(update_fields=["finished_at"])
        history.record(today, "round of reminders finished", by=None, day=on.isoformat(), messages=done.messages)


def _message(user: int, key: str, reminder: Reminder, plan: Plan, now: datetime) -> Message:
    about = plan.about[reminder.directive]
    values = {
        "wording": one_line(about.wording),
        "lead": one_line(about.lead),
        "since": reminder.since.isoformat(),
        "days": abs(reminder.days),
    }
    code = f"digest-line-{group(reminder).value}"
    return Message(user_id=user, key=key, directive_id=int(reminder.directive), code=code, values=values, made_at=now)


def _letters(new: Mapping[int, Mapping[str, Reminder]], plan: Plan, today: Round) -> Iterator[Letter]:
    """The digests of those who have an address and want it, where the office has a mail server."""
    if not settings.EMAIL_HOST:
        return
    refusing = set(Preference.objects.filter(user__in=new, by_mail=False).values_list("user_id", flat=True))
    notices = noticed.noticed(new, plan.directory)
    wanted = {key for key, reminders in new.items() if reminders or key in notices} - refusing
    for user in User.objects.filter(pk__in=wanted, is_active=True).exclude(email="").order_by("pk"):
        told = {"language": user.language, "notices": notices.get(user.pk, ())}
        if text := digest(str(user), new[user.pk].values(), plan.about, plan.on, **told):
            words = _text(text.lines, user.language)
            yield Letter(user=user, round=today, message_id=message_id(), subject=text.subject, text=words, keys=list(text.keys))


def _text(lines: Sequence[str], language: str) -> str:
    """The lines with what stands at the foot of a letter; of a very long one the beginning, with the way to the rest."""
    foot = phrase("digest-foot", language, url=f"{settings.ADDRESS}{reverse('reminders:preferences')}")
    more = [phrase("digest-more", language, url=f"{settings.ADDRESS}{reverse('reminders:messages')}"), ""]
    return "\n".join([*lines[:LINES], "", *(more if len(lines) > LINES else []), foot, ""])


def message_id() -> str:
    """A name for a letter that no other has."""
    return f"<{uuid.uuid4().hex}@{urlsplit(settings.ADDRESS).hostname}>"


def _shares(people: Iterable[int], plan: Plan) -> Iterator[Share]:
    """What is written one after the other; the messages of one person together, save where they are more than go into one share."""
    for some in _some(people, plan):
        told = {user: plan.told.get(user, {}) for user in some}
        (first, *more) = _cut(some[0], told[some[0]]) if len(some) == 1 else [told]
        yield Share(first, told)
        yield from (Share(each, {}) for each in more)


def _some(people: Iterable[int], plan: Plan) -> Iterator[Sequence[int]]:
    """People whose messages go into one transaction together; whoever has more than go into one stands alone."""
    some: list[int] = []
    messages = 0
    for user in people:
        own = len(plan.told.get(user, ()))
        if some and (messages + own > MESSAGES or len(some) == PEOPLE):
            yield some
            some, messages = [], 0
        some.append(user)
        messages += own
    if some:
        yield some


def _cut(user: int, reminders: Mapping[str, Reminder]) -> list[ToldOf]:
    """The reminders of one person, so many at a time; once nothing, where there are none."""
    items = list(reminders.items())
    return [{user: dict(items[start : start + MESSAGES])} for start in range(0, len(items) or 1, MESSAGES)]
