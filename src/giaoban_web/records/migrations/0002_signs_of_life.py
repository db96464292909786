import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.RenameField("intake", "began_at", "seen_at"),
        migrations.AddField(
            "intake", "made_at", models.DateTimeField(auto_now_add=True, default=django.utils.timezone.now), preserve_default=False
        ),
    ]
