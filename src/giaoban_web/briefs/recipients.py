"""Who may have to get a notice and is not among its recipients yet."""

from collections.abc import Iterable, Sequence

from django.db.models import F

from giaoban.reference.folding import words
from giaoban.render.layouts import entries
from giaoban_web.bodies.models import Body
from giaoban_web.bodies.queries import normal
from giaoban_web.briefs.models import NoticeItem, NoticeVersion
from giaoban_web.briefs.notice_moves import NoticeState
from giaoban_web.directives.models import Directive

EARLIER = 5
"""Notices of the same place whose recipients are its usual ones."""
MANY_AT_ONCE = (["cac"], ["nhu"])
"""How lines begin that name more than one, without accents."""
ARCHIVE = "luu"
"""How the line begins that says where the paper is kept, without accents; it stands last."""


def suggested(version: NoticeVersion, items: Iterable[NoticeItem]) -> list[str]:
    """The leads of its tasks, then who supports them, then who got earlier notices of the place; each once, none that is named already."""
    told: list[str] = version.heading.get("recipients", [])
    found = [*(each.name for each in _parts(items) if not _named(each, told)), *_usual(version)]
    known = {_plain(line) for line in told}
    new = {_plain(name): name for name in reversed(found) if _plain(name) not in known}
    return list(reversed(new.values()))


def unsent(version: NoticeVersion, items: Iterable[NoticeItem]) -> list[Body]:
    """Who leads or supports one of its tasks and does not get it; nobody where a line names many at once ("Các phường, xã", "Như trên")."""
    told: list[str] = version.heading.get("recipients", [])
    if any(_plain(line).split()[:1] in MANY_AT_ONCE for line in told):
        return []
    return [each for each in _parts(items) if not _named(each, told)]


def with_these(told: Sequence[str], also: Iterable[str]) -> list[str]:
    """The lines with more recipients behind them, before the line that says where the paper is kept."""
    archive = [line for line in told if _keeps(line)]
    return [*(line for line in told if not _keeps(line)), *also, *archive]


def _parts(items: Iterable[NoticeItem]) -> list[Body]:
    tasks = Directive.objects.filter(pk__in=[each.directive_id for each in items if each.directive_id]).order_by("pk")
    listed = list(tasks.select_related("lead").prefetch_related("supporting"))
    leads = [each.lead for each in listed if each.lead]
    return list(dict.fromkeys([*leads, *(body for each in listed for body in each.supporting.all())]))


def _named(body: Body, told: Iterable[str]) -> bool:
    names = [_plain(name) for name in (body.name, *body.also)]
    return any(f" {name} " in f" {_plain(line)} " for line in told for name in names)


def _usual(version: NoticeVersion) -> list[str]:
    """Lines of the latest other notices of the place, those of the latest first."""
    others = NoticeVersion.objects.filter(notice__place=version.notice.place_id, number=F("notice__version"))
    latest = others.exclude(notice=version.notice_id).exclude(notice__state=NoticeState.DISCARDED).order_by("-notice")[:EARLIER]
    lines = (line for heading in latest.values_list("heading", flat=True) for line in entries(heading.get("recipients", [])))
    return [line for line in lines if not _keeps(line)]


def _keeps(line: str) -> bool:
    return _plain(line).split()[:1] == [ARCHIVE]


def _plain(text: str) -> str:
    """A name or line as names are compared, without its signs."""
    return " ".join(words(normal(text)))
