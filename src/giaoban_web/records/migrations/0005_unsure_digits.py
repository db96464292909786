from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0004_changed_with_others")]

    operations = [migrations.AddField("record", "unsure", models.JSONField(default=list))]
