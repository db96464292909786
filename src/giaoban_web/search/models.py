"""What can be found: one entry per record, fact, meeting or place."""

from django.db import models

LONGEST_WORD = 60


class Entry(models.Model):
    """One thing that can be found, as shown and as searched.

    place       whoever may see this place may find the entry; empty for what everyone signed in may see
    title_words folded words of the title, each with a space on both sides; so a phrase is found as a string
    words       the same of title and body; the index of the database (FTS5 or tsvector with GIN) stands on this column
    accented    as `words`, with accents: who types accents finds exact spellings first
    """

    subject_type = models.CharField(max_length=60)
    subject_id = models.PositiveBigIntegerField()
    place = models.ForeignKey("places.Place", models.CASCADE, null=True, related_name="+")
    title = models.TextField()
    body = models.TextField(blank=True)
    title_words = models.TextField()
    words = models.TextField()
    accented = models.TextField()
    url = models.CharField(max_length=300)
    on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject_type", "subject_id"], name="search_entry_once")]

    def __str__(self) -> str:
        return self.title
