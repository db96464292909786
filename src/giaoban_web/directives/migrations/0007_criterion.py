from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("directives", "0006_asked_index")]

    operations = [
        migrations.AddField("directive", "criterion_set", models.CharField(blank=True, max_length=40, verbose_name="criteria set")),
        migrations.AddField(
            "directive", "criterion_number", models.CharField(blank=True, max_length=12, verbose_name="number of the criterion")
        ),
        migrations.AddIndex(
            "directive",
            models.Index(fields=["criterion_set", "criterion_number"], name="directive_serves", condition=~Q(criterion_set="")),
        ),
        migrations.AddConstraint(
            "directive",
            models.CheckConstraint(
                name="directive_criterion_in_a_set",
                condition=Q(criterion_set="", criterion_number="") | (~Q(criterion_set="") & ~Q(criterion_number="")),
            ),
        ),
    ]
