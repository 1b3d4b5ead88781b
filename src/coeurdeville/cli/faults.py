"""What stops a command, as problems in French: a refusal, a wrong command line, a disk that does not obey."""

from __future__ import annotations

import errno
import re
from difflib import get_close_matches

import click

from coeurdeville.core.french import listing
from coeurdeville.core.problems import Kind, Problem, Refused

OPTION_UNKNOWN = Kind("option-inconnue", "L’option « {name} » n’existe pas.{nearest}", "Voir : {help}.")
COMMAND_UNKNOWN = Kind("commande-inconnue", "La commande « {name} » n’existe pas.{nearest}", "Voir : {help}.")
ARGUMENT_MISSING = Kind("argument-manquant", "Il manque « {name} ».", "Voir : {help}.")
ARGUMENT_TOO_MANY = Kind(
    "argument-en-trop",
    "« {name} » est de trop.",
    "Mettre entre guillemets un nom qui contient des espaces. Voir : {help}.",
)
OPTION_MISUSED = Kind(
    "option-mal-ecrite",
    "L’option « {name} » n’est pas écrite comme il faut : il manque sa valeur, ou elle n’en prend pas.",
    "Voir : {help}.",
)
VALUE_REFUSED = Kind("valeur-refusee", "La valeur donnée à « {name} » n’est pas acceptée.", "Voir : {help}.")
COMMAND_UNCLEAR = Kind("commande-incomprise", "La commande n’est pas comprise.", "Voir : {help}.")
DISK = Kind(
    "disque",
    "« {path} » : {why}.",
    "Choisir un autre dossier, ou demander à qui tient la machine.",
)
WHYS = {
    errno.EACCES: "le droit d’y lire ou d’y écrire manque",
    errno.EPERM: "le droit d’y lire ou d’y écrire manque",
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENOSPC: "il n’y a plus de place sur le disque",
    errno.EDQUOT: "il n’y a plus de place sur le disque",
    errno.EEXIST: "un fichier porte déjà ce nom, là où un dossier est attendu",
    errno.ENOTDIR: "un fichier porte déjà ce nom, là où un dossier est attendu",
    errno.EISDIR: "un dossier porte déjà ce nom, là où un fichier est attendu",
    errno.ENOENT: "ce chemin n’existe pas",
    errno.ENAMETOOLONG: "ce nom est trop long",
}


def problems_of(error: Exception) -> tuple[Problem, ...]:
    """What to say of an error; nothing when it is a mistake of the software, which must be seen."""
    match error:
        case Refused():
            return error.problems
        case click.UsageError():
            return (_usage(error),)
        case OSError(errno=number, filename=path) if number in WHYS and path is not None:
            return (DISK(path=path, why=WHYS[number]),)
        case _:
            return ()


def _usage(error: click.UsageError) -> Problem:
    where = error.ctx.command_path if error.ctx else "coeurdeville"
    said = f"{where} --aide"
    match error:
        case click.NoSuchOption():
            return OPTION_UNKNOWN(name=error.option_name, nearest=_nearest(error.possibilities), help=said)
        case click.exceptions.NoSuchCommand(ctx=context):
            known = (
                context.command.list_commands(context) if context and isinstance(context.command, click.Group) else []
            )
            near = get_close_matches(error.command_name, known)
            return COMMAND_UNKNOWN(name=error.command_name, nearest=_nearest(near), help=said)
        case click.MissingParameter():
            return ARGUMENT_MISSING(name=_name(error), help=said)
        case click.BadOptionUsage():
            return OPTION_MISUSED(name=error.option_name, help=said)
        case click.BadParameter():
            return VALUE_REFUSED(name=_name(error), help=said)
    extra = re.search(r"extra arguments? \((.*)\)", error.message)
    return ARGUMENT_TOO_MANY(name=extra[1], help=said) if extra else COMMAND_UNCLEAR(help=said)


def _nearest(names: object) -> str:
    near = [f"« {name} »" for name in names] if isinstance(names, (list, tuple)) else []
    return f" Voulait-on écrire {listing(near, 'ou')} ?" if near else ""


def _name(error: click.BadParameter) -> str:
    """The option as it is typed, or the argument as help names it."""
    if error.param is None:
        return ""
    return error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name
