from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("directives", "0008_sent_form")]

    operations = [
        migrations.AddIndex("directive", models.Index(fields=["criterion"], name="directive_serves_worded", condition=~Q(criterion=""))),
    ]
