"""Tasks without a deadline last in both directions: downwards, PostgreSQL needs an index of its own for it; SQLite reads one in two parts."""

from typing import Any

from django.db import migrations
from django.db.models import F

INDEX = "CREATE INDEX IF NOT EXISTS directive_deadline_down ON directives_directive (deadline_on DESC NULLS LAST, id DESC)"


def index(_apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(INDEX)


def without(_apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP INDEX IF EXISTS directive_deadline_down")


class Migration(migrations.Migration):
    dependencies = [("directives", "0011_positions_wait")]
    operations = [
        migrations.AlterModelOptions(
            name="directive",
            options={"ordering": [F("deadline_on").asc(nulls_last=True), "pk"], "verbose_name": "directive"},
        ),
        migrations.RunPython(index, without),
    ]
