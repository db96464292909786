"""A ladder in words: when who is reminded."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from giaoban.directives.escalation import Clock, Recipient, Rung, for_lead, ladder

CLOCKS = list(Clock)
RECIPIENTS: Mapping[Recipient, Any] = {
    Recipient.LEAD: gettext_lazy("lead"),
    Recipient.WATCHER: gettext_lazy("watcher"),
    Recipient.SUPERIOR: gettext_lazy("what stands above the lead"),
    Recipient.ACCEPTOR: gettext_lazy("acceptor"),
    Recipient.ISSUER: gettext_lazy("issuer"),
    Recipient.HEAD: gettext_lazy("head of office"),
}
WAITING: Mapping[Clock, Any] = {
    Clock.ISSUED: gettext_lazy("after the issue, while nobody has acknowledged it"),
    Clock.REPORTED: gettext_lazy("after the report, while nobody has accepted or returned it"),
    Clock.ASKED: gettext_lazy("after an extension was asked, while nobody has answered"),
}


def rungs_of(days: Sequence[int]) -> list[tuple[str, str]]:
    """When, and who, for a lead with these days of its own; none: as for everybody."""
    rungs = for_lead(ladder(), days) if days else ladder()
    return [(_when(rung), _who(rung)) for rung in sorted(rungs, key=lambda rung: (CLOCKS.index(rung.clock), rung.days))]


def _when(rung: Rung) -> str:
    count = {"days": abs(rung.days)}
    told = ngettext("%(days)s day", "%(days)s days", abs(rung.days)) % count
    if rung.clock is not Clock.DEADLINE:
        return f"{told} {WAITING[rung.clock]}"
    if rung.days == 0:
        return _("on the day of the deadline")
    return _("%(time)s before the deadline") % {"time": told} if rung.days < 0 else _("%(time)s after the deadline") % {"time": told}


def _who(rung: Rung) -> str:
    return ", ".join(str(RECIPIENTS[each]) for each in Recipient if each in rung.to)
