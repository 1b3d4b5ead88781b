"""The workflow that Wagtail makes at its first start has a French name: menus of the desk write it."""

from django.db import migrations

ENGLISH, FRENCH = "Moderators approval", "la relecture"


def rename(apps, before, after):
    for model in ("Workflow", "Task"):
        apps.get_model("wagtailcore", model).objects.filter(name=before).update(name=after)


class Migration(migrations.Migration):
    dependencies = [("editorial", "0002_rubrique")]
    operations = [
        migrations.RunPython(
            lambda apps, _: rename(apps, ENGLISH, FRENCH), lambda apps, _: rename(apps, FRENCH, ENGLISH)
        )
    ]
