"""A record, what was read from it, and what people decided about each find.

Records and finds never change; a decision is added, and the last one of a find stands.
"""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Record(models.Model):
    """A document as it came in, read.

    place   where it is filed: whoever has a role on this place sees it
    text    the NFC text of which spans count code points
    words   a digest of the words of the text, however they are spaced: the same for one text in files of other kinds
    blocks  the blocks of `giaoban.model.Document` as plain values (see `records.blocks`)
    unsure  words with digits that were recognised in a picture and may be others: [start, end] of each
    reader  name and version of the reader that read it
    """

    place = models.ForeignKey("places.Place", models.PROTECT, related_name="+", verbose_name=_("filed under"))
    meeting = models.ForeignKey("meetings.Meeting", models.PROTECT, null=True, related_name="records", verbose_name=_("meeting"))
    name = models.CharField(_("file name"), max_length=255)
    media_type = models.CharField(_("media type"), max_length=100)
    encoding = models.CharField(_("encoding"), max_length=30)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField(_("size in bytes"))
    title = models.TextField(_("title"), blank=True)
    published_on = models.DateField(_("published"), null=True)
    text = models.TextField()
    words = models.CharField(max_length=64, blank=True, db_index=True)
    blocks = models.JSONField()
    unsure = models.JSONField(default=list)
    reader = models.CharField(_("read by"), max_length=60)
    put_in_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("put in by"))
    put_in_at = models.DateTimeField(_("put in"), auto_now_add=True)

    class Meta:
        ordering = ["-put_in_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["place", "sha256"], name="record_once_per_place")]

    def __str__(self) -> str:
        return self.title or self.name


class Original(models.Model):
    """The bytes as they came in, apart from the record so that lists do not load them."""

    record = models.OneToOneField(Record, models.CASCADE, primary_key=True, related_name="original")
    data = models.BinaryField()


class Intake(models.Model):
    """A scan that is being read: how far it is, and what came of it. Nothing of the document stands here.

    refusal   code and values of the message where it was refused
    seen_at   its last sign of life: long ago and not ended, the server stopped
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    pages = models.PositiveIntegerField(default=0)
    pages_read = models.PositiveIntegerField(default=0)
    record = models.ForeignKey(Record, models.CASCADE, null=True, related_name="+")
    refusal = models.JSONField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.pages_read}/{self.pages}"


class Kind(models.TextChoices):
    """What a find is."""

    MEETING = "meeting", _("Meeting")
    OBSERVATION = "observation", _("Figure")
    STRENGTH = "strength", _("Strength")
    SHORTCOMING = "shortcoming", _("Shortcoming")
    DIRECTIVE = "directive", _("Directive")


LISTS = {
    Kind.OBSERVATION: "observations",
    Kind.STRENGTH: "findings",
    Kind.SHORTCOMING: "findings",
    Kind.DIRECTIVE: "directives",
}
"""The list of the exchange form in which finds of a kind stand; a meeting stands by itself."""


class Verdict(models.TextChoices):
    """What a person decided about a find."""

    CONFIRMED = "confirmed", _("confirmed")
    CORRECTED = "corrected", _("corrected")
    REJECTED = "rejected", _("rejected")
    REOPENED = "reopened", _("reopened")
    AMENDED = "amended", _("changed with others")


STANDING = (Verdict.CONFIRMED, Verdict.CORRECTED)
WAITING = (Verdict.REOPENED, Verdict.AMENDED)
"""Verdicts after which a find still waits for somebody to confirm it."""


class FindQuerySet(models.QuerySet["Find"]):
    """Finds, to be narrowed."""

    def undecided(self) -> Self:
        return self.filter(Q(standing=None) | Q(standing__verdict__in=WAITING))

    def facts(self) -> Self:
        """What a person has confirmed, as it stands."""
        return self.filter(standing__verdict__in=STANDING)


class Find(models.Model):
    """One find as it was first read (or added by a person: then `added_by` says who and `rule` is "person").

    fields    as in the exchange record, by kind (see `giaoban.exchange.record.fields`)
    standing  the decision that stands; the last one
    """

    record = models.ForeignKey(Record, models.CASCADE, related_name="finds")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    fields = models.JSONField()
    rule = models.CharField(_("read by rule"), max_length=80)
    reader = models.CharField(max_length=60)
    confidence = models.FloatField(_("confidence"))
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    standing = models.ForeignKey("Decision", models.PROTECT, null=True, related_name="+")

    objects = FindQuerySet.as_manager()

    class Meta:
        ordering = ["record", "start", "end", "pk"]
        constraints = [models.CheckConstraint(name="find_has_a_span", condition=Q(start__lt=F("end")))]

    def __str__(self) -> str:
        return f"{self.kind} {self.start}–{self.end}"


class Decision(models.Model):
    """What a person decided about a find, and the find as it stands after that.

    number  1, 2, 3 … for one find: whoever decides names the last number seen, so that two people never overwrite each other
    undo    it took the decision before it back, so the find stands again as before that one
    place   the place of the register that the find is about; follows the record's meeting where the find names none itself
    """

    find = models.ForeignKey(Find, models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField()
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict.choices)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    fields = models.JSONField()
    topic = models.CharField(_("topic"), max_length=20, blank=True)
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, related_name="+", verbose_name=_("place"))
    reason = models.TextField(_("reason"), blank=True)
    undo = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"), auto_now_add=True)

    class Meta:
        ordering = ["find", "number"]
        constraints = [models.UniqueConstraint(fields=["find", "number"], name="decision_number_once")]

    def __str__(self) -> str:
        return f"{self.verdict} {self.number}"
