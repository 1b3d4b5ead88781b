"""Proving that an account is one's own before changing what holds it: an open session is not enough."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest

from coeurdeville.comptes.entree import par_lien, recente
from coeurdeville.web.acces import utilisateur
from coeurdeville.web.compte.formulaire import Formulaire, mot_de_passe

LINK_FIRST = "Demandez d’abord un lien de connexion, ouvrez-le, puis recommencez dans le quart d’heure."


class Preuve(Formulaire):
    """The password of today; of an account that has none, that its owner signed in a moment ago.

    A link opened less than a quarter of an hour ago stands for the password only where `lien_suffit`: to replace it.
    It proves that one reads the messages of the address; moving the account to another address, taking its second
    factor off or deleting it ask for the password all the same. Whoever forgot it replaces it first, and the address
    is told: none of those is done silently from a session left open.
    """

    lien_suffit: ClassVar[bool] = False
    actuel = mot_de_passe("Mot de passe actuel")

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        proved = self.lien_suffit and par_lien(request.session)
        if proved or not utilisateur(request).has_usable_password():
            del self.fields["actuel"]

    @property
    def lien_d_abord(self) -> bool:
        """Whether nothing can be done before a link was received and opened."""
        return "actuel" not in self.fields and not recente(self.request.session)

    def clean_actuel(self) -> str:
        """The password itself. Wrong ones count as those of the sign-in page do."""
        typed = str(self.cleaned_data["actuel"])
        if authenticate(self.request, courriel=utilisateur(self.request).courriel, password=typed) is None:
            raise forms.ValidationError("Ce n’est pas votre mot de passe actuel.")
        return typed

    def clean(self) -> dict[str, Any]:
        """Refused when a link is to be opened first."""
        if self.lien_d_abord:
            raise forms.ValidationError(LINK_FIRST)
        return self.cleaned_data
