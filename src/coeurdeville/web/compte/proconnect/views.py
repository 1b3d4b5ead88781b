"""Going to ProConnect, coming back, leaving."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView

from coeurdeville.core.french import spaced

REFUSED = spaced(
    "ProConnect n’a pas permis de vous connecter : la demande a expiré, ou sa réponse n’était pas valable. "
    "Recommencez, ou connectez-vous autrement."
)


class Retour(OIDCAuthenticationCallbackView):
    """Signs in whoever comes back from ProConnect."""

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The page asked for; the sign-in page with a word when anything is wrong."""
        try:
            return super().get(request)
        except SuspiciousOperation:
            return self.login_failure()

    def login_failure(self) -> HttpResponseBase:
        """Back to the sign-in page."""
        messages.error(self.request, REFUSED)
        return super().login_failure()


@never_cache
@require_safe
def partir(request: HttpRequest) -> HttpResponseBase:
    """Send the browser to ProConnect."""
    _si_ouvert()
    return OIDCAuthenticationRequestView.as_view()(request)


@never_cache
@require_safe
def retour(request: HttpRequest) -> HttpResponseBase:
    """The answer of ProConnect."""
    _si_ouvert()
    return Retour.as_view()(request)


@never_cache
@require_safe
def deconnecte(request: HttpRequest) -> HttpResponse:
    """Back from leaving ProConnect, when it was this session that asked for it."""
    _si_ouvert()
    if request.GET.get("state") and request.session.pop("proconnect_sortie", None) == request.GET["state"]:
        messages.success(request, "Vous êtes déconnecté du site et de ProConnect.")
    return redirect(settings.LOGOUT_REDIRECT_URL)


def _si_ouvert() -> None:
    if not settings.PROCONNECT:
        raise Http404
