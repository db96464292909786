"""A lesson is measured part by part; what was measured of clauses before stays."""

from django.db import migrations, models

COUNTED = ("marked", "read_before", "pairs_before", "read_after", "pairs_after")


def keep_what_was_measured(apps, schema_editor):
    for lesson in apps.get_model("learning", "Lesson").objects.all():
        marked = lesson.marked
        before = {"marked": marked, "read": lesson.read_before, "pairs": lesson.pairs_before}
        after = {"marked": marked, "read": lesson.read_after, "pairs": lesson.pairs_after}
        part = {"part": "clauses", "cases": 0, "before": before, "after": after, "chance": None, "enough": True}
        lesson.parts = [part | {"taken": lesson.taken_at is not None}]
        lesson.save(update_fields=["parts"])


class Migration(migrations.Migration):
    dependencies = [("learning", "0001_initial")]

    operations = [
        migrations.AddField("lesson", "base", models.CharField(blank=True, default="", max_length=12), preserve_default=False),
        migrations.AddField("lesson", "finds", models.PositiveIntegerField(default=0, verbose_name="decided finds learned from")),
        migrations.AddField("lesson", "parts", models.JSONField(default=list)),
        migrations.RunPython(keep_what_was_measured, migrations.RunPython.noop),
        *(migrations.RemoveField("lesson", name) for name in COUNTED),
    ]
