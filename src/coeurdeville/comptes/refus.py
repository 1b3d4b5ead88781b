"""What can be refused about accounts, and how it is mended."""

from __future__ import annotations

from coeurdeville.core.problems import Kind

TROP_ENVOIS = Kind(
    "courriels-trop-nombreux",
    "Trop de courriels ont été demandés : le site n’en envoie plus pour l’instant.",
    "Regarder dans les courriels indésirables si le précédent est arrivé, puis recommencer dans une heure.",
)
COURRIEL_NON_PARTI = Kind(
    "courriel-non-parti",
    "Le courriel n’est pas parti : le serveur de messagerie du site ne répond pas.",
    "Recommencer dans quelques minutes ; si cela dure, prévenir la personne qui tient le site.",
)
DEJA_MEMBRE = Kind(
    "deja-membre",
    "{courriel} est déjà membre de cet espace.",
    "Pour lui donner un autre rôle, le changer dans la liste des membres.",
)
DEJA_INVITE = Kind(
    "deja-invite",
    "{courriel} a déjà une invitation en attente.",
    "Renvoyer cette invitation, ou l’annuler avant d’en faire une autre.",
)
DERNIER_DU_BINOME = Kind(
    "dernier-du-binome",
    "{nom} est la dernière personne qui peut tenir l’espace {ville}.",
    "Inviter d’abord un autre référent métier ou correspondant données, et attendre qu’il ait rejoint l’espace.",
)
INVITATION_FERMEE = Kind(
    "invitation-fermee",
    "Cette invitation n’est plus en attente : elle a été acceptée, annulée, ou elle a expiré.",
    "Recharger la page des membres pour voir où elle en est, et inviter de nouveau s’il le faut.",
)
AUTRE_COURRIEL = Kind(
    "invitation-autre-adresse",
    "Cette invitation a été envoyée à une autre adresse que celle de ce compte.",
    "Confirmer par le lien que le site envoie à l’adresse invitée, ou se connecter avec le compte de cette adresse.",
)
COURRIEL_PRIS = Kind(
    "adresse-deja-prise",
    "Un compte existe déjà avec l’adresse {courriel}.",
    "Se connecter avec ce compte, ou donner une autre adresse.",
)
CODE_FAUX = Kind(
    "code-refuse",
    "Ce code n’est pas le bon, ou il a déjà servi.",
    "Attendre que l’application affiche le code suivant et le saisir aussitôt ; vérifier que le téléphone est à "
    "l’heure.",
)
CODE_PATIENTER = Kind(
    "code-patienter",
    "Plusieurs codes faux ont été saisis : le site n’en vérifie plus pour quelques instants.",
    "Attendre une minute, puis saisir le code que l’application affiche alors.",
)
