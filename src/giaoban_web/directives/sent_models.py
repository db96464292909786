"""Forms that were sent, so that none makes the same thing twice."""

from django.conf import settings
from django.db import models


class SentForm(models.Model):
    """A form that a person sent under a key: what was in it (`digest`), and the number and address of what it made."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    number = models.PositiveBigIntegerField(default=0)
    url = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["by", "key"], name="form_sent_once")]

    def __str__(self) -> str:
        return self.key
