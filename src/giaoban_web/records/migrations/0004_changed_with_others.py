from django.db import migrations, models

VERDICTS = [
    ("confirmed", "confirmed"),
    ("corrected", "corrected"),
    ("rejected", "rejected"),
    ("reopened", "reopened"),
    ("amended", "changed with others"),
]


class Migration(migrations.Migration):
    dependencies = [("records", "0003_words")]

    operations = [
        migrations.AlterField("decision", "verdict", models.CharField(choices=VERDICTS, max_length=10, verbose_name="verdict")),
    ]
