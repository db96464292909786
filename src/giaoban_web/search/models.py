"""What can be found: one entry per record, fact, meeting or place, its words folded (no accents, lower case)."""

from django.db import models


class Entry(models.Model):
    """`title` and `body` are folded; the index of the database (FTS5 or tsvector) stands on them.

    place  whoever may see this place may find the entry; empty for what everyone signed in may see
    """

    subject_type = models.CharField(max_length=30)
    subject_id = models.PositiveBigIntegerField()
    place = models.ForeignKey("places.Place", models.CASCADE, null=True, related_name="+")
    title = models.TextField()
    body = models.TextField(blank=True)
    shown = models.TextField()
    url = models.CharField(max_length=300)
    on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject_type", "subject_id"], name="search_entry_once")]

    def __str__(self) -> str:
        return self.shown
