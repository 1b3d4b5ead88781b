"""The reasons of a cell in plain French."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from coeurdeville.core.french import capital, day, listing, number, plural, spaced
from coeurdeville.core.licences import combine
from coeurdeville.deployability.holders import Holder
from coeurdeville.deployability.provider import Doubt, Place, Provider
from coeurdeville.deployability.summary import Summary
from coeurdeville.deployability.verdict import Reason, Verdict, Why
from coeurdeville.inventory.donnee import Donnee
from coeurdeville.layers.catalogue import DataKind
from coeurdeville.layers.contract.awaited import Awaited

SOURCE_UNREAD = "le logiciel ne lit pas encore la source nationale"
PLACES = {
    Place.FILE: "fichier de la ville",
    Place.PUBLISHED: "publiée",
    Place.SOURCE: "source nationale",
}


def named(layer: DataKind) -> str:
    """`« Arbres »`."""
    return spaced(f"« {layer.title} »")


def of_provider(provider: Provider) -> str:
    """`BD TOPO, bâtiments (IGN, source nationale)`."""
    where = PLACES[provider.place]
    return spaced(
        f"{provider.title} ({provider.holder}, {where})" if provider.holder else f"{provider.title} ({where})"
    )


def of_reason(reason: Reason, told: Sequence[Donnee] = ()) -> str:
    """One layer that a service asks for, and how it stands: a clause without capital or full stop.

    Parameters
    ----------
    told
        What the inventory of the town says of who holds the layer (`telling`): nobody is unknown who is in it.
    """
    layer, provider = named(reason.layer), reason.provider
    match reason.why:
        case Why.ABSENT:
            return spaced(f"{layer} : {_held(told)}")
        case Why.HAD:
            assert provider is not None
            return spaced(f"{layer} : {of_provider(provider)}")
        case Why.STANDS_IN:
            assert provider is not None
            return spaced(f"{layer} : {named(provider.layer)} en tient lieu, {of_provider(provider)}")
        case Why.ASKABLE:
            assert provider is not None
            return spaced(f"{layer} : pas dans le calcul ; à demander, {of_provider(provider)}")
        case Why.DOUBTED:
            assert provider is not None
            instead = "" if provider.layer is reason.layer else f" par {named(provider.layer)}"
            return spaced(f"{layer} : peut-être{instead}, {of_provider(provider)}, mais {of_doubts(provider)}")


def _held(told: Sequence[Donnee]) -> str:
    """Why nobody gives a layer: `pas encore donnée ; Syndicat d’énergie, candidate à l’ouverture (inventaire)`."""
    if not told:
        return "aucune source connue ne la donne"
    known = (_known(one) for one in told)
    return f"pas encore donnée ; {' ; '.join(known)} (inventaire)"


def _known(donnee: Donnee) -> str:
    nature = "" if donnee.nature is None else donnee.nature.libelle
    return ", ".join(filter(None, (donnee.tenue_par or nature, donnee.ouverture.libelle)))


def of_doubts(provider: Provider) -> str:
    """What is not known of a provider: `le logiciel ne sait pas encore la lire`."""
    return listing([_doubt(one, provider) for one in provider.doubts])


def of_holder(holder: Holder) -> str:
    """Who to ask for a layer, and on what that rests: `« Arbres » : la commune, déjà ouverte depuis le 03/02/2026`."""
    known = "" if holder.nature is None else holder.nature.libelle
    who = holder.name or known or holder.acteur.libelle
    layer = named(holder.layer)
    if holder.entry:
        since = "" if holder.since is None else f" depuis le {day(holder.since)}"
        return spaced(f"{layer} : {who} ; {holder.status.libelle}{since} (inventaire, « {holder.entry} »)")
    belief = "" if holder.sure else " d’ordinaire"
    return spaced(f"{layer} : {who}{belief} ; {holder.why}")


def of_licence(verdict: Verdict) -> str:
    """Under which licence the result could be published, from those of what is used; empty when it does not run."""
    used = [one.provider for one in verdict.reasons if one.provider and one.why in (Why.HAD, Why.STANDS_IN)]
    if not verdict.runs or not used:
        return ""
    if closed := [f"{named(one.layer)} : {one.closed}" for one in used if one.closed]:
        return spaced(f"non publiable en données ouvertes ({listing(closed)})")
    whole = combine({one.licence for one in used})
    return spaced(f"{whole.licence.title} ({whole.reason})" if whole.reason else whole.licence.title)


def of_blocking(verdict: Verdict) -> str:
    """What keeps a service from running for sure: `il manque « D » ; « A » à vérifier (fichier illisible)`."""
    said = list(shortly(one for one in verdict.reasons if one.layer in verdict.blocking))
    return spaced((" ; " if verdict.every else " ; ou ").join(said))


def of_summary(summary: Summary) -> str:
    """Why most cells of a service are alike; empty when they are not."""
    if summary.common is None:
        return ""
    where = f"{capital(summary.common.label)} dans {plural(summary.same, 'commune')} sur {number(summary.total)}"
    if not summary.because:
        return spaced(f"{where} : tout ce qu’il faut est connu.")
    return spaced(f"{where} : {' ; '.join(shortly(summary.because))}.")


def shortly(reasons: Iterable[Reason]) -> Iterator[str]:
    """`il manque « D »`, `« A » et « B » à vérifier (fichier illisible)`: layers of the same reason together."""
    groups: dict[tuple[str, ...], list[DataKind]] = {}
    for one in reasons:
        groups.setdefault(tuple(_short(doubt, one.layer) for doubt in one.doubts), []).append(one.layer)
    for doubts, layers in groups.items():
        said = listing([named(one) for one in layers])
        yield f"{said} à vérifier ({', '.join(doubts)})" if doubts else f"il manque {said}"


def _short(doubt: Doubt, layer: DataKind) -> str:
    """Of a layer that code reads from a file, only the source of the whole country may have no reader."""
    return doubt.short if doubt is not Doubt.READER or isinstance(layer, Awaited) else SOURCE_UNREAD


def _doubt(doubt: Doubt, provider: Provider) -> str:
    if doubt is Doubt.COVERAGE and provider.lacking:
        return f"{doubt.label} (il manque {provider.lacking})"
    if doubt is Doubt.UNREADABLE and provider.lacking:
        return f"{doubt.label} ({provider.lacking})"
    return doubt.label
