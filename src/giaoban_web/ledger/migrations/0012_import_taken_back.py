from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0011_release_parts")]

    operations = [
        migrations.AlterField(
            model_name="upload",
            name="state",
            field=models.CharField(
                choices=[
                    ("laying_out", "its columns are to be understood"),
                    ("working", "being looked at"),
                    ("looked_at", "looked at, not entered"),
                    ("entered", "in the ledger"),
                    ("taken_back", "taken back"),
                    ("refused", "refused"),
                ],
                max_length=10,
                verbose_name="state",
            ),
        )
    ]
