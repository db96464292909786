"""Where the texts of tasks lie, kept so that each is placed once. Nothing in it is true by itself: it is worked out from the texts."""

from django.db import models


class Text(models.IntegerChoices):
    """A text of a task."""

    WORDING = 0
    WORK = 1


class Position(models.Model):
    """Where a text of a task lies, by `giaoban.directives.repetition.placed`.

    digest   of the text that was placed or is to be (`positions.digest`); "" while nobody has read it
    weights  the stamp of the weights by which it was placed; another than that in use, or "": it waits to be placed
    numbers  as `giaoban.directives.repetition.placed.to_bytes` keeps them
    """

    directive = models.ForeignKey("directives.Directive", models.CASCADE, related_name="positions")
    text = models.PositiveSmallIntegerField(choices=Text.choices)
    digest = models.CharField(max_length=64, blank=True)
    weights = models.CharField(max_length=12, blank=True)
    numbers = models.BinaryField(default=b"")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["directive", "text"], name="position_once")]
        indexes = [
            models.Index(fields=["digest"], name="position_of_text"),
            models.Index(fields=["weights"], name="position_by_weights"),
        ]

    def __str__(self) -> str:
        return f"{self.directive_id} {self.text}"
