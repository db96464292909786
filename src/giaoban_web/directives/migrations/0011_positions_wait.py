from django.db import migrations

AT_ONCE = 2_000


def wait(apps, _editor):
    """The texts of every task wait to be placed: its wording (0), if it is no part, and its work (1). What waits or is placed stays."""
    directives, position = apps.get_model("directives", "Directive").objects, apps.get_model("directives", "Position")
    for text, found in ((0, directives.filter(above=None)), (1, directives.exclude(work=""))):
        keys = list(found.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(keys), AT_ONCE):
            rows = [position(directive_id=key, text=text) for key in keys[start : start + AT_ONCE]]
            position.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("directives", "0010_position")]
    operations = [migrations.RunPython(wait, migrations.RunPython.noop)]
