"""The states of a notice and who may move it from which to which: a table, so that nothing else decides it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class NoticeState(TextChoices):
    """Where a notice stands on its way to paper."""

    DRAFT = "draft", _("notice in draft")
    SUBMITTED = "submitted", _("waits for approval")
    RETURNED = "returned", _("returned with a reason")
    APPROVED = "approved", _("approved, not issued yet")
    ISSUED = "issued", _("notice issued")
    SUPERSEDED = "superseded", _("superseded")
    DISCARDED = "discarded", _("discarded")


EDITABLE = frozenset({NoticeState.DRAFT, NoticeState.RETURNED})
OUT = frozenset({NoticeState.ISSUED, NoticeState.SUPERSEDED})
"""States of a notice that has gone out: it is frozen, and known to whoever has a role at its place."""
DRAFTING, APPROVING = "notices.draft", "notices.approve"


@dataclass(frozen=True, slots=True)
class Step:
    """One move.

    label   the words of its button; `done` what the log says afterwards
    reason  it needs one
    whole   the heading must be filled in
    """

    label: Any
    done: str
    origins: frozenset[NoticeState]
    target: NoticeState
    permission: str
    reason: bool = False
    whole: bool = False


STEPS: Mapping[str, Step] = {
    "submit": Step(_("Submit for approval"), gettext_noop("notice submitted"), EDITABLE, NoticeState.SUBMITTED, DRAFTING, whole=True),
    "take-back": Step(
        _("Take back to edit"), gettext_noop("notice taken back"), frozenset({NoticeState.SUBMITTED}), NoticeState.DRAFT, DRAFTING
    ),
    "approve": Step(
        _("Approve the notice"), gettext_noop("notice approved"), frozenset({NoticeState.SUBMITTED}), NoticeState.APPROVED, APPROVING,
        whole=True,
    ),
    "return": Step(
        _("Return with this reason"), gettext_noop("notice returned"), frozenset({NoticeState.SUBMITTED, NoticeState.APPROVED}),
        NoticeState.RETURNED, APPROVING, reason=True,
    ),
    "discard": Step(_("Discard the draft"), gettext_noop("notice discarded"), EDITABLE, NoticeState.DISCARDED, DRAFTING),
}  # fmt: skip
"""Issuing is not among them: it gives a number and a day and makes tasks live (`issuing.issue`).

Whoever submitted may approve where she is head of office: an office of two has nobody else. The log names both.
"""
ISSUE = _("Issue the notice")
ISSUED, SUPERSEDED = gettext_noop("notice was issued"), gettext_noop("notice superseded")
ACTS = {
    "composed": gettext_noop("notice composed"),
    "edited": gettext_noop("paragraph edited"),
    "retold": gettext_noop("paragraphs written anew from their tasks"),
    "moved": gettext_noop("paragraph moved"),
    "added": gettext_noop("paragraph added"),
    "dropped": gettext_noop("paragraph left out"),
    "arranged": gettext_noop("paragraphs arranged"),
    "headed": gettext_noop("heading of the notice changed"),
    "taken": gettext_noop("changes taken over from a document"),
    "corrected": gettext_noop("correction of a notice begun"),
}
"""What made a version, as the log says it."""
