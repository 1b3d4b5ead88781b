"""`coeurdeville probleme ajouter`: a problem of the town, in the words of who voices it."""

from __future__ import annotations

from pathlib import Path

import click

from coeurdeville.cli.problemes.options import chosen
from coeurdeville.core.problems import Kind, Level

WORDS_LACKING = Kind(
    "probleme-sans-paroles",
    "Le problème « {id} » est noté sans dire dans quels mots, où ni quand il a été porté : {options}.",
    "Compléter ces lignes dans problemes.toml : ce sont elles qui disent de qui vient le problème.",
    Level.WARNING,
)
MANY = "Peut être répété."


@click.command()
@click.argument("dossier", type=click.Path(path_type=Path))
@click.option("--titre", required=True, help="Le problème, en une phrase.")
@click.option("--theme", required=True, help="climat, biodiversite, risques ou donnees.")
@click.option("--voix", required=True, help="elu, metier, informatique, think-tank, acteur-national ou habitant.")
@click.option("--role", default="", help="Sa fonction, jamais son nom : « adjointe aux espaces verts ».")
@click.option("--organisation", default="", help="Pour qui : « Ville », « association de quartier ».")
@click.option("--texte", default="", help="Ses mots mêmes, en une phrase.")
@click.option("--lieu", default="", help="Où le problème est porté : commune, quartier.")
@click.option("--date", "quand", default="", help="Quand : 23/11/2026, ou une année.")
@click.option("--source", default="", help="Adresse de ce qui le rapporte.")
@click.option("--action", "planned", multiple=True, help=f"Action sans numérique à mettre en place. {MANY}")
@click.option("--action-en-cours", "running", multiple=True, help=f"Action sans numérique faite ou en cours. {MANY}")
@click.option("--service", "services", multiple=True, help=f"Service qui pourrait répondre. {MANY}")
@click.option("--donnee", "donnees", multiple=True, help=f"Couche qui aiderait, en plus de celles des services. {MANY}")
def command(
    dossier: Path, titre: str, theme: str, voix: str, role: str, organisation: str, texte: str, lieu: str, quand: str,
    source: str, planned: tuple[str, ...], running: tuple[str, ...], services: tuple[str, ...],
    donnees: tuple[str, ...],
) -> None:  # fmt: skip
    """Noter un problème de la ville, dans les mots de qui le porte, au bout de problemes.toml."""
    from coeurdeville.cli.telling import tell
    from coeurdeville.core.french import slug, spaced, typographic
    from coeurdeville.core.problems import refuse_errors
    from coeurdeville.deployability.chain import known_layers, known_services
    from coeurdeville.inventory.problemes.ecriture import add_probleme
    from coeurdeville.inventory.problemes.vocabulaire import Sujet, Voix

    subject, voice = chosen(theme, Sujet, "Le thème"), chosen(voix, Voix, "La voix")
    answering, missed = known_services(services)
    layers, lost = known_layers(donnees)
    refuse_errors((*missed, *lost))
    words = {"role": role, "organisation": organisation, "lieu": lieu, "quand": quand, "texte": texte}
    told = {key: typographic(text) for key, text in words.items()}
    added = add_probleme(dossier, {
        "id": slug(titre) or titre.strip(),
        "titre": typographic(titre),
        "theme": str(subject),
        "actions_en_cours": [typographic(one) for one in running],
        "actions_a_mettre_en_place": [typographic(one) for one in planned],
        "services": [one.slug for one in answering],
        "donnees": [one.slug for one in layers],
        "paroles": [{"qui": str(voice), **told, "source": source}],
    })  # fmt: skip
    lacking = [name for name, text in {"--texte": texte, "--lieu": lieu, "--date": quand}.items() if not text.strip()]
    if lacking:
        tell([WORDS_LACKING(id=added.id, options=", ".join(lacking))])
    click.echo(spaced(f"Problème « {added.id} » noté dans {dossier / 'problemes.toml'}."))
    click.echo(spaced(f"Ce qui y répondrait : coeurdeville probleme montrer {added.id} --ville {dossier}"))
