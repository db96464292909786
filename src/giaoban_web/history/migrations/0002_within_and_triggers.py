from django.db import migrations, models

from giaoban_web.history import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection)


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("history", "0001_initial")]

    operations = [
        migrations.AddField("entry", "within", models.CharField(db_index=True, default="", max_length=80)),
        migrations.AlterModelOptions("entry", {"ordering": ["number"], "verbose_name": "log entry", "verbose_name_plural": "log entries"}),
        migrations.RunPython(install, remove),
    ]
