import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directives", "0009_criterion_worded")]
    operations = [
        migrations.CreateModel(
            name="Position",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.PositiveSmallIntegerField(choices=[(0, "Wording"), (1, "Work")])),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("weights", models.CharField(blank=True, max_length=12)),
                ("numbers", models.BinaryField(default=b"")),
                (
                    "directive",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="positions", to="directives.directive"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["digest"], name="position_of_text"),
                    models.Index(fields=["weights"], name="position_by_weights"),
                ],
                "constraints": [models.UniqueConstraint(fields=("directive", "text"), name="position_once")],
            },
        ),
    ]
