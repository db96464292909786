"""The words of states, moves, capacities and clarities, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from giaoban.directives.clarity import Clarity, Degree
from giaoban.directives.counting import Kind
from giaoban.directives.states import State, Who
from giaoban.model import Refused

STATES: Mapping[State, Any] = {
    State.DRAFT: _("draft task"),
    State.ISSUED: _("issued"),
    State.ACKNOWLEDGED: _("acknowledged"),
    State.IN_PROGRESS: _("in progress"),
    State.REPORTED: _("reported as done"),
    State.ACCEPTED: _("accepted"),
    State.RETURNED: _("returned to the lead"),
    State.WITHDRAWN: _("withdrawn"),
    State.MERGED: _("merged into another"),
}
KINDS: Mapping[Kind, Any] = {
    Kind.ON_TIME: _("done on time"),
    Kind.LATE: _("done late"),
    Kind.IN_TIME: _("still in time"),
    Kind.WAITING: _("reported, waits to be accepted"),
    Kind.OVERDUE: _("past the deadline"),
    Kind.UNDATED: _("without deadline"),
}
CAPACITIES: Mapping[Who, Any] = {
    Who.LEAD: _("lead"),
    Who.SUPPORT: _("supporting body"),
    Who.WATCHER: _("watcher"),
    Who.ACCEPTOR: _("acceptor"),
    Who.ISSUER: _("issuer"),
    Who.HEAD: _("head of office"),
}
CLARITIES: Mapping[Clarity, Any] = {
    Clarity.PERSON: _("who does it"),
    Clarity.WORK: _("work"),
    Clarity.TIME: _("time"),
    Clarity.RESPONSIBILITY: _("responsibility"),
    Clarity.PRODUCT: _("product"),
    Clarity.AUTHORITY: _("authority"),
}
DEGREES: Mapping[Degree, Any] = {Degree.CLEAR: _("clear"), Degree.VAGUE: _("vague"), Degree.MISSING: _("missing")}
MOVES: Mapping[str, Any] = {
    "issue": _("Issue"),
    "acknowledge": _("Acknowledge"),
    "start": _("Start work"),
    "progress": _("Report progress"),
    "report": _("Report as done"),
    "accept": _("Accept"),
    "return": _("Return it"),
    "reopen": _("Reopen"),
    "withdraw": _("Withdraw"),
    "merge": _("Merge into another"),
    "cascade": _("Hand down"),
    "ask_extension": _("Ask for an extension"),
    "grant_extension": _("Grant the extension"),
    "refuse_extension": _("Refuse the extension"),
    "reassign": _("Give to another lead"),
    "correct": _("Correct"),
    "aim": _("Change what it should move"),
    "serve": _("Change the criterion it serves"),
    "hand_down": _("Handed down"),
    "pass_on": _("Passed on with the whole"),
    "fall_away": _("Withdrawn with the whole"),
}
"""The words of a button; `DONE` has those of the log."""
DONE: Mapping[str, str] = {
    "issue": gettext_noop("task issued"),
    "acknowledge": gettext_noop("task acknowledged"),
    "start": gettext_noop("work started"),
    "progress": gettext_noop("progress reported"),
    "report": gettext_noop("task reported as done"),
    "accept": gettext_noop("task accepted"),
    "return": gettext_noop("task returned"),
    "reopen": gettext_noop("task reopened"),
    "withdraw": gettext_noop("task withdrawn"),
    "merge": gettext_noop("task merged"),
    "cascade": gettext_noop("task handed down"),
    "ask_extension": gettext_noop("extension asked"),
    "grant_extension": gettext_noop("extension granted"),
    "refuse_extension": gettext_noop("extension refused"),
    "reassign": gettext_noop("task given to another lead"),
    "correct": gettext_noop("task corrected"),
    "aim": gettext_noop("what a task should move changed"),
    "serve": gettext_noop("criterion that a task serves changed"),
    "hand_down": gettext_noop("part of a task given"),
    "pass_on": gettext_noop("part of a task passed on to the new lead of the whole"),
    "fall_away": gettext_noop("part of a task withdrawn with the whole"),
}
NEEDS: Mapping[str, Any] = {
    "lead": _("a lead"),
    "above": _("the task it is a part of"),
    "over": _("the new lead of the whole"),
    "text": _("what was done, in words"),
    "evidence": _("evidence"),
    "seen": _("a look at the evidence"),
    "reason": _("a reason"),
    "into": _("the task that takes it up"),
    "below": _("what is handed down"),
    "until": _("the day asked for"),
    "indicator": _("an indicator"),
    "direction": _("which way it should go"),
    "criterion": _("a criterion"),
}
"""What must come with a move."""


def in_words(refused: Refused) -> Refused:
    """The same refusal with moves, states, capacities and needs by their words instead of the names that the core gives them."""
    tables: Mapping[str, Mapping[Any, Any]] = {"move": MOVES, "state": STATES, "needs": NEEDS, "who": CAPACITIES}
    told = {name: _listed(tables[name], str(value)) if name in tables else value for name, value in refused.values.items()}
    return Refused(refused.code, **told)


def _listed(table: Mapping[Any, Any], names: str) -> Any:
    """Words for names that stand with commas between; what the table does not know stays."""
    words = [table.get(name, name) for name in names.split(", ")]
    return format_lazy(", ".join(["{}"] * len(words)), *words)
