"""A lesson also says how sure finds are shown to be, by records kept for that."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("learning", "0002_each_part")]

    operations = [
        migrations.AddField("lesson", "kept", models.PositiveIntegerField(default=0, verbose_name="records kept for confidence")),
        migrations.AddField("lesson", "shown", models.JSONField(default=list)),
    ]
