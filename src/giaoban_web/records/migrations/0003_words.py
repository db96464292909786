from hashlib import sha256
from typing import Any

from django.db import migrations, models


def digests(apps: Any, _editor: Any) -> None:
    """Of every record, as `records.actions._words_of` makes them."""
    record = apps.get_model("records", "Record")
    for each in record.objects.only("pk", "text").iterator(50):
        digest = sha256(" ".join(each.text.split()).encode()).hexdigest()
        record.objects.filter(pk=each.pk).update(words=digest)


class Migration(migrations.Migration):
    dependencies = [("records", "0002_signs_of_life")]

    operations = [
        migrations.AddField(
            "record", "words", models.CharField(blank=True, db_index=True, default="", max_length=64), preserve_default=False
        ),
        migrations.RunPython(digests, migrations.RunPython.noop),
    ]
