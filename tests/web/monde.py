"""A town with its space, and somebody for each role."""

from collections.abc import Callable

from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from coeurdeville.comptes.models import Animateur, Membre, Utilisateur
from coeurdeville.comptes.roles import Role
from coeurdeville.espaces.ouverture import ouvrir_espace
from coeurdeville.web.exploitation.pulse import beat

TOWN = "02691"
BACKEND = "django.contrib.auth.backends.ModelBackend"
MEMBERS = {"lecteur": Role.LECTEUR, "referent": Role.REFERENT, "correspondant": Role.CORRESPONDANT}
PERIMETERS = {"animateur": "02", "ailleurs": "35"}
ROLES = (
    "visiteur", "sans_role", *MEMBERS, *PERIMETERS, "coordination_sans", "coordination",
)  # fmt: skip
"""`ailleurs`: animateur of another perimeter. `coordination_sans`: without the second factor in this session."""


def open_world() -> Callable[[str], Client]:
    """The space of the town, and the work behind pages; gives, for a role, a browser of theirs, new each time."""
    beat()
    ouvrir_espace(TOWN, "essai")
    users = {role: Utilisateur.objects.create_user(f"{role}@essai.example") for role in ROLES if role != "visiteur"}
    for role, name in MEMBERS.items():
        Membre.objects.create(utilisateur=users[role], commune=TOWN, role=name)
    for role, perimetre in PERIMETERS.items():
        Animateur.objects.create(utilisateur=users[role], perimetre=perimetre)
    for role in ("coordination_sans", "coordination"):
        Utilisateur.objects.filter(pk=users[role].pk).update(coordination=True)
    device = TOTPDevice.objects.create(user=users["coordination"], confirmed=True, name="téléphone")
    return lambda role: _browser(users.get(role), device if role == "coordination" else None)


def _browser(user: Utilisateur | None, device: TOTPDevice | None) -> Client:
    client = Client(raise_request_exception=True)
    if user:
        client.force_login(user, BACKEND)
    if device:
        session = client.session
        session[DEVICE_ID_SESSION_KEY] = device.persistent_id
        session.save()
    return client
