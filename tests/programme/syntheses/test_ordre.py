"""Titles are in the order of a dictionary, whatever their accents."""

from coeurdeville.programme.models import Appel, DonneeUtile, Evaluation, Experimentation
from coeurdeville.programme.syntheses.chapitres.donnees import donnees
from coeurdeville.programme.syntheses.matiere import reunir


def test_accents_do_not_send_a_layer_to_the_end(appel: Appel, projets: list[Experimentation]) -> None:
    evaluation = Evaluation.objects.get(etat="validee")
    DonneeUtile.objects.filter(evaluation=evaluation).delete()
    for slug in ("zones-inondables", "equipements", "batiments"):
        DonneeUtile.objects.create(evaluation=evaluation, couche=slug)
    [table] = donnees(reunir(appel.saison, evaluation.experimentation.fin_reelle)).tableaux
    assert [row[0] for row in table.lignes] == ["Bâtiments", "Équipements publics", "Zones inondables"]
