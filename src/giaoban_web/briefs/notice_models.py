"""Notices of conclusions (thông báo kết luận): their versions, the paragraphs of each, and the papers that went out.

A version never changes: whatever is edited makes the next one. An issued notice has no next one.
"""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from giaoban.brief.notice import Order
from giaoban.render.layouts import NAMES, PARTY
from giaoban_web.briefs.notice_moves import EDITABLE, OUT, NoticeState
from giaoban_web.briefs.notice_words import ACT_WORDS, LAYOUTS, ORDERS

PEOPLE = settings.AUTH_USER_MODEL


class Notice(models.Model):
    """One notice, from its first draft to the paper that went out.

    order     how its tasks were put in order at first
    version   the number of the version in force; whoever changes it names the last one seen
    reason    why it was returned
    issuer    the issuing body without accents, `number` and `year` of the paper: no body gives a number twice in a year
    corrects  the notice that this one takes the place of, once it is issued
    """

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="notices", verbose_name=_("place"))
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, related_name="notices", verbose_name=_("meeting"))
    order = models.CharField(_("order of the tasks"), max_length=10, choices=[(each.value, ORDERS[each]) for each in Order])
    state = models.CharField(_("state"), max_length=12, choices=NoticeState.choices, default=NoticeState.DRAFT)
    version = models.PositiveIntegerField(default=0, editable=False)
    reason = models.TextField(_("reason"), blank=True)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections", verbose_name=_("corrects"))
    issuer = models.CharField(max_length=500, blank=True)
    number = models.PositiveIntegerField(_("number"), null=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True)
    issued_on = models.DateField(_("issued on"), null=True)
    made_by = models.ForeignKey(PEOPLE, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    submitted_by = models.ForeignKey(PEOPLE, models.PROTECT, null=True, related_name="+", verbose_name=_("submitted by"))
    approved_by = models.ForeignKey(PEOPLE, models.PROTECT, null=True, related_name="+", verbose_name=_("approved by"))
    issued_by = models.ForeignKey(PEOPLE, models.PROTECT, null=True, related_name="+", verbose_name=_("issued by"))
    moved_at = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("notice")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["issuer", "year", "number"], name="notice_number_once", condition=Q(number__isnull=False)),
            models.UniqueConstraint(fields=["corrects"], name="notice_corrected_once", condition=~Q(state="discarded")),
            models.CheckConstraint(
                name="notice_issued_has_number",
                condition=~Q(state__in=["issued", "superseded"]) | Q(number__isnull=False, year__isnull=False, issued_on__isnull=False),
            ),
            models.CheckConstraint(name="notice_does_not_correct_itself", condition=Q(corrects=None) | ~Q(corrects=F("pk"))),
        ]
        indexes = [models.Index(fields=["place", "state"], name="notice_of_place")]

    def __str__(self) -> str:
        return self.meeting.title

    def get_absolute_url(self) -> str:
        return reverse("briefs:notice", args=[self.pk])

    @property
    def editable(self) -> bool:
        return self.state in EDITABLE

    @property
    def out(self) -> bool:
        return self.state in OUT


class NoticeVersion(models.Model):
    """One state of the paper's words.

    act      what made it (`notice_moves.ACTS`)
    heading  body, upper, symbol, place, signer; authority and recipients as lists of lines
    """

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    act = models.CharField(max_length=12, choices=list(ACT_WORDS.items()))
    layout = models.CharField(_("layout"), max_length=10, choices=[(name, LAYOUTS[name]) for name in NAMES], default=PARTY)
    heading: Any = models.JSONField(default=dict)
    by = models.ForeignKey(PEOPLE, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["notice", "number"]
        constraints = [models.UniqueConstraint(fields=["notice", "number"], name="notice_version_once")]

    def __str__(self) -> str:
        return f"{self.notice_id} · {self.number}"


class ItemKind(models.TextChoices):
    """What a paragraph of a notice is; only findings and tasks come from facts."""

    ABSTRACT = "abstract", _("abstract")
    OPENING = "opening", _("opening")
    HEADING = "heading", _("heading of a section")
    FINDING = "finding", _("finding")
    TASK = "task", _("task")
    TEXT = "text", _("text of the office")
    CLOSING = "closing", _("closing")


class NoticeItem(models.Model):
    """One paragraph of one version.

    mark   its name, the same in every version; level of a heading: 0 for "I.", 1 for "1."
    find   what was confirmed, directive the task that it tells; both stay when the words are edited
    composed   the words last composed for it, "" for none: it was edited where `text` differs
    """

    version = models.ForeignKey(NoticeVersion, models.CASCADE, related_name="items")
    position = models.PositiveIntegerField()
    mark = models.CharField(max_length=30)
    kind = models.CharField(max_length=10, choices=ItemKind.choices)
    level = models.PositiveSmallIntegerField(default=0)
    text = models.TextField()
    composed = models.TextField(blank=True, default="")
    find = models.ForeignKey("records.Find", models.PROTECT, null=True, related_name="+")
    directive = models.ForeignKey("directives.Directive", models.PROTECT, null=True, related_name="notice_items")

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="notice_item_position_once"),
            models.UniqueConstraint(fields=["version", "mark"], name="notice_item_mark_once"),
        ]

    def __str__(self) -> str:
        return self.text


class NoticeFile(models.Model):
    """A paper of an issued notice as it went out, byte for byte."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="files")
    paper = models.CharField(max_length=4)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()

    class Meta:
        ordering = ["notice", "paper"]
        constraints = [models.UniqueConstraint(fields=["notice", "paper"], name="notice_file_once")]

    def __str__(self) -> str:
        return f"{self.notice_id}.{self.paper}"


HEADING: Sequence[str] = ("body", "upper", "symbol", "place", "authority", "signer", "recipients")
"""What a heading holds beside the number and day, which issuing gives."""
