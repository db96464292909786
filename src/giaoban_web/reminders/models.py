"""What was told to whom, by which letter, and what a person or body settles about it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from giaoban_web.ui.below import bare, below


class Message(models.Model):
    """Something that one person was told: kept as a code and its values, put into words when she reads it, in her language.

    key        what it was told for; nobody is told twice under one key
    directive  the task that it is about; `url` the page of anything else, as it is stored (`ui.below`)
    values     plain values of `code` (`giaoban.messages`), days as 2020-06-30
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="told", verbose_name=_("person"))
    key = models.CharField(max_length=120)
    directive = models.ForeignKey("directives.Directive", models.CASCADE, null=True, related_name="+", verbose_name=_("task"))
    url = models.CharField(max_length=300, blank=True)
    code = models.CharField(max_length=60)
    values: Any = models.JSONField(default=dict)
    made_at = models.DateTimeField(_("told"))
    read_at = models.DateTimeField(_("read"), null=True)

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-made_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["key", "user"], name="message_once")]
        indexes = [
            models.Index(fields=["user", "-made_at"], name="message_of_user"),
            models.Index(fields=["user"], name="message_unread", condition=Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.key}"

    @property
    def way(self) -> str:
        """The page as it is reached now; also of a message that was kept with the path of its day."""
        return below(bare(self.url))


class Round(models.Model):
    """A day on which reminders go out; whoever writes or sends for it holds this row.

    claimed_at   when a server last set out to do it by itself
    finished_at  when everything due had been written
    """

    day = models.DateField(_("day"), unique=True)
    claimed_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("round of reminders")
        ordering = ["day"]

    def __str__(self) -> str:
        return self.day.isoformat()


class LetterState(models.TextChoices):
    """What became of a letter."""

    PLANNED = "planned", _("to be sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("not sent")


class Letter(models.Model):
    """The digest of a day on its way to one person by e-mail.

    message_id  the same however often it is tried, so that a mail server or program drops the second copy
    keys        of the messages that it tells of
    tried_at    when a process last set out to send it
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="letters", verbose_name=_("person"))
    round = models.ForeignKey(Round, models.CASCADE, related_name="letters")
    message_id = models.CharField(max_length=200, unique=True)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    keys: Any = models.JSONField(default=list)
    state = models.CharField(_("state"), max_length=8, choices=LetterState.choices, default=LetterState.PLANNED)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("letter")
        ordering = ["pk"]
        indexes = [models.Index(fields=["tried_at"], name="letter_waiting", condition=~Q(state="sent"))]

    def __str__(self) -> str:
        return self.message_id


class Preference(models.Model):
    """What a person wants; who has settled nothing gets the letter of the day."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    by_mail = models.BooleanField(_("letter of the day by e-mail"), default=True)

    class Meta:
        verbose_name = _("preference")

    def __str__(self) -> str:
        return f"{self.user_id} {self.by_mail}"


class Ladder(models.Model):
    """On which days around a deadline a lead of its own is reminded (-7 a week before, 7 a week after); none: on those of everybody."""

    body = models.OneToOneField("bodies.Body", models.CASCADE, related_name="+", verbose_name=_("body"))
    days: Any = models.JSONField(_("days"), default=list)

    class Meta:
        verbose_name = _("days of reminding")

    def __str__(self) -> str:
        return f"{self.body}: {self.days}"


class Feed(models.Model):
    """A calendar under a secret address, of which only a digest is kept.

    body        only the tasks of this one, while its maker acts for it; None: of all she acts for
    etag        of what it last gave out; `changed_at` since when that has been so
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="feeds", verbose_name=_("person"))
    body = models.ForeignKey("bodies.Body", models.PROTECT, null=True, related_name="+", verbose_name=_("body"))
    name = models.CharField(_("what the calendar is for"), max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    used_at = models.DateTimeField(_("last used"), null=True)
    etag = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("calendar feed")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name
