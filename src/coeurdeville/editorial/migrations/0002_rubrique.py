"""The list of dossiers takes the place of Wagtail's welcome page as the root of the site."""

from django.db import migrations

TITLE = "Dossiers et entretiens"
CHAPEAU = "Ce que les expériences apprennent, thème par thème, et ce qu’en disent celles et ceux qui les ont menées."


def create(apps, schema_editor):
    Rubrique = apps.get_model("editorial", "Rubrique")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    Locale = apps.get_model("wagtailcore", "Locale")
    ContentType = apps.get_model("contenttypes", "ContentType")
    kind, _ = ContentType.objects.get_or_create(app_label="editorial", model="rubrique")
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    rubrique = Rubrique.objects.create(
        title=TITLE,
        draft_title=TITLE,
        slug="dossiers",
        chapeau=CHAPEAU,
        content_type=kind,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/dossiers/",
        locale_id=Locale.objects.first().pk,
        live=True,
    )
    root.numchild = 1
    root.save(update_fields=["numchild"])
    Site.objects.create(hostname="localhost", site_name="coeurdeville", root_page_id=rubrique.pk, is_default_site=True)


def remove(apps, schema_editor):
    apps.get_model("wagtailcore", "Site").objects.all().delete()
    apps.get_model("editorial", "Rubrique").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("editorial", "0001_initial"), ("wagtailcore", "0098_apitoken")]
    operations = [migrations.RunPython(create, remove)]
