"""A whole report on Bourg-Essai, a town that does not exist: its quarters, trees, words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest
import shapely

from coeurdeville.reports import chart_bars, chart_shares, fonts, map_svg, palette
from coeurdeville.reports.model import (
    Brief,
    Column,
    Confidence,
    DataPage,
    Figure,
    Finding,
    Gap,
    KeyFigure,
    Legend,
    LegendEntry,
    Reference,
    Report,
    ServicePage,
    Source,
    Table,
)

NAMES = (
    "Centre",
    "Faubourg d’Amont",
    "Saint-Éloi – Les Prés",
    "La Gare",
    "Moulin-Neuf",
    "Les Tanneries",
    "Haut-Bourg",
    "La Plaine",
    "Vieux-Pont",
)
SHARES = (34, 31, 27, 24, 23, 19, 18, 16, None)
"""Share of the most planted genus, %; none where there are too few trees."""
GENERA = ("platane", "tilleul", "érable", "tilleul", "érable", "charme", "tilleul", "frêne", "non calculé")
SOURCE = "Inventaire des arbres, Ville de Bourg-Essai, 2024, Licence Ouverte 2.0. Lieux et chiffres fictifs."


@dataclass(frozen=True)
class Town:
    """Fictional ground: metres, y to the north."""

    outline: Any
    quarters: Any
    river: Any
    roads: Any
    trees: Any
    parks: Any = field(default=None)


@pytest.fixture(scope="session", autouse=True)
def _typeface() -> None:
    if not (fonts.FOLDER / fonts.GLYPHS).is_file():
        pytest.skip("the typeface of reports was not prepared: make setup")


@pytest.fixture(scope="session")
def town() -> Town:
    """Nine quarters around a bend of a river, trees along streets."""
    random = np.random.default_rng(12)
    turns = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    radius = 2300 + 260 * np.sin(3 * turns) + 180 * np.cos(5 * turns)
    outline = shapely.Polygon(np.c_[radius * 1.25 * np.cos(turns), radius * np.sin(turns)])
    seeds = [(0, 0), (-900, 1300), (1500, 1250), (1500, -150), (-1700, 100), (400, -1300), (250, 1450), (-1250, -1250)]
    seeds.append((1700, -1350))
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(seeds), extend_to=outline))
    order = [int(np.flatnonzero(shapely.contains_xy(cells, x, y))[0]) for x, y in seeds]
    quarters = shapely.intersection(cells[order], outline)
    line = shapely.LineString([(x, 420 * np.sin(x / 900) - 520) for x in np.linspace(-3400, 3400, 90)])
    river = shapely.intersection(line.buffer(70), outline)
    streets = [shapely.LineString([(-3200, y), (3200, y + 300)]) for y in range(-2400, 2600, 260)]
    streets += [shapely.LineString([(x, -2600), (x - 400, 2700)]) for x in range(-2800, 3200, 300)]
    roads = shapely.intersection(np.array(streets, dtype=object), outline)
    along = random.random(2400)
    picked = random.integers(0, len(roads), 2400)
    trees = shapely.line_interpolate_point(roads[picked], along, normalized=True)
    park = shapely.Point(650, 900).buffer(260).union(shapely.box(-1500, -700, -1150, -250))
    return Town(outline, quarters, river, roads, trees[~shapely.is_empty(trees)], np.array([park], dtype=object))


def _legend() -> Legend:
    pale, middle, dark = palette.ramp("biodiversite", 3)
    return Legend(
        "Part du genre le plus planté",
        (
            LegendEntry("pale", pale, "20\u202f% ou moins"),
            LegendEntry("middle", middle, "de 20 à 30\u202f%"),
            LegendEntry("dark", dark, "plus de 30\u202f%"),
            LegendEntry("unknown", palette.HATCH, "moins de 30 arbres\u00a0: non calculé"),
            LegendEntry("trees", palette.INK, "arbre inventorié", mark="dot"),
        ),
    )


def _class(share: float | None) -> str:
    if share is None:
        return "unknown"
    return "dark" if share > 30 else "middle" if share > 20 else "pale"


def _quarter_table() -> Table:
    rows = []
    for name, genus, share, count in zip(
        NAMES, GENERA, SHARES, (1204, 812, 655, 540, 1011, 402, 388, 260, 12), strict=True
    ):
        words = "non calculé" if share is None else f"{share}\u202f%"
        rows.append((name, f"{count:,}".replace(",", "\u202f"), genus, words))
    return Table(
        "Genre le plus planté, par quartier",
        (Column("Quartier"), Column("Arbres", numeric=True), Column("Genre"), Column("Part", True, "swatch")),
        tuple(rows),
        swatches=tuple(map(_class, SHARES)),
        notes=("Les quartiers sont rangés par part décroissante.",),
    )


def _quarter_map(town: Town) -> Figure:
    title = "Dans deux quartiers, un seul genre fait plus de 30\u202f% des arbres"
    alt = "Carte de neuf quartiers. Le Centre (34\u202f%) et le Faubourg d’Amont (31\u202f%) dépassent 30\u202f%."
    colours = {entry.key: entry.colour for entry in _legend().entries}
    layers: list[Any] = [map_svg.Areas([town.outline], palette.GROUND["town"], palette.MUTED, 1.2)]
    layers += [
        map_svg.Areas([quarter], colours[_class(share)], palette.MUTED)
        for quarter, share in zip(town.quarters, SHARES, strict=True)
    ]
    layers += [
        map_svg.Areas([town.river], palette.GROUND["water"], palette.MUTED, 0.5),
        map_svg.Dots(town.trees, palette.INK, 1.6, opacity=0.45),
    ]
    frame = map_svg.Frame.around([town.outline])
    labels = [map_svg.Labels(town.quarters, NAMES)]
    svg = map_svg.draw("quartiers", title, alt, frame, layers, labels=labels)
    note = "Un point par arbre. Les classes sont celles du tableau."
    return Figure("quartiers", title, svg, alt, SOURCE, _legend(), _quarter_table(), note)


def _small_map(town: Town) -> Figure:
    title = "Des arbres le long des rues\u202f; peu de fiches au sud"
    alt = "Carte de la ville\u00a0: 5\u202f284 arbres, dont 2\u202f400 au centre."
    ground = palette.GROUND
    layers = [
        map_svg.Areas([town.outline], ground["town"], palette.MUTED, 1.2),
        map_svg.Areas(town.parks, ground["park"]),
        map_svg.Lines(town.roads, ground["road"], 1.5),
        map_svg.Areas([town.river], ground["water"]),
        map_svg.Dots(town.trees, palette.THEMES["biodiversite"], 2.2),
    ]
    svg = map_svg.draw("ville", title, alt, map_svg.Frame.around([town.outline], width=360), layers)
    table = Table(
        "Arbres inventoriés, par secteur",
        (Column("Secteur"), Column("Arbres", numeric=True)),
        (("Nord", "2\u202f855"), ("Centre", "1\u202f744"), ("Sud", "685")),
    )
    return Figure("ville", title, svg, alt, "Un point par arbre. " + SOURCE, None, table)


def _chart() -> Figure:
    title = "Trois espèces atteignent ou dépassent 10\u202f% des arbres"
    shares = (
        ("Tilleul à petites feuilles", 11.8),
        ("Pin noir d’Autriche", 10.5),
        ("Platane commun", 10.0),
        ("Bouleau verruqueux", 8.2),
        ("Érable sycomore", 7.1),
        ("Érable plane", 4.8),
        ("Prunier pourpre", 2.1),
    )
    words = [f"{share:.1f}\u202f%".replace(".", ",") for _, share in shares]
    rows = [chart_bars.Bar(name, share, said, share >= 10) for (name, share), said in zip(shares, words, strict=True)]
    alt = "Barres\u00a0: tilleul à petites feuilles 11,8\u202f%, pin noir 10,5\u202f%, platane 10,0\u202f%, puis moins."
    svg = chart_bars.bars(
        "especes", title, alt, rows, theme="climat", mark=chart_bars.Mark(10, "repère\u00a0: 10\u202f%")
    )
    table = Table(
        "Espèces les plus plantées",
        (Column("Espèce"), Column("Part", numeric=True)),
        tuple((name, said) for (name, _), said in zip(shares, words, strict=True)),
    )
    note = (
        "Le repère de 10\u202f% est une règle d’usage\u00a0: quand une espèce le dépasse, une seule maladie peut "
        "toucher plus d’un arbre sur dix. Il dit où regarder, pas ce qu’il faut faire."
    )
    return Figure("especes", title, svg, alt, SOURCE, None, table, note)


def _ages() -> Figure:
    colours = palette.ramp("climat", 4)
    words = ("jeunes", "adultes", "mûrs", "âgés")
    classes = [
        chart_shares.ShareClass(f"age-{rank}", said, colour)
        for rank, (said, colour) in enumerate(zip(words, colours, strict=True))
    ]
    rows = [
        chart_shares.ShareRow("Ville", (27, 43, 22, 8), ("27\u202f%", "43\u202f%", "22\u202f%", "8\u202f%")),
        chart_shares.ShareRow("Centre", (9, 40, 36, 15), ("9\u202f%", "40\u202f%", "36\u202f%", "15\u202f%")),
        chart_shares.ShareRow("Vieux-Pont", (), ("non calculé\u00a0: 12 arbres",)),
    ]
    title = "La relève existe, sauf au Centre"
    alt = "Parts d’âge\u00a0: 27\u202f% de jeunes en ville, 9\u202f% au Centre."
    svg = chart_shares.shares("ages", title, alt, classes, rows)
    return Figure("ages", title, svg, alt, SOURCE, chart_shares.shares_legend("Âge noté dans l’inventaire", classes))


def _trees_page(town: Town) -> ServicePage:
    return ServicePage(
        key="patrimoine-arbore",
        theme="climat",
        label="Patrimoine arboré",
        question="Nos arbres sont-ils assez variés pour résister à une maladie ou à une sécheresse\u202f?",
        answer=Finding(
            "En partie.",
            "À l’échelle de la ville aucun genre ne dépasse 20\u202f%, mais trois espèces atteignent 10\u202f% et, "
            "dans deux quartiers, un seul genre fait plus de 30\u202f% des arbres.",
        ),
        chart=_chart(),
        map=_quarter_map(town),
        tables=(),
        levers=(
            Finding(
                "Changer l’espèce au moment de remplacer.",
                "Remplacer par d’autres espèces les 95 premiers tilleuls à couper ramènerait l’espèce de 12\u202f% "
                "à 10\u202f%.",
            ),
            Finding("Fixer un plafond par rue et par quartier.", "Commencer par le Centre et le Faubourg d’Amont."),
        ),
        unknowns=(
            Finding("Si les essences sont à jour.", "La plupart des fiches datent de 2019."),
            Finding("Ce que sont les arbres privés.", "L’inventaire ne tient que ceux de la Ville."),
        ),
        sources=(
            Source(
                "Inventaire des arbres", "Ville de Bourg-Essai", "2024", "Licence Ouverte 2.0", "https://data.example"
            ),
            Source("Contour de la commune", "territoire fictif", "2026", "Licence Ouverte 2.0"),
        ),
        confidence=Confidence(
            "B", ("Couche datée de moins de cinq ans.", "8\u202f% des essences ont été déduites d’un code.")
        ),
        method="Part de chaque espèce, genre et famille parmi les arbres en place identifiés (93\u202f%)\u202f; "
        "repères 10-20-30.",
    )


def _species_page() -> ServicePage:
    rows = (
        ("Oiseaux", "112", "131 [121 ; 158]", "suffisant"),
        ("Plantes", "640", "902 [851 ; 977]", "en partie"),
        ("Insectes", "58", "non calculé", "insuffisant"),
        ("Chauves-souris", "inconnu", "non calculé", "aucune donnée"),
    )
    table = Table(
        "Connaissance par groupe",
        (
            Column("Groupe"),
            Column("Espèces vues", numeric=True),
            Column("Espèces estimées (Chao1, intervalle à 95\u202f%)", numeric=True),
            Column("Effort", shows="badge"),
        ),
        rows,
        badges=("ok", "partial", "wrong", "missing"),
    )
    return ServicePage(
        key="connaissance-especes",
        theme="biodiversite",
        label="Connaissance des espèces",
        question="Connaît-on assez la nature de la ville pour décider\u202f?",
        answer=Finding("Non, pas partout.", "Les oiseaux sont bien suivis\u202f; les insectes presque pas."),
        chart=_ages(),
        map=None,
        tables=(table,),
        levers=(),
        unknowns=(Finding("Ce que deviennent les espèces nocturnes.", "Aucune observation de nuit."),),
        sources=(Source("Observations naturalistes", "association fictive", "2025", "CC BY-NC 4.0"),),
        confidence=Confidence("C", ("Effort inégal.", "Couche au-delà de cinq ans.")),
        method="Richesse observée et estimateur de Chao1.",
    )


def _data_page() -> DataPage:
    columns = ("Couche", "État", "Détenteur", "Date", "Contrôle", "Suite à donner")
    rows = (
        (
            "Arbres",
            "utilisée",
            "Ville de Bourg-Essai",
            "2024",
            "5\u202f284 lignes lues, 5\u202f201 en place",
            "Dater les fiches",
        ),
        (
            "Contour",
            "utilisée en partie",
            "territoire fictif",
            "2026",
            "Généralisé à 1 km",
            "Déposer le contour détaillé",
        ),
        (
            "Hauteur de végétation",
            "manquante",
            "inconnu",
            "inconnue",
            "Rien à contrôler",
            "Demander le modèle de hauteur",
        ),
        (
            "Zones inondables",
            "refusée",
            "Syndicat du bassin",
            "2009",
            "Hauteurs illisibles à 30\u202f%",
            "Corriger la colonne « h_max »",
        ),
    )
    table = Table(
        "Couches utilisées et manquantes",
        tuple(Column(label, shows="badge" if label == "État" else "") for label in columns),
        rows,
        badges=("ok", "partial", "missing", "wrong"),
    )
    return DataPage("Deux couches utilisées, une manquante, une refusée.", table)


def _brief(town: Town) -> Brief:
    page = "patrimoine-arbore"
    return Brief(
        findings=(
            Finding(
                "La Ville connaît environ 5\u202f200 arbres en place.", "Soit 12 arbres inventoriés pour 100 habitants."
            ),
            Finding("Ces arbres sont variés, mais pas partout.", "Au Centre, un seul genre fait un arbre sur trois."),
            Finding("Trois espèces atteignent le repère de 10\u202f%.", "Tilleul, pin noir et platane."),
            Finding("La relève existe.", "27\u202f% des arbres sont jeunes\u202f; au Centre, moins d’un sur dix."),
            Finding("Nous ne savons pas où il fait de l’ombre.", "L’inventaire ne dit pas la largeur des houppiers."),
        ),
        figures=(
            KeyFigure("5\u202f200", "arbres en place", "arbres privés non comptés", page, "B"),
            KeyFigure(
                "12", "arbres pour 100 habitants", "43\u202f211 habitants\u202f; pas de ville comparable", page, "B"
            ),
            KeyFigure("214", "essences notées", "dont six font la moitié des arbres", page, "B"),
            KeyFigure("12\u202f%", "pour la première espèce", "repère\u00a0: 10\u202f% au plus", page, "B"),
            KeyFigure("27\u202f%", "d’arbres jeunes", "de 9\u202f% (Centre) à 41\u202f% (La Plaine)", page, "C"),
            KeyFigure("112", "espèces d’oiseaux vues", "131 estimées", "connaissance-especes", "A"),
        ),
        map=_small_map(town),
        gaps=(
            Gap(
                "Surface de canopée",
                "aucune hauteur de végétation déposée",
                "demander le modèle de hauteur à l’agglomération",
            ),
            Gap("Exposition aux inondations", "hauteurs d’eau illisibles à 30\u202f%", "corriger la colonne « h_max »"),
        ),
    )


@pytest.fixture(scope="session")
def report(town: Town) -> Report:
    """The sample that renderers are tried on."""
    return Report(
        title="Diagnostic environnemental",
        town="Bourg-Essai (00)",
        date_iso="2026-11-23",
        date="23 novembre 2026",
        edition="Édition 1, ville fictive",
        brief=_brief(town),
        services=(_trees_page(town), _species_page()),
        data=_data_page(),
        methods=(
            Finding("Arbres comptés.", "Lignes dont l’état est « en place ». Les arbres abattus sont exclus."),
            Finding("Repères.", "Au plus 10\u202f% d’une même espèce, 20\u202f% d’un genre, 30\u202f% d’une famille."),
            Finding("Quartiers.", "Aucun calcul au-dessous de 30 arbres."),
            Finding("Arrondis.", "Deux chiffres significatifs dans le texte, exacts dans les tableaux."),
        ),
        references=(
            Reference(
                "Santamour F. S. (1990), Trees for urban planting: diversity, uniformity, and common sense.",
                language="en",
            ),
            Reference("Chao A. (1984), Nonparametric estimation of the number of classes in a population."),
        ),
        licence=Finding(
            "Non publiable en données ouvertes.", "Les observations sont sous licence non commerciale (CC BY-NC)."
        ),
        colophon="Établi par coeurdeville, logiciel libre, sans lien avec le programme de l’État.",
    )
