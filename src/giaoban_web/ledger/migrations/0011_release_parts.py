"""Releases packed part by part: the text of each stays what it was, byte by byte."""

import gzip

from django.db import migrations, models

PART = 500


def pack(apps, schema_editor):
    releases = apps.get_model("ledger", "Release")
    for key in releases.objects.values_list("pk", flat=True):
        release = releases.objects.get(pk=key)
        parts = [gzip.compress(each) for each in parted(gzip.decompress(bytes(release.data)))]
        release.data, release.parts = b"".join(parts), [len(each) for each in parts]
        release.save(update_fields=["data", "parts"])


def parted(text):
    """The heading with the first rows, and the rows that follow: a row ends where no quotation mark is open."""
    part, held, row = [], -1, b""
    for line in text.splitlines(keepends=True):
        row += line
        if row.count(b'"') % 2 == 0:
            part, held, row = [*part, row], held + 1, b""
        if held == PART:
            yield b"".join(part)
            part, held = [], 0
    if part:
        yield b"".join(part)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0010_grid_parts")]

    operations = [
        migrations.AddField("release", "parts", models.JSONField(default=list), preserve_default=False),
        migrations.RunPython(pack, migrations.RunPython.noop),
    ]
