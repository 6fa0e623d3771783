from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0013_kept_in"),
    ]

    operations = [
        migrations.RenameModel(old_name="PinOpened", new_name="Vouched"),
        migrations.AddField(
            model_name="vouched",
            name="way",
            field=models.CharField(default="pin", max_length=8),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="officeaccount",
            name="opens",
            field=models.JSONField(default=list),
        ),
    ]
