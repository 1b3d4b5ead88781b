"""The editors' desk: the coordination writes, illustrates and publishes through its own forms."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from programme.cas_usage.fiches import card
from pytest_django import Settings
from wagtail.images.models import Image as Picture
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from web.monde import open_world

from coeurdeville.comptes.models import Utilisateur
from coeurdeville.editorial.models import Dossier, Entretien, FicheCas, Rubrique

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # Wagtail leaves its own file open
]
SECRET = b"position de l'appareil"


@pytest.fixture
def desk(settings: Settings, tmp_path: Path) -> Client:
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    client = open_world()("coordination")
    Utilisateur.objects.filter(courriel="coordination@essai.example").update(is_superuser=True, is_staff=True)
    return client


def photo(kind: str = "JPEG") -> bytes:
    """A picture that says where it was taken, with something after its end."""
    made, notes = BytesIO(), Image.Exif()
    notes[0x010E] = SECRET.decode()
    Image.new("RGB", (640, 480), "seagreen").save(made, kind, exif=notes)
    return made.getvalue() + b"<script>alert(1)</script>"


def send(desk: Client, content: bytes, name: str = "place.jpg") -> str:
    file = SimpleUploadedFile(name, content, "image/jpeg")
    answer = desk.post("/redaction/images/add/", {"title": "La place", "file": file, "collection": 1}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def write(
    desk: Client, kind: str, body: list[tuple[str, object]], action: str = "action-publish", **fields: object
) -> str:
    parent = Rubrique.objects.get().pk
    corps = streamfield(body)
    comments = inline_formset([])
    form = {"title": "Planter utile", "slug": "planter", "chapeau": "Où un arbre sert.", "theme": "climat", action: "1"}
    data = nested_form_data({**form, "corps": corps, "comments": comments, **fields})
    answer = desk.post(f"/redaction/pages/add/editorial/{kind}/{parent}/", data, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    "page", ["", "pages/", "images/", "images/add/", "redirects/", "sites/", "reports/site-history/", "account/"]
)
def test_each_page_of_the_desk_opens(desk: Client, page: str) -> None:
    answer = desk.get(f"/redaction/{page}", follow=True)
    assert answer.status_code == 200
    assert "/redaction/documents/" not in answer.content.decode()


@pytest.mark.parametrize("page", ["documents/", "documents/multiple/add/", "users/", "users/edit/1/", "groups/new/"])
def test_what_the_site_does_without_is_not_there(desk: Client, page: str) -> None:
    assert desk.get(f"/redaction/{page}").status_code == 404
    assert desk.post(f"/redaction/{page}").status_code == 404


def test_desk_changes_neither_address_nor_password(desk: Client) -> None:
    text = desk.get("/redaction/account/").content.decode()
    assert 'type="password"' not in text
    assert "coordination@essai.example" not in re.findall(r'<input[^>]*value="([^"]*)"', text)


def test_dossier_is_written_illustrated_and_published(desk: Client, client: Client) -> None:
    send(desk, photo())
    picture = Picture.objects.get()
    write(desk, "dossier", [
        ("texte", rich_text("<h2>Choisir</h2><p>L’ombre d’abord.</p>", features=["h2"])),
        ("illustration", {
            "image": {"image": picture.pk, "decorative": "", "alt_text": "Une place plantée"},
            "legende": "La place", "credit": "Essai, licence ouverte",
        }),
        ("citation", {"propos": "Compter d’abord.", "auteur": "Camille Essai"}),
    ], services="patrimoine-arbore")  # fmt: skip
    assert Dossier.objects.get().live
    text = client.get("/dossiers/planter/").content.decode()
    assert "L’ombre d’abord." in text
    assert 'alt="Une place plantée"' in text
    assert "Essai, licence ouverte" in text


def test_picture_is_served_written_again(desk: Client, client: Client) -> None:
    test_dossier_is_written_illustrated_and_published(desk, client)
    source = re.search(r'src="(/medias/images/[^"]+)"', client.get("/dossiers/planter/").content.decode())
    assert source is not None
    answer = client.get(source[1])
    served = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert Image.open(BytesIO(served)).size == (640, 480)
    assert SECRET not in served
    assert b"<script>" not in served


@pytest.mark.parametrize(("name", "content"), [
    ("place.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    ("place.jpg", b"<script>alert(1)</script>"),
    ("place.png", photo()),
])  # fmt: skip
def test_what_is_not_the_picture_it_says_is_refused(desk: Client, name: str, content: bytes) -> None:
    send(desk, content, name)
    assert not Picture.objects.exists()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.98])
def test_picture_that_is_cut_is_an_error_of_the_form(desk: Client, share: float) -> None:
    made = BytesIO()
    Image.effect_noise((640, 480), 80).save(made, "JPEG")
    text = send(desk, made.getvalue()[: int(share * len(made.getvalue()))])
    assert "Cette image est coupée ou abîmée" in text
    assert not Picture.objects.exists()


def test_menus_of_the_desk_are_in_french(desk: Client) -> None:
    page = Rubrique.objects.get().pk
    assert "Soumettre à la relecture" in desk.get(f"/redaction/pages/{page}/edit/").content.decode()
    for path in (f"pages/{page}/edit/", f"pages/{page}/privacy/", "collections/1/privacy/"):
        text = desk.get(f"/redaction/{path}").content.decode()
        assert re.findall(r"Moderators approval|>\s*(?:Shared p|P)assword", text) == [], path
        assert "id_password" not in text


@pytest.mark.parametrize("path", ["/redaction/", "/redaction/pages/"])
def test_policy_of_the_desk_says_none_or_from_where_never_both(desk: Client, path: str) -> None:
    said = desk.get(path, follow=True)["Content-Security-Policy"]
    sources = {name: rest for name, *rest in (one.split() for one in said.split(";"))}
    assert [name for name, rest in sources.items() if "'none'" in rest and len(rest) > 1] == []
    assert (sources["frame-src"], sources["frame-ancestors"], sources["object-src"]) == (
        ["'self'"],
        ["'self'"],
        ["'none'"],
    )


def test_interview_is_kept_as_a_draft_until_the_person_agrees(desk: Client, client: Client) -> None:
    asked = {"question": "Par où commencer ?", "reponse": rich_text("<p>Par les rues.</p>", features=[])}
    who = {"personne": "Camille Essai", "fonction": "jardinière"}
    text = write(desk, "entretien", [("echange", asked)], **who)
    assert "a relu et accepte la publication" in text
    page = Entretien.objects.get()
    assert not page.live
    data = nested_form_data({
        "title": "Planter utile", "slug": "planter", "chapeau": "Où un arbre sert.", "theme": "", **who,
        "accord": "on", "corps": streamfield([("echange", asked)]), "comments": inline_formset([]),
        "action-publish": "1",
    })  # fmt: skip
    assert desk.post(f"/redaction/pages/{page.pk}/edit/", data).status_code == 302
    assert "Par les rues." in client.get("/dossiers/planter/").content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_there_is_one_sign_in(client: Client, method: str) -> None:
    answer = getattr(client, method)("/dossiers/_util/login/?next=/dossiers/", {} if method == "get" else None)
    assert answer.status_code in {301, 302}
    assert answer.headers["Location"].startswith("/compte/connexion/")


def test_form_of_a_card_names_towns_and_offers_no_preview(desk: Client) -> None:
    cases = [card(), card("00002", "Valmorin")]
    page = desk.get(f"/redaction/pages/add/editorial/fichecas/{Rubrique.objects.get().pk}/").content.decode()
    options = re.findall(r'<option value="\d+"[^>]*>([^<]+)</option>', page)
    assert [f"{one.titre}, {one.experimentation.nom}" in options for one in cases] == [True, True]
    made = FicheCas(title="Texte", slug="texte", cas=cases[0])
    Rubrique.objects.get().add_child(instance=made)
    assert "action-preview" not in page
    assert desk.get(f"/redaction/pages/{made.pk}/view_draft/").status_code < 500
