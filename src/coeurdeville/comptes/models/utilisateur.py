"""Users."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.crypto import salted_hmac
from rules.permissions import has_perm as holds
from rules.permissions import perm_exists

from coeurdeville.comptes.roles import Role


class Utilisateurs(BaseUserManager["Utilisateur"]):
    """Makes users, whose name on the site is their e-mail address, in lower case."""

    def create_user(self, courriel: str, password: str | None = None, **fields: Any) -> Utilisateur:
        """A user; without a password only the one-time link or ProConnect let them in."""
        user = self.model(courriel=normal(courriel), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, courriel: str, password: str | None = None, **fields: Any) -> Utilisateur:
        """A member of the coordination, who also writes the pages of the site."""
        rights = {"is_staff": True, "is_superuser": True, "coordination": True}
        return self.create_user(courriel, password, **{**rights, **fields})

    def get_by_natural_key(self, username: str | None) -> Utilisateur:
        """Whoever signs in under an address, whatever its case."""
        return self.get(courriel=normal(username or ""))

    def de_courriel(self, courriel: str) -> Utilisateur | None:
        """The active account of an address; None when there is none."""
        return self.filter(courriel=normal(courriel), is_active=True).first()


class Utilisateur(AbstractBaseUser, PermissionsMixin):
    """Somebody who has an account."""

    courriel = models.EmailField("adresse électronique", unique=True)
    nom = models.CharField("nom et prénom", max_length=150, blank=True)
    coordination = models.BooleanField("membre de la coordination", default=False)
    is_staff = models.BooleanField("rédaction", default=False)
    is_active = models.BooleanField("compte actif", default=True)
    inscrit_le = models.DateTimeField("inscrit le", auto_now_add=True)
    proconnect = models.CharField("identifiant ProConnect", max_length=255, unique=True, null=True)
    """The `sub` of ProConnect, once the account signed in by it."""
    siret = models.CharField("SIRET de l’organisation", max_length=14, blank=True)
    """As ProConnect gave it last."""
    generation = models.PositiveIntegerField(default=0)
    """Counts the times all sessions were closed: one of a former generation is no longer valid."""

    objects: ClassVar[Utilisateurs] = Utilisateurs()

    USERNAME_FIELD = EMAIL_FIELD = "courriel"

    class Meta:
        verbose_name = "utilisateur"

    def __str__(self) -> str:
        return self.nom or self.courriel

    def get_full_name(self) -> str:
        """What other members read."""
        return str(self)

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Whether a right is held. Those of `droits` come from their predicates alone: a superuser has no other."""
        if perm_exists(perm):
            return self.is_active and holds(perm, self, obj)
        return super().has_perm(perm, obj)  # type: ignore[arg-type]

    @cached_property
    def roles(self) -> dict[str, Role]:
        """Role by commune, read once a request."""
        return {commune: Role(role) for commune, role in self.membres.values_list("commune", "role")}

    @cached_property
    def textes_perimetres(self) -> tuple[str, ...]:
        """Perimeters that the user looks after, read once a request."""
        return tuple(self.perimetres.order_by("perimetre").values_list("perimetre", flat=True))

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must hold to be valid: it changes with the password, and when all sessions are closed."""
        value = f"{self.password}:{self.generation}"
        return salted_hmac("coeurdeville.comptes.session", value, secret=secret, algorithm="sha256").hexdigest()


def normal(courriel: str) -> str:
    """An address as it is kept and compared."""
    return courriel.strip().lower()
