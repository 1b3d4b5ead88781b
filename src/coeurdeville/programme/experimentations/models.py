"""The project space of a laureate."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from coeurdeville.programme.appels.models import Appel
from coeurdeville.programme.candidatures.models import Candidature
from coeurdeville.programme.etats.objet import Objet, champ_etat


class Experimentation(Objet):
    """What a laureate does with its months: planned, then as it went."""

    candidature = models.OneToOneField(Candidature, models.PROTECT, related_name="experimentation")
    commune = models.CharField("code Insee", max_length=5, db_index=True)
    nom = models.CharField(max_length=100)
    titre = models.CharField(max_length=200)
    """The service in one line."""
    theme = models.CharField("thème", max_length=20, blank=True)
    service = models.CharField(max_length=100, blank=True)
    """Slug of a service of the registry, computed or described; empty: it is in none yet."""
    probleme = models.CharField("problème", max_length=100, blank=True)
    debut_prevu = models.DateField("début prévu", null=True)
    fin_prevue = models.DateField("fin prévue", null=True)
    debut_initial = models.DateField("début prévu au démarrage", null=True)
    fin_initiale = models.DateField("fin prévue au démarrage", null=True)
    """The plan as it was when the experiment started: drift is counted from it, whatever is planned again since."""
    debut_reel = models.DateField("début réel", null=True)
    fin_reelle = models.DateField("fin réelle", null=True)
    ouverte_le = models.DateTimeField(auto_now_add=True)
    etat = champ_etat("experimentation")

    class Meta:
        ordering = ("nom", "id")

    def __str__(self) -> str:
        return f"{self.titre}, {self.nom}"

    @property
    def appel(self) -> Appel:
        """The call that it comes from."""
        return self.candidature.appel


class Participant(models.Model):
    """A part in the project and who holds it, from when to when: a succession is two rows."""

    class Part(models.TextChoices):
        """Codes are stored: they never change."""

        REFERENT = "referent_metier", "référent métier"
        CORRESPONDANT = "correspondant_donnees", "correspondant données"
        ELU = "elu", "élu porteur"
        PARTENAIRE = "partenaire", "partenaire"
        OPERATEUR = "operateur", "opérateur de service"

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="participants")
    part = models.CharField(max_length=24, choices=Part.choices)
    fonction = models.CharField(max_length=200)
    """What is published; names are not."""
    organisme = models.CharField(max_length=200, blank=True)
    utilisateur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="participations")
    charge = models.DecimalField("charge prévue, en jours par mois", max_digits=4, decimal_places=1, null=True)
    du = models.DateField()
    au = models.DateField(null=True)

    class Meta:
        ordering = ("part", "du", "id")


class Etape(models.Model):
    """A step of the plan, with its planned and its real days."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="etapes")
    ordre = models.PositiveSmallIntegerField()
    titre = models.CharField(max_length=200)
    debut_prevu = models.DateField("début prévu", null=True)
    fin_prevue = models.DateField("fin prévue", null=True)
    debut_initial = models.DateField("début prévu au démarrage", null=True)
    fin_initiale = models.DateField("fin prévue au démarrage", null=True)
    """As for the whole: what the step had in the plan that was started with."""
    debut_reel = models.DateField("début réel", null=True)
    fin_reelle = models.DateField("fin réelle", null=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("ordre", "id")


class NoteJournal(models.Model):
    """A page of the project's journal."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="journal")
    jour = models.DateField()
    texte = models.TextField()
    auteur = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ecrite_le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-jour", "-id")


class Obstacle(models.Model):
    """What stood in the way, when it was met, how it was overcome if it was."""

    class Famille(models.TextChoices):
        """Codes are stored: they never change."""

        GOUVERNANCE = "gouvernance", "gouvernance"
        COMPETENCES = "competences", "compétences"
        ACCES = "acces", "accès aux données"
        JURIDIQUE = "juridique", "juridique"
        QUALITE = "qualite", "qualité des données"
        COUT = "cout", "coût"
        PORTAGE = "portage", "portage politique"

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="obstacles")
    famille = models.CharField(max_length=12, choices=Famille.choices)
    texte = models.TextField()
    couche = models.CharField(max_length=100, blank=True)
    """The data that it is about, if it is about one."""
    rencontre_le = models.DateField("rencontré le")
    leve_le = models.DateField("levé le", null=True)
    leve_comment = models.TextField(blank=True)

    class Meta:
        ordering = ("rencontre_le", "id")


class Effort(models.Model):
    """Time or money that was spent: nothing is estimated afterwards."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="efforts")
    jour = models.DateField()
    part = models.CharField("rôle", max_length=24, blank=True)
    """Role of those who spent the days, as in `Participant.Part`; empty for money."""
    objet = models.CharField(max_length=200)
    jours = models.DecimalField(max_digits=6, decimal_places=2, default=0)
    euros = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("jour", "id")


class Cooperation(models.Model):
    """Who works with whom on a data set, in what form, at what cost."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="cooperations")
    couche = models.CharField("donnée", max_length=100, blank=True)
    titre = models.CharField(max_length=200)
    avec = models.CharField(max_length=200)
    acteur = models.CharField(max_length=40)
    """Actor category, as in `inventory.vocabulaire`."""
    forme = models.CharField(max_length=40)
    """Form of cooperation, as in `inventory.cooperations`."""
    cout = models.CharField("coût", max_length=200, blank=True)

    class Meta:
        ordering = ("titre", "id")


class Livrable(models.Model):
    """What the project must hand over, and what it did."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="livrables")
    titre = models.CharField(max_length=200)
    attendu_le = models.DateField(null=True)
    rendu_le = models.DateField(null=True)
    adresse = models.URLField(max_length=500, blank=True)
    fichier = models.CharField(max_length=300, blank=True)
    """Name of a file that the site keeps of this project."""

    class Meta:
        ordering = ("attendu_le", "id")


class Preuve(models.Model):
    """A record of the town's space that shows something of the project."""

    class Sorte(models.TextChoices):
        """Codes are stored: they never change."""

        ENTREE = "entree", "entrée d’inventaire"
        EDITION = "edition", "diagnostic publié"
        REVISION = "revision", "révision du dossier"
        FICHIER = "fichier", "fichier"

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="preuves")
    sorte = models.CharField(max_length=12, choices=Sorte.choices)
    reference = models.CharField(max_length=300)
    """Identifier of the entry, of the edition, number of the revision, name of the file."""
    montre = models.CharField("ce que cela montre", max_length=300)
    le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("le", "id")


class Retouche(models.Model):
    """What was written, changed or taken away of a project, with the values before and after. Never rewritten."""

    class Geste(models.TextChoices):
        """Codes are stored: they never change."""

        AJOUT = "ajout", "a ajouté"
        CHANGEMENT = "changement", "a changé"
        RETRAIT = "retrait", "a retiré"

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="retouches")
    sorte = models.CharField(max_length=30)
    """Name of the model, in lower case."""
    numero = models.PositiveBigIntegerField()
    geste = models.CharField(max_length=12, choices=Geste.choices)
    avant = models.JSONField(default=dict)
    apres = models.JSONField(default=dict)
    """Field -> value, of the fields that people fill; empty when there is none."""
    par = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-le", "-id")
        indexes = (models.Index(fields=("experimentation", "sorte", "numero"), name="retouche_objet"),)


class Rappel(models.Model):
    """A reminder that was sent: the same one is not sent twice."""

    experimentation = models.ForeignKey(Experimentation, models.CASCADE, related_name="rappels")
    cle = models.CharField("clé", max_length=80)
    texte = models.CharField(max_length=300)
    le = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-le", "-id")
        constraints = (models.UniqueConstraint(fields=("experimentation", "cle"), name="un_rappel_par_cle"),)
