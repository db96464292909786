"""All that a person is reminded of on a day, as one text. It is words only: who gets it, and by which way, is not known here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from giaoban.directives.escalation import Clock
from giaoban.directives.reminders import Reminder
from giaoban.messages import phrase


class Group(StrEnum):
    """What the lines of a digest are grouped by, the most urgent first."""

    OVER = "over"
    TODAY = "today"
    RETURNED = "returned"
    SOON = "soon"
    GIVEN = "given"
    UNACKNOWLEDGED = "unacknowledged"
    UNACCEPTED = "unaccepted"
    UNANSWERED = "unanswered"
    SEATS = "seats"
    UNSEATED = "unseated"
    PLACES = "places"
    NOTICES = "notices"


WAITING = {Clock.ISSUED: Group.UNACKNOWLEDGED, Clock.REPORTED: Group.UNACCEPTED, Clock.ASKED: Group.UNANSWERED}
BESIDE = (Group.RETURNED, Group.GIVEN, Group.SEATS, Group.UNSEATED, Group.PLACES, Group.NOTICES)
"""Groups of what a person was told when it happened, and not by a reminder."""
LONGEST = 160
"""Characters of a wording that a line shows; what is longer is cut between words."""


@dataclass(frozen=True, slots=True)
class About:
    """What a line says of a directive: its words, the name of its lead, and the address of its page, if it has one."""

    wording: str
    lead: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Noticed:
    """What a person was told when it happened: the key under which she was, the sentence, the address of its page, of which directive."""

    key: str
    text: str
    url: str
    group: Group = Group.NOTICES
    directive: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """One text for one person.

    lines   greeting, and for each group a heading and a line for each directive or notice, with its address on a line of its own
    counts  how many lines there are by group, the most urgent first; only groups that have any
    keys    what is sent by it, to be kept: also those that a newer reminder of the same directive stands for
    """

    subject: str
    lines: tuple[str, ...]
    counts: Mapping[Group, int]
    keys: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def digest(
    name: str,
    reminders: Iterable[Reminder],
    about: Mapping[str, About],
    on: date,
    language: str = "vi",
    notices: Sequence[Noticed] = (),
) -> Digest | None:
    """The digest of a day for the person of that name; None where there is nothing to say.

    reminders  of this person, in whatever capacities; of each directive and clock one line is made, of the newest rung
    about      every directive of the reminders by its key
    notices    what she was told when it happened and has not read; that a directive was given is left out beside a reminder of it
    """
    given = tuple(reminders)
    if not given and not notices:
        return None
    newest: dict[tuple[str, Clock], Reminder] = {}
    for each in sorted(given, key=lambda reminder: (reminder.rung.days, reminder.key)):
        newest[each.directive, each.rung.clock] = each
    grouped = {kind: sorted((each for each in newest.values() if group(each) is kind), key=_order) for kind in Group}
    reminded = {each.directive for each in newest.values()}
    shown = [each for each in notices if each.group is not Group.GIVEN or each.directive not in reminded]
    beside = {kind: [each for each in shown if each.group is kind] for kind in BESIDE}
    listed: Mapping[Group, Sequence[object]] = {**grouped, **beside}
    counts = {kind: len(found) for kind, found in listed.items() if found}
    headings = {kind: phrase(f"digest-group-{kind.value}", language, count=count) for kind, count in counts.items()}
    subject = phrase("digest-subject", language, on=on, counts=", ".join(heading.lower() for heading in headings.values()))
    total = len(reminded)
    lines = [phrase(_greeting(total, beside), language, name=one_line(name), on=on, total=total, notices=len(beside[Group.NOTICES]))]
    for kind, heading in headings.items():
        lines += ["", heading]
        lines += [line for each in grouped[kind] for line in _lines(each, kind, about[each.directive], language)]
        lines += [line for each in beside.get(kind, ()) for line in (f"- {each.text}", f"  {each.url}")]
    return Digest(subject, tuple(lines), counts, tuple(sorted([*(each.key for each in given), *(each.key for each in notices)])))


def _greeting(total: int, beside: Mapping[Group, Sequence[Noticed]]) -> str:
    """The code of the first line: what there is to be counted in it."""
    if bool([kind for kind in BESIDE if kind is not Group.NOTICES and beside[kind]]):
        return "digest-greeting-seats"
    if not beside[Group.NOTICES]:
        return "digest-greeting"
    return "digest-greeting-both" if total else "digest-greeting-notices"


def group(reminder: Reminder) -> Group:
    """The group of a digest in which a reminder is listed."""
    if reminder.rung.clock is not Clock.DEADLINE:
        return WAITING[reminder.rung.clock]
    if reminder.days == 0:
        return Group.TODAY
    return Group.OVER if reminder.days > 0 else Group.SOON


def _order(reminder: Reminder) -> tuple[date, str]:
    return reminder.since, reminder.directive


def _lines(reminder: Reminder, kind: Group, about: About, language: str) -> list[str]:
    told = {"wording": one_line(about.wording), "lead": one_line(about.lead), "since": reminder.since, "days": abs(reminder.days)}
    said = phrase(f"digest-line-{kind.value}", language, **told)
    line = f"- {said[:1].upper()}{said[1:]}"
    return [line, f"  {about.url}"] if about.url else [line]


def one_line(text: str) -> str:
    """The text on one line, without a full stop, cut between words where it is long."""
    words = " ".join(text.split())
    if len(words) > LONGEST:
        return (words[:LONGEST].rpartition(" ")[0] or words[:LONGEST]).rstrip(",;:.") + "…"
    return words.rstrip(".;")
