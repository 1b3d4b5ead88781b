"""A call as one ZIP file: its tables, then a folder for each town."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from coeurdeville.core.french import slug
from coeurdeville.programme.candidatures.archives.actes import actes
from coeurdeville.programme.candidatures.archives.feuilles import classeur, en_csv
from coeurdeville.programme.candidatures.archives.lignes import deposees_de, notes, tableau
from coeurdeville.programme.candidatures.pieces import fichier
from coeurdeville.programme.candidatures.recepisse import document
from coeurdeville.reports.documents import page

if TYPE_CHECKING:
    from coeurdeville.programme.models import Appel, Candidature, Recepisse

README = """{titre}

appel.html : le texte de l’appel. proces-verbaux/ : ceux du jury. decisions.csv : issue et motif, après l’annonce.
journal.csv : chaque changement d’état de l’appel, des candidatures et des procès-verbaux.
candidatures.csv, candidatures.xlsx : une ligne par ville qui a déposé, avec les réponses du dernier dépôt.
notes.csv : les notes des relectures rendues, {qui}. Leurs motifs et les avis restent à l’instruction.
Un dossier par ville : dossier.html et dossier.json (dernier dépôt), pieces/, recepisses/ (chaque dépôt).
L’empreinte de chaque récépissé est le sha256 de son contenu, de son numéro et de son instant.
"""


def liasse(appel: Appel, target: IO[bytes], *, noms: bool) -> None:
    """Write the ZIP file of a call. A file joined that is no longer there is told in `manquants.txt`."""
    lacking = list[str]()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        told = README.format(titre=appel.titre, qui="avec le nom des relecteurs" if noms else "sans nom")
        bundle.writestr("LISEZMOI.txt", told)
        actes(bundle, appel)
        bundle.writestr("candidatures.csv", en_csv(tableau(appel)))
        bundle.writestr("notes.csv", en_csv(notes(appel, noms=noms)))
        bundle.writestr("candidatures.xlsx", classeur(appel, noms=noms))
        for one in deposees_de(appel):
            lacking += _town(bundle, one)
        if lacking:
            bundle.writestr("manquants.txt", "\n".join(lacking) + "\n")


def _town(bundle: zipfile.ZipFile, candidature: Candidature) -> Iterator[str]:
    folder = f"{candidature.commune}-{slug(candidature.nom)}"
    receipts = list(candidature.recepisses.all())
    for one in receipts:
        one.candidature = candidature
        bundle.writestr(f"{folder}/recepisses/{one.numero}.json", _json(one))
        bundle.writestr(f"{folder}/recepisses/{one.numero}.html", page(document(one)))
    bundle.writestr(f"{folder}/dossier.json", _json(receipts[-1]))
    bundle.writestr(f"{folder}/dossier.html", page(document(receipts[-1])))
    for rank, piece in enumerate(receipts[-1].contenu["pieces"], 1):
        name = f"{folder}/pieces/{rank}-{piece['nom']}"
        if fichier(piece["empreinte"]).is_file():
            bundle.write(fichier(piece["empreinte"]), name)
        else:
            yield f"{name} (sha256 {piece['empreinte']})"


def _json(receipt: Recepisse) -> str:
    told = {
        "numero": receipt.numero,
        "recu_le": receipt.recu_le.isoformat(),
        "limite": receipt.limite.isoformat(),
        "empreinte": receipt.empreinte,
        "commune": receipt.candidature.commune,
        "ville": receipt.candidature.nom,
        **receipt.contenu,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
