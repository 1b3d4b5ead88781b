"""What is given to somebody of the rows that name them: their part, never what such a row says of others."""

from __future__ import annotations

from collections.abc import Mapping

PARTS: Mapping[str, tuple[str, ...]] = {
    "comptes.Animateur.utilisateur": ("perimetre",),
    "comptes.CodeSecours.utilisateur": (),
    "comptes.Evenement.acteur": ("verbe", "commune", "precision"),
    "comptes.Evenement.concerne": ("verbe", "commune", "precision"),
    "comptes.Invitation.invite_par": ("commune", "role"),
    "comptes.Invitation.acceptee_par": ("commune", "courriel", "role"),
    "comptes.Membre.utilisateur": ("commune", "role"),
    "comptes.Utilisateur_groups.utilisateur": ("group",),
    "comptes.Utilisateur_user_permissions.utilisateur": ("permission",),
    "espaces.Calcul.demande_par": ("espace", "revision", "etat"),
    "espaces.Demande.envoyee_par": ("espace", "entree", "titre", "fondement"),
    "espaces.Edition.publiee_par": ("espace", "identifiant"),
    "espaces.Edition.retiree_par": ("espace", "identifiant", "motif_retrait"),
    "otp_totp.TOTPDevice.user": ("name", "confirmed"),
    "programme.Adoption.par": ("cas", "commune", "nom", "etat"),
    "programme.Appel.cree_par": ("slug", "titre"),
    "programme.Avis.expert": ("candidature", "question", "reponse", "etat"),
    "programme.Avis.demande_par": ("candidature", "question", "etat"),
    "programme.Candidature.cree_par": ("appel", "commune", "nom", "etat"),
    "programme.Courrier.destinataire": ("modele", "sujet", "texte"),
    "programme.Courrier.relu_par": ("modele",),
    "programme.Decision.par": ("candidature", "issue", "motif", "rang"),
    "programme.Ecriture.auteur": ("candidature", "champ", "valeur", "version"),
    "programme.Effort.par": ("experimentation", "part", "jour", "objet", "jours", "euros"),
    "programme.Evenement.acteur": ("objet", "numero", "verbe", "de", "vers", "motif"),
    "programme.Mandat.utilisateur": ("appel", "role", "organisation"),
    "programme.Mission.accompagnateur": ("experimentation", "cabinet", "objet", "jours_prevus", "jours_faits", "etat"),
    "programme.NoteJournal.auteur": ("experimentation", "jour", "texte"),
    "programme.Offre.animateur": ("perimetre", "titre", "texte"),
    "programme.Participant.utilisateur": ("experimentation", "part", "fonction", "organisme", "charge"),
    "programme.PieceJointe.par": ("candidature", "nom", "sorte", "taille"),
    "programme.ProcesVerbal.etabli_par": ("appel", "rang", "etat"),
    "programme.Prolongation.par": ("appel", "ancienne", "nouvelle", "motif"),
    "programme.Recepisse.par": ("candidature", "numero", "rang"),
    "programme.Recusation.utilisateur": ("candidature", "motif"),
    "programme.Redaction.par": ("candidature", "issue", "motif", "rang"),
    "programme.Relecture.relecteur": ("candidature", "avis", "etat"),
    "programme.Reponse.auteur": ("candidature", "champ", "valeur", "version"),
    "programme.Ressource.proposee_par": ("slug", "titre", "resume", "etat"),
    "programme.Retouche.par": ("experimentation", "sorte", "numero", "geste", "apres"),
    "programme.Reunion.redige_par": ("groupe",),
    "programme.VersionCas.publiee_par": ("cas", "numero"),
    "programme.VersionSynthese.publiee_par": ("synthese", "numero"),
    "wagtailadmin.EditingSession.user": ("is_editing",),
    "wagtailadmin.FormState.user": ("data",),
    "wagtailcore.APIToken.user": ("name",),
    "wagtailcore.Comment.user": ("page", "text"),
    "wagtailcore.Comment.resolved_by": ("page",),
    "wagtailcore.CommentReply.user": ("text",),
    "wagtailcore.ModelLogEntry.user": ("label", "action"),
    "wagtailcore.Page.locked_by": ("title",),
    "wagtailcore.Page.owner": ("title", "slug"),
    "wagtailcore.PageLogEntry.user": ("label", "action"),
    "wagtailcore.PageSubscription.user": ("page", "comment_notifications"),
    "wagtailcore.Revision.user": ("object_str",),
    "wagtailcore.TaskState.finished_by": ("status", "comment"),
    "wagtailcore.UploadedFile.uploaded_by_user": ("file",),
    "wagtailcore.WorkflowState.requested_by": ("status",),
    "wagtaildocs.Document.uploaded_by_user": ("title",),
    "wagtailimages.Image.uploaded_by_user": ("title", "description"),
    "wagtailusers.UserProfile.user": ("preferred_language", "current_time_zone", "theme", "contrast", "density"),
}
"""By the field that names them: the fields given beside the number and the dates of the row.

Left out: who else it names, what others answered or wrote, addresses of others even when the account typed them.
"""

WRITTEN_UNDER: Mapping[str, tuple[str, ...]] = {
    "programme.Besoin.relecture__relecteur": ("relecture", "sorte", "texte"),
    "programme.Note.relecture__relecteur": ("relecture", "critere", "valeur", "motif"),
}
"""The same for what somebody wrote in a row that does not name them, under one that does: the way there, its fields."""
