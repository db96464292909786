"""A task given in a meeting's conclusion (nhiệm vụ được giao), what happened to it, and the evidence of what was done.

Events are only ever added. The columns that a list needs (state, deadline in force …) are what `giaoban.directives.states` makes of the
events, written in the transaction of each event.
"""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from giaoban.directives.states import ENDED, Standing, State
from giaoban.model import Force, Topic
from giaoban.reference.criteria.finding import criterion
from giaoban.reference.criteria.tables import Criterion
from giaoban_web.directives.evidence_models import Evidence, EvidenceFile, EvidenceKind, Look
from giaoban_web.directives.position_models import Position
from giaoban_web.directives.sent_models import SentForm
from giaoban_web.directives.words import STATES

__all__ = [
    "Aim",
    "Direction",
    "Directive",
    "Event",
    "Evidence",
    "EvidenceFile",
    "EvidenceKind",
    "Look",
    "Position",
    "SavedView",
    "SentForm",
]

OPEN = tuple(each.value for each in State if each not in ENDED and each is not State.DRAFT)
COUNTED = (*OPEN, State.ACCEPTED.value)


class Stands(models.IntegerChoices):
    """Where a task is counted as far as the day does not matter; a day parts only those that are OPEN into in time and overdue."""

    UNCOUNTED = 0
    ON_TIME = 1
    LATE = 2
    WAITING = 3
    UNDATED = 4
    OPEN = 5


STANDS = Case(
    When(~Q(state__in=COUNTED), then=Value(Stands.UNCOUNTED.value)),
    When(Q(done_on__isnull=False, deadline_on__lt=F("done_on")), then=Value(Stands.LATE.value)),
    When(done_on__isnull=False, then=Value(Stands.ON_TIME.value)),
    When(deadline_on=None, then=Value(Stands.UNDATED.value)),
    When(Q(state=State.REPORTED.value, reported_on__lte=F("deadline_on")), then=Value(Stands.WAITING.value)),
    default=Value(Stands.OPEN.value),
)
"""As the database works it out from the other columns, for as long as no day in them is still to come: no move has such a day."""


class DirectiveQuerySet(models.QuerySet["Directive"]):
    """Tasks, to be narrowed."""

    def live(self) -> Self:
        """Issued, and neither accepted, withdrawn nor merged."""
        return self.filter(state__in=OPEN)

    def counted(self) -> Self:
        """What a count of tasks counts: everything issued but for what was withdrawn or merged."""
        return self.filter(state__in=COUNTED)

    def overdue(self, on: date) -> Self:
        """Still to be done, or its report not accepted, after the deadline in force."""
        return self.live().filter(deadline_on__lt=on)


class Directive(models.Model):
    """One task, given to exactly one lead.

    place        where it is filed: whoever has a role there sees it
    find         what was read and confirmed, from which it was made; None for one made by hand
    wording      the words as they were said, never changed
    work         what is to be done, as the office sharpened it; empty while the wording says it
    issuer       who asked, as worded; `issuer_body` where that is a known body
    product      what shall lie on the table in the end; authority: who decides
    acceptor     who accepts the evidence, never the lead; None: the office that issues
    deadline     as worded ("trong quý II"); `first_deadline_on` the day it began with, `deadline_on` the one in force
    above        the task of which it is a part, handed down by its lead
    merged_into  the task that took it up
    criterion    the criterion it serves, as worded, where no set of the tables has it
    criterion_set, criterion_number   the criterion of a set that it serves, as `giaoban.reference.criteria` keys it; both empty for none
    repeats      how many earlier ones asked the same when it was issued, as far as who issued it sees them
    stands       worked out by the database itself: where it is counted, but for the day
    version      how often it changed; whoever changes it names the last one seen
    reported_by  who reported last: she does not accept
    """

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="tasks", verbose_name=_("place"))
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, null=True, related_name="tasks", verbose_name=_("meeting"))
    find = models.OneToOneField("records.Find", models.PROTECT, null=True, related_name="directive", verbose_name=_("find"))
    wording = models.TextField(_("words as said"), help_text=_("Word for word, as concluded."))
    work = models.TextField(_("work"), blank=True)
    topic = models.CharField(_("topic"), max_length=20, default=Topic.OTHER.value)
    force = models.CharField(_("force"), max_length=10, default=Force.ORDER.value)
    given_on = models.DateField(_("given on"), null=True)
    issuer = models.CharField(_("issuer"), max_length=300, blank=True)
    issuer_body = models.ForeignKey("bodies.Body", models.PROTECT, null=True, related_name="+", verbose_name=_("issuer"))
    lead = models.ForeignKey("bodies.Body", models.PROTECT, null=True, related_name="leads", verbose_name=_("lead"))
    supporting = models.ManyToManyField("bodies.Body", related_name="supports", verbose_name=_("supporting"))
    watcher = models.ForeignKey("bodies.Body", models.PROTECT, null=True, related_name="watches", verbose_name=_("watcher"))
    acceptor = models.ForeignKey("bodies.Body", models.PROTECT, null=True, related_name="accepts", verbose_name=_("acceptor"))
    product = models.CharField(_("product"), max_length=500, blank=True)
    authority = models.CharField(_("authority"), max_length=300, blank=True)
    deadline = models.CharField(_("deadline as worded"), max_length=200, blank=True)
    first_deadline_on = models.DateField(_("first deadline"), null=True)
    above = models.ForeignKey("self", models.PROTECT, null=True, related_name="below", verbose_name=_("part of"))
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged", verbose_name=_("merged into"))
    shortcomings = models.ManyToManyField("records.Find", related_name="answered_by", verbose_name=_("shortcomings it answers"))
    criterion = models.CharField(_("criterion it serves"), max_length=120, blank=True)
    criterion_set = models.CharField(_("criteria set"), max_length=40, blank=True)
    criterion_number = models.CharField(_("number of the criterion"), max_length=12, blank=True)

    version = models.PositiveIntegerField(default=0, editable=False)
    state = models.CharField(_("state"), max_length=12, choices=[(each.value, STATES[each]) for each in State], default=State.DRAFT.value)
    deadline_on = models.DateField(_("deadline"), null=True)
    asked_until = models.DateField(_("extension asked until"), null=True)
    extended = models.PositiveSmallIntegerField(_("times extended"), default=0)
    issued_on = models.DateField(_("issued"), null=True)
    reported_on = models.DateField(_("reported as done"), null=True)
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    done_on = models.DateField(_("done"), null=True)
    percent = models.PositiveSmallIntegerField(_("percent done"), null=True)
    vague = models.PositiveSmallIntegerField(_("clarities lacking"), default=0)
    repeats = models.PositiveSmallIntegerField(_("asked before"), default=0, editable=False)
    stands = models.GeneratedField(expression=STANDS, output_field=models.PositiveSmallIntegerField(), db_persist=True)
    moved_at = models.DateTimeField(_("since"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("made by"))

    objects = DirectiveQuerySet.as_manager()

    class Meta:
        verbose_name = _("directive")
        ordering = [F("deadline_on").asc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(name="directive_has_wording", condition=~Q(wording="")),
            models.CheckConstraint(
                name="directive_issued_has_lead", condition=Q(state__in=["draft", "withdrawn", "merged"]) | Q(lead__isnull=False)
            ),
            models.CheckConstraint(
                name="directive_lead_does_not_accept", condition=Q(acceptor=None) | Q(lead=None) | ~Q(acceptor=F("lead"))
            ),
            models.CheckConstraint(
                name="directive_criterion_in_a_set",
                condition=Q(criterion_set="", criterion_number="") | (~Q(criterion_set="") & ~Q(criterion_number="")),
            ),
        ]
        indexes = [
            models.Index(fields=["state", "deadline_on"], name="directive_due"),
            models.Index(fields=["lead", "state", "deadline_on"], name="directive_of_lead"),
            models.Index(fields=["place", "stands", "deadline_on", "state"], name="directive_of_place"),
            models.Index(fields=["stands", "deadline_on", "place", "state"], name="directive_stands"),
            models.Index(fields=["given_on", "id"], name="directive_given"),
            models.Index(fields=["place", "given_on", "id"], name="directive_given_at"),
            models.Index(fields=["lead", "given_on", "id"], name="directive_given_to"),
            models.Index(fields=["deadline_on", "id"], name="directive_deadline"),
            models.Index(fields=["criterion_set", "criterion_number"], name="directive_serves", condition=~Q(criterion_set="")),
            models.Index(fields=["criterion"], name="directive_serves_worded", condition=~Q(criterion="")),
            models.Index(fields=["asked_until"], name="directive_asked", condition=Q(asked_until__isnull=False)),
        ]

    def __str__(self) -> str:
        return self.work or self.wording

    def get_absolute_url(self) -> str:
        return reverse("directives:directive", args=[self.pk])

    @property
    def serves(self) -> Criterion | None:
        """The criterion of a set that it serves."""
        return criterion(self.criterion_set, self.criterion_number)

    @property
    def so_far(self) -> int | None:
        """The percentage last told of it; None once it is reported as done, which says more."""
        return None if self.done_on or self.state == State.REPORTED else self.percent

    @property
    def standing(self) -> Standing:
        """What the core knows of where it stands."""
        return Standing(State(self.state), self.deadline_on, self.asked_until, self.extended, self.reported_on, self.done_on)


class Event(models.Model):
    """Something that happened to a directive: a move of `giaoban.directives.states`, or a correction.

    number  1, 2, 3 … for one directive
    who     in which capacity
    on      the day it counts for
    said    what was said with it: text, reason, percent, until, evidence …
    """

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="events")
    number = models.PositiveIntegerField()
    move = models.CharField(_("move"), max_length=20)
    who = models.CharField(_("in the capacity of"), max_length=10)
    on = models.DateField(_("day it counts for"))
    said: Any = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["directive", "number"]
        constraints = [models.UniqueConstraint(fields=["directive", "number"], name="directive_event_once")]

    def __str__(self) -> str:
        return f"{self.number} {self.move}"


class Direction(models.TextChoices):
    """Which way a task should move an indicator."""

    UP = "up", _("up")
    DOWN = "down", _("down")
    REACH = "reach", _("reach a value")


class Aim(models.Model):
    """An indicator that a directive should move: which way or to what value, by when."""

    directive = models.ForeignKey(Directive, models.CASCADE, related_name="aims")
    indicator = models.ForeignKey("ledger.Indicator", models.PROTECT, related_name="+", verbose_name=_("indicator"))
    direction = models.CharField(_("direction"), max_length=5, choices=Direction.choices)
    value = models.CharField(_("value"), max_length=40, blank=True)
    by_on = models.DateField(_("by"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["directive", "indicator"], name="aim_once")]

    def __str__(self) -> str:
        return f"{self.indicator} {self.direction}"


class SavedView(models.Model):
    """A list of the register that a person keeps under a name: the query of its address."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(_("name of the view"), max_length=80)
    query = models.CharField(max_length=1000)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["user", "name"], name="saved_view_once")]

    def __str__(self) -> str:
        return self.name
