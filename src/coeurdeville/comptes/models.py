"""Users, the towns of which they are members, the perimeters that they look after."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models

from coeurdeville.comptes.roles import Role


class Utilisateurs(BaseUserManager["Utilisateur"]):
    """Makes users, whose name on the site is their e-mail address, in lower case."""

    def create_user(self, courriel: str, password: str | None = None, **fields: Any) -> Utilisateur:
        """A user; without a password only the one-time link or ProConnect let them in."""
        user = self.model(courriel=courriel.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, courriel: str, password: str | None = None, **fields: Any) -> Utilisateur:
        """A member of the coordination who may do everything."""
        rights = {"is_staff": True, "is_superuser": True, "coordination": True}
        return self.create_user(courriel, password, **{**rights, **fields})


class Utilisateur(AbstractBaseUser, PermissionsMixin):
    """Somebody who has an account."""

    courriel = models.EmailField("adresse électronique", unique=True)
    nom = models.CharField("nom et prénom", max_length=150, blank=True)
    coordination = models.BooleanField("membre de la coordination", default=False)
    is_staff = models.BooleanField("rédaction", default=False)
    is_active = models.BooleanField("compte actif", default=True)
    inscrit_le = models.DateTimeField("inscrit le", auto_now_add=True)

    objects: ClassVar[Utilisateurs] = Utilisateurs()

    USERNAME_FIELD = EMAIL_FIELD = "courriel"

    class Meta:
        verbose_name = "utilisateur"

    def __str__(self) -> str:
        return self.nom or self.courriel

    def get_full_name(self) -> str:
        """What other members read."""
        return str(self)


class Membre(models.Model):
    """A user's role in the space of a town."""

    utilisateur = models.ForeignKey(Utilisateur, models.CASCADE, related_name="membres")
    commune = models.CharField("code Insee", max_length=5, db_index=True)
    role = models.CharField("rôle", max_length=30, choices=Role.choices)
    depuis = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("utilisateur", "commune"), name="un_role_par_commune"),)

    def __str__(self) -> str:
        return f"{self.utilisateur}, {self.get_role_display()} ({self.commune})"


class Animateur(models.Model):
    """A user who looks after the towns of a perimeter, as `territories.perimeter` reads it: `02`, `R32`, a SIREN."""

    utilisateur = models.ForeignKey(Utilisateur, models.CASCADE, related_name="perimetres")
    perimetre = models.CharField("périmètre", max_length=200)
    depuis = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("utilisateur", "perimetre"), name="un_perimetre_une_fois"),)

    def __str__(self) -> str:
        return f"{self.utilisateur}, animateur ({self.perimetre})"
