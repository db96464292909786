from django.db import migrations

from giaoban_web.ledger import relations


def look_by_statement(apps, schema_editor):
    relations.look_by_statement(schema_editor.connection)


def look_by_row(apps, schema_editor):
    relations.look_by_row(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0008_releases"), ("places", "0001_initial")]

    operations = [migrations.RunPython(look_by_statement, look_by_row)]
