from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("arrivals", "0001_initial")]

    operations = [
        migrations.RemoveField("sweep", "left_unseen"),
        migrations.AddField("sweep", "of", models.JSONField(default=list), preserve_default=False),
    ]
