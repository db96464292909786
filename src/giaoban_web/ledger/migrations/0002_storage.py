from django.db import migrations

from giaoban_web.history import triggers
from giaoban_web.ledger import storage


def lay_out(apps, schema_editor):
    storage.cluster(schema_editor.connection)
    triggers.install(schema_editor.connection, triggers.LEDGER)


def leave(apps, schema_editor):
    triggers.remove(schema_editor.connection, triggers.LEDGER)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [migrations.RunPython(lay_out, leave)]
