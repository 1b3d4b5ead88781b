"""What tells the town of an anonymous call is hidden, however it is written; and nothing else is."""

import pytest

from coeurdeville.programme.instructions.anonymat import masque
from coeurdeville.programme.models import Candidature

HIDDEN = [
    ("Valmorin-sur-Aune", "Valmorin est bétonnée, et valmorin le sait.", "@ est bétonnée, et @ le sait."),
    ("Valmorin-sur-Aune", "VALMORIN SUR AUNE, Valmorin/Aune, Valmorin s/ Aune.", "@, @, @."),
    ("Valmorin-sur-Aune", "Voir plan_valmorin.pdf et www.valmorinsuraune.fr.", "Voir plan_@.pdf et www.@.fr."),
    ("Valmorin-sur-Aune", "Le code 00001.", "Le code @."),
    ("Évrecy-les-Bains", "À Evrecy, à ÉVRECY, à E\u0301vrecy les bains.", "À @, à @, à @."),
    ("Évrecy-les-Bains", "L’œuvre d’Évrecy‑les‑Bains.", "L’œuvre d’@."),
    ("Saint-Orbain-en-Plaine", "Saint-Orbain, St Orbain et la mairie de saint orbain.", "@, @ et la mairie de @."),
    ("Les Mureilles", "Aux Mureilles, des Mureilles, mureilles.", "@, @, @."),
    ("Le Mans-d’Aval", "Le maire du Mans, au Mans.", "Le maire @, @."),
    ("L’Haÿe-les-Roses", "L'Haye, à l’Haÿe les Roses.", "@, à @."),
    ("Pont-à-Brême", "À Pont, rien ; à pont a breme, tout.", "À @, rien ; à @, tout."),
    ("Joué-la-Tour", "Cela se fait à Joué.", "Cela se fait à @."),
]  # fmt: skip
KEPT = [
    ("Saint-Orbain-en-Plaine", "La fête de la Saint-Jean, un saint patron, la plaine."),
    ("Valmorin-sur-Aune", "Le long de l’aune, sur la rive ; 000012 ; 100001 ; Valmorinelle."),
    ("Pont-à-Brême", "Un pont, le Pont Neuf et le Pont-Vieux. Pont fermé aux voitures."),
    ("Joué-la-Tour", "La tour joue un rôle. Joue-t-elle le premier ?"),
    ("La Roche-Brune", "La roche affleure, la Roche Noire aussi."),
    ("Les Mureilles", "Les rues, la ville, les murs."),
    ("Bois-le-Haut", "Les bois et le haut de la ville."),
]


def said(nom: str, texte: str) -> str:
    return masque(texte, Candidature(commune="00001", nom=nom))


@pytest.mark.parametrize(("nom", "texte", "shown"), HIDDEN)
def test_name_and_what_the_town_is_called_by_are_hidden(nom: str, texte: str, shown: str) -> None:
    assert said(nom, texte) == shown.replace("@", "[la ville]")


@pytest.mark.parametrize(("nom", "texte"), KEPT)
def test_words_of_any_town_are_left(nom: str, texte: str) -> None:
    assert said(nom, texte) == texte
