"""The chapters of a synthesis, one a file: records in, sentences out. Adding one adds a file and a line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from coeurdeville.programme.syntheses.chapitres.appel import appel
from coeurdeville.programme.syntheses.chapitres.cooperation import cooperation
from coeurdeville.programme.syntheses.chapitres.deroulement import deroulement
from coeurdeville.programme.syntheses.chapitres.donnees import donnees
from coeurdeville.programme.syntheses.chapitres.echecs import echecs
from coeurdeville.programme.syntheses.chapitres.effort import effort
from coeurdeville.programme.syntheses.chapitres.generalisation import generalisation
from coeurdeville.programme.syntheses.chapitres.obstacles import obstacles
from coeurdeville.programme.syntheses.chapitres.redeploiement import redeploiement
from coeurdeville.programme.syntheses.chapitres.resultats import resultats
from coeurdeville.programme.syntheses.matiere import Matiere
from coeurdeville.programme.syntheses.phrase import Chapitre

CHAPITRES: Final[tuple[Callable[[Matiere], Chapitre], ...]] = (
    appel, deroulement, resultats, echecs, obstacles, effort, cooperation, donnees, redeploiement, generalisation,
)  # fmt: skip
"""In the order in which they are read."""
