"""What stands before a view."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.db import SessionStore
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from coeurdeville.comptes.droits import ANIMER, MODIFIER_ESPACE
from coeurdeville.comptes.models import Animateur, Membre, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.models import Espace
from coeurdeville.web.acces import connecte, exige, sur

TOWN = "02691"

pytestmark = pytest.mark.django_db


@exige(MODIFIER_ESPACE)
def change(request: HttpRequest, commune: str) -> HttpResponse:
    return HttpResponse(commune)


@exige(ANIMER)
def look_after(request: HttpRequest) -> HttpResponse:
    return HttpResponse("vue")


@connecte
def own(request: HttpRequest) -> HttpResponse:
    return HttpResponse("compte")


def asked(user: Utilisateur | AnonymousUser, path: str = "/espace/02691/?a=1") -> HttpRequest:
    request = RequestFactory().get(path)
    request.user = user  # type: ignore[assignment]
    request.session = SessionStore()
    return request


@pytest.fixture
def rene() -> Utilisateur:
    user = Utilisateur.objects.create_user("rene@ville.fr")
    Membre.objects.create(utilisateur=user, commune=TOWN, role=Role.REFERENT)
    return user


def test_visitor_signs_in_first_and_comes_back() -> None:
    for view in (lambda request: change(request, commune=TOWN), look_after, own):
        assert view(asked(AnonymousUser())).headers["Location"] == "/compte/connexion/?next=/espace/02691/%3Fa%3D1"


def test_right_in_the_town_of_the_address(rene: Utilisateur) -> None:
    Espace.objects.create(commune=TOWN, nom="Saint-Quentin")
    Espace.objects.create(commune="35236", nom="Redon")
    assert change(asked(rene), commune=TOWN).status_code == 200
    with pytest.raises(PermissionDenied):
        change(asked(rene), commune="35236")


def test_what_is_given_is_kept_by_no_cache(rene: Utilisateur) -> None:
    Espace.objects.create(commune=TOWN, nom="Saint-Quentin")
    found = sur(lambda commune: commune, lambda user, commune: True)(lambda request, commune: HttpResponse(commune))
    for answer in (change(asked(rene), commune=TOWN), own(asked(rene)), found(asked(rene), commune=TOWN)):
        assert "no-store" in answer.headers["Cache-Control"]
        assert "private" in answer.headers["Cache-Control"]


def test_town_without_space_is_nowhere(rene: Utilisateur) -> None:
    with pytest.raises(Http404):
        change(asked(rene), commune=TOWN)


def test_right_that_is_about_no_town() -> None:
    user = Utilisateur.objects.create_user("a@aisne.fr")
    with pytest.raises(PermissionDenied):
        look_after(asked(user))
    Animateur.objects.create(utilisateur=user, perimetre="02")
    assert look_after(asked(Utilisateur.objects.get())).status_code == 200


def test_coordination_gives_the_second_factor_first() -> None:
    user = Utilisateur.objects.create_user("c@coordination.fr", coordination=True)
    for view in (look_after, own):
        assert view(asked(user)).headers["Location"] == "/compte/second-facteur/?next=/espace/02691/%3Fa%3D1"
    user.is_verified = lambda: True  # type: ignore[attr-defined]
    assert look_after(asked(user)).status_code == 200
    assert own(asked(user)).status_code == 200
