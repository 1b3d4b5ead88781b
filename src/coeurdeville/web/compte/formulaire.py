"""Forms of the site: French, accessible, with an error summary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from coeurdeville.core.problems import Refused


def dress(field: forms.Field) -> None:
    """Give a field the look of those of the site."""
    style = "form-select" if isinstance(field.widget, forms.Select) else "form-control"
    if not isinstance(field.widget, forms.CheckboxInput | forms.RadioSelect | forms.HiddenInput):
        field.widget.attrs.setdefault("class", style)


ADVICE = "Au moins 12 caractères. Ni un mot de passe courant, ni votre nom ou votre adresse, ni des chiffres seuls."


class Formulaire(forms.Form):
    """A form whose fields look like those of the site, and which takes what the rules refuse."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for field in self.fields.values():
            dress(field)

    def refuse(self, refused: Refused, field: str | None = None) -> None:
        """Say the problems of a refusal, beside the field that they are about when there is one."""
        for problem in refused.problems:
            self.add_error(field, f"{problem.message} {problem.cure}")

    @property
    def resume(self) -> Iterable[tuple[str, str]]:
        """Each error with the identifier of its field, empty when it is about the whole form."""
        for name, errors in self.errors.items():
            target = self[name].id_for_label if name in self.fields else ""
            yield from ((target, str(error)) for error in errors)


def courriel(label: str = "Adresse électronique", autocomplete: str = "email", **options: Any) -> forms.EmailField:
    """A field for an e-mail address."""
    attributes = {"autocomplete": autocomplete, "inputmode": "email", "spellcheck": "false"}
    messages = {
        "required": "Saisissez une adresse électronique.",
        "invalid": "Saisissez une adresse électronique complète, par exemple prenom.nom@ville.fr.",
    }
    return forms.EmailField(
        label=label, widget=forms.EmailInput(attributes), error_messages=messages, max_length=254, **options
    )


def mot_de_passe(label: str = "Mot de passe", *, nouveau: bool = False, **options: Any) -> forms.CharField:
    """A field for a password, old or new; its spaces are kept."""
    attributes = {"autocomplete": "new-password" if nouveau else "current-password"}
    messages = {"required": "Saisissez un mot de passe."}
    if nouveau:
        options["help_text"] = ADVICE
    return forms.CharField(
        label=label, strip=False, widget=forms.PasswordInput(attributes), error_messages=messages, **options
    )
