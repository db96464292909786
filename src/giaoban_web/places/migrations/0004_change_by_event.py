import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("places", "0003_group_changes")]

    operations = [
        migrations.RemoveConstraint(
            model_name="change",
            name="place_change_once",
        ),
        migrations.AlterModelOptions(
            name="change",
            options={"ordering": ["event__on", "before", "after"], "verbose_name": "change of a place"},
        ),
        migrations.RemoveField(
            model_name="change",
            name="act",
        ),
        migrations.RemoveField(
            model_name="change",
            name="kind",
        ),
        migrations.RemoveField(
            model_name="change",
            name="on",
        ),
        migrations.AlterField(
            model_name="change",
            name="event",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="changes", to="places.event", verbose_name="change of places"
            ),
        ),
        migrations.AddConstraint(
            model_name="change",
            constraint=models.UniqueConstraint(fields=("event", "before", "after"), name="place_change_once"),
        ),
    ]
