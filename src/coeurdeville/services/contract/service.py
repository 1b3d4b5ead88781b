"""@service: the signature is the manifest. A service measures objects, its figures judge them, its words tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from coeurdeville.core.french import number
from coeurdeville.core.problems import Kind, Problem, refuse_errors
from coeurdeville.layers.contract.layer import Layer
from coeurdeville.layers.contract.table import TableLayer
from coeurdeville.services.contract.declaration import Indicator, Param, Theme
from coeurdeville.services.contract.page import Page, Told
from coeurdeville.services.contract.signature import Signature, read_figures, read_measure

P = ParamSpec("P")
Q = ParamSpec("Q")
R = TypeVar("R", bound=TableLayer)
F = TypeVar("F")

PARAMETER_UNKNOWN = Kind(
    "parametre-inconnu",
    "Le service « {service} » n’a pas de paramètre « {name} ».",
    "Écrire l’un de : {known}.",
)
PARAMETER_OUTSIDE = Kind(
    "parametre-hors-bornes",
    "Le paramètre « {title} » vaut {value}, hors de ses bornes : {bounds}.",
    "Choisir une valeur dans ces bornes.",
)


class Service(Generic[P, R]):
    """A declared service. Called, it is the function that it wraps: layers in, measured objects out."""

    def __init__(
        self,
        measure: Callable[P, R],
        *,
        slug: str,
        title: str,
        theme: Theme,
        method: str,
        by: str = "",
        squares: bool = False,
    ) -> None:
        self.measure = measure
        self.id, self.module = measure.__name__, measure.__module__
        self.slug, self.title, self.theme, self.method, self.by = slug, title, theme, method, by
        self.squares = squares
        self.signature: Signature = read_measure(measure)
        self.thresholds: dict[str, Param] = {}
        self.defaults: dict[str, Any] = dict(self.signature.defaults)
        self.indicators: dict[str, Indicator] = {}
        self.summary: Callable[..., Any] | None = None
        self.figures_type: type | None = None
        self._words: Callable[[Told[Any]], Page] | None = None

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Measure."""
        return self.measure(*args, **kwargs)

    def figures(self, function: Callable[Concatenate[R, Q], F]) -> Callable[Concatenate[R, Q], F]:
        """Declare the function that sums up any set of measured objects: a town, a quarter, a square."""
        read = read_figures(function, self.id, self.signature)
        self.thresholds, defaults, self.indicators, self.figures_type = read
        self.defaults.update(defaults)
        self.summary = function
        return function

    def words(self, function: Callable[[Told[F]], Page]) -> Callable[[Told[F]], Page]:
        """Declare the function that puts figures into plain French, in the module `words_module`."""
        self._words = function
        return function

    @property
    def words_module(self) -> str:
        """The module beside this one that puts figures into words: changing a sentence computes nothing again."""
        return f"{self.module}_words"

    def tell(self, told: Told[Any]) -> Page:
        """The page of these figures."""
        if self._words is None:
            import_module(self.words_module)
        assert self._words is not None, f"{self.words_module} declares no words"
        return self._words(told)

    @property
    def needs(self) -> dict[str, type[Layer]]:
        """Layers without which nothing is computed, by argument."""
        return self.signature.needs

    @property
    def layers(self) -> dict[str, type[Layer]]:
        """Needs, then improvements, by argument."""
        return {**self.signature.needs, **self.signature.improvements}

    @property
    def parameters(self) -> dict[str, Param]:
        """Parameters of the measure, then thresholds of the figures."""
        return {**self.signature.parameters, **self.thresholds}

    def chosen(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Every parameter with its value, given or default.

        Raises
        ------
        Refused
            All the names that do not exist and all the values outside their bounds, at once.
        """
        refuse_errors(self._parameter_problems(given))
        return {**self.defaults, **given}

    def _parameter_problems(self, given: Mapping[str, Any]) -> list[Problem]:
        known, values = ", ".join(self.parameters) or "aucun", {**self.defaults, **given}
        alien = sorted(given.keys() - self.parameters.keys())
        found = [PARAMETER_UNKNOWN(service=self.slug, name=name, known=known) for name in alien]
        for name, declared in self.parameters.items():
            param, value = self._bounded(declared, values), values[name]
            if isinstance(value, int | float) and not param.allows(value):
                found.append(PARAMETER_OUTSIDE(title=param.title, value=number(value, 2), bounds=param.bounds))
        return found

    def _bounded(self, param: Param, values: Mapping[str, Any]) -> Param:
        """The same parameter, at most what the measure goes to when it is held within it."""
        if not param.within:
            return param
        most = values[param.within]
        return replace(param, maximum=most if param.maximum is None else min(param.maximum, most))

    def reach(self, argument: str, chosen: Mapping[str, Any]) -> float:
        """How far [m] around the territory the service looks in this layer."""
        looking = (name for name, param in self.signature.parameters.items() if argument in param.reach)
        return max((float(chosen[name]) for name in looking), default=0.0)


def service(
    *, slug: str, title: str, theme: Theme, method: str, by: str = "", squares: bool = False
) -> Callable[[Callable[P, R]], Service[P, R]]:
    """Declare a pure function as a service.

    Parameters
    ----------
    slug, title
        What users type and read.
    theme
        Where it stands among the themes of the call.
    method
        Key of the reference in `docs/references.bib`.
    by
        A column of the result whose values are told apart, such as scenarios; a value that the
        data do not have is absent, not zero.
    squares
        Figures are wanted by 200 m square even where quarters are known.
    """

    def declare(function: Callable[P, R]) -> Service[P, R]:
        return Service(function, slug=slug, title=title, theme=theme, method=method, by=by, squares=squares)

    return declare
