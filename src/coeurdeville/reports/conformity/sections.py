"""Sections of the page: the verdict and its figures, what is to mend, what is to look at, what was read."""

from __future__ import annotations

from collections.abc import Sequence

from coeurdeville.core.french import agree, number, plural
from coeurdeville.core.problems import Problem
from coeurdeville.core.sentences import share
from coeurdeville.reports.conformity.points import sort
from coeurdeville.reports.escaping import escaped
from coeurdeville.reports.html_pieces import badge
from coeurdeville.schemas.messages import MISSING_CELL
from coeurdeville.schemas.reporting.conformity import Conformity, Sort

CLEAN = "Rien n’est à corriger pour respecter ce schéma."


def verdict(conformity: Conformity) -> str:
    """One sentence, four figures, and how many errors there are of each sort."""
    said = badge("ok", "Conforme") if conformity.verdict.valid else badge("wrong", "Non conforme")
    answer = f"<strong>{escaped(conformity.sentence)}</strong> {escaped(conformity.extent)}"
    return (
        f'<section id="bref"><h2>Le verdict {said}</h2><p class="answer">{answer}</p>'
        f'<dl class="figures">{_figures(conformity)}</dl>{_by_sort(conformity.errors)}</section>'
    )


def _figures(conformity: Conformity) -> str:
    rows, errors, faulty = conformity.verdict.rows, conformity.verdict.count, conformity.faulty_rows
    wrong, doubtful = conformity.faulty_columns, conformity.doubtful
    labels = len(conformity.verdict.labels)
    shown = (
        (rows, agree(rows, "ligne lue", "lignes lues"), _faulty(faulty, rows)),
        (errors, agree(errors, "erreur"), "chaque cellule compte"),
        (wrong, agree(wrong, "colonne concernée", "colonnes concernées"), f"le fichier en a {number(labels)}"),
        (doubtful, agree(doubtful, "avertissement"), "sans effet sur le verdict"),
    )
    return "".join(
        f'<div><dt>{word}</dt><dd class="value">{number(value)}</dd><dd class="small">{context}</dd></div>'
        for value, word, context in shown
    )


def _faulty(faulty: int, rows: int) -> str:
    if not faulty:
        return "aucune n’est à corriger"
    if faulty == rows:
        return agree(rows, "à corriger", "toutes à corriger")
    return f"dont {number(faulty)} à corriger ({share(100 * faulty / rows)})"


def _by_sort(sorts: Sequence[Sort]) -> str:
    """Each sort with its count, drawn as a bar; the way to its details."""
    if not sorts:
        return f"<p>{CLEAN}</p>"
    most = max(one.count for one in sorts)
    rows = "".join(
        f'<tr><th scope="row"><a href="#{_anchor(one)}">{escaped(one.title)}</a></th><td>{escaped(_columns(one))}</td>'
        f'<td class="number">{number(one.count)}</td><td class="bar">{_bar(one.count / most)}</td></tr>'
        for one in sorted(sorts, key=lambda one: -one.count)
    )
    return (
        '<div class="scroll sorts" tabindex="0" role="region" aria-label="Les erreurs par sorte"><table>'
        '<caption>Les erreurs par sorte</caption><thead><tr><th scope="col">Sorte</th><th scope="col">Colonnes</th>'
        '<th scope="col" class="number">Erreurs</th><td></td></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _bar(share_of_most: float) -> str:
    width = max(1, round(100 * share_of_most))
    return (
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{width}" height="10"/></svg>'
    )


def _columns(one: Sort) -> str:
    names = list(dict.fromkeys(point.field for point in one.points if point.field))
    if not names or one.code == MISSING_CELL.code:
        return "lignes entières"
    return ", ".join(names[:3]) + (
        f" et {number(len(names) - 3)} {agree(len(names) - 3, 'autre')}" if names[3:] else ""
    )


def _anchor(one: Sort) -> str:
    return escaped("-".join(filter(None, (one.code, one.rule))))


def to_mend(conformity: Conformity) -> str:
    """Each error, with what is expected, where it is, how to mend it."""
    if not conformity.errors:
        return ""
    details = "".join(sort(one, _anchor(one), conformity.schema) for one in conformity.errors)
    return f"<section><h2>Ce qui est à corriger</h2>{details}</section>"


def to_look_at(conformity: Conformity) -> str:
    """Warnings, apart."""
    if not conformity.warnings:
        return ""
    details = "".join(sort(one, _anchor(one), conformity.schema) for one in conformity.warnings)
    return (
        "<section><h2>Ce qui mérite un regard</h2><p>Cela ne rend pas le fichier non conforme, mais peut cacher une "
        f"faute de saisie.</p>{details}</section>"
    )


def read(conformity: Conformity) -> str:
    """What was met in reading the file; what of the schema could not be checked."""
    verdict = conformity.verdict
    lead = f"{plural(len(verdict.labels), 'colonne')} et {plural(verdict.rows, 'ligne')}, l’en-tête à part."
    lead = f"{escaped(verdict.reading)} {lead}".strip()
    notes = _problems(conformity.notes) or "<p>Le fichier se lit sans remarque.</p>"
    doubts = _problems(conformity.faults)
    if doubts:
        doubts = f"<h3>Le schéma est lui-même fautif</h3>{doubts}"
    return f"<section><h2>Ce qui a été lu</h2><p>{lead}</p>{notes}{doubts}</section>"


def _problems(problems: Sequence[Problem]) -> str:
    items = "".join(
        f"<li><strong>{escaped(one.message)}</strong> <span>{escaped(one.cure)}</span></li>" for one in problems
    )
    return f'<ul class="gaps">{items}</ul>' if items else ""
