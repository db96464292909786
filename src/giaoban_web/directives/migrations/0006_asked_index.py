from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directives", "0005_repeats")]

    operations = [
        migrations.AddIndex(
            model_name="directive",
            index=models.Index(condition=models.Q(("asked_until__isnull", False)), fields=["asked_until"], name="directive_asked"),
        ),
    ]
