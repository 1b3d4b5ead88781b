"""What every object of the programme that has states answers to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from coeurdeville.programme.etats.noms import choix, etat, initial

if TYPE_CHECKING:
    from coeurdeville.comptes.models import Utilisateur
    from coeurdeville.programme.etats.passage import Etat
    from coeurdeville.programme.models import Appel


class Objet(models.Model):
    """An object that goes from state to state, only by `franchir`.

    What rights and letters ask of it: the `commune` it is about, the `appel` it belongs to, its `titulaire`.
    """

    objects: ClassVar[models.Manager[Any]]
    etat: models.CharField[str, str]

    if TYPE_CHECKING:

        @property
        def appel(self) -> Appel:
            """The call that it belongs to; what belongs to none has no such attribute."""

    class Meta:
        abstract = True

    @property
    def sorte(self) -> str:
        """Its name in the table."""
        return str(self._meta.model_name)

    @property
    def en_etat(self) -> Etat:
        """Its state, with the words that people read."""
        return etat(self.sorte, self.etat)

    @property
    def titulaire(self) -> Utilisateur | None:
        """Whoever it is entrusted to; None for what belongs to a town or to the coordination."""
        return None

    @property
    def commune_concernee(self) -> str:
        """Insee code of the town that it is about; empty when it is about none."""
        return str(getattr(self, "commune", ""))


def champ_etat(objet: str) -> models.CharField[str, str]:
    """The field that keeps the state of an object."""
    return models.CharField("état", max_length=20, choices=choix(objet), default=initial(objet), db_index=True)
