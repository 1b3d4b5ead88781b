"""A provider of identities that answers as ProConnect does, without a socket: at the transport of `requests`."""

import base64
import hashlib
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from requests.adapters import BaseAdapter

ADDRESS = "https://identite.example/api/v2"
CLIENT, SECRET = "coeurdeville-essai", "un secret d’essai"
KEY, FORGED = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
CLAIMS = {
    "sub": "b0b1", "email": "Claire.Martin@ville.example", "given_name": "Claire", "usual_name": "Martin",
    "siret": "21020691000017",
}  # fmt: skip

Change = Callable[[dict[str, Any]], dict[str, Any]]


def unchanged(claims: dict[str, Any]) -> dict[str, Any]:
    return claims


@dataclass
class Provider:
    """Grants codes, exchanges them once against tokens, tells who holds a token; each answer can be spoilt."""

    key: Any = KEY
    change_id: Change = unchanged
    change_user: Change = unchanged
    headers: dict[str, str] = field(default_factory=lambda: {"kid": "k1"})
    media: str = "application/jwt"
    broken: str = ""
    """Path of the address that answers 500."""
    granted: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def authorize(self, location: str) -> str:
        """What the browser brings back, once the person has signed in: `code` and `state`."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(location).query).items()}
        assert location.startswith(f"{ADDRESS}/authorize?")
        assert (query["client_id"], query["response_type"]) == (CLIENT, "code")
        self.granted["code-1"] = query
        return f"{query['redirect_uri']}?code=code-1&state={query['state']}"

    def answer(self, request: requests.PreparedRequest) -> tuple[int, str, str]:
        """Status, type and text of an answer."""
        path = str(request.url).removeprefix(ADDRESS)
        self.asked.append(path)
        if path == self.broken:
            return 500, "text/plain", "panne"
        return {"/token": self.token, "/userinfo": self.userinfo, "/jwks": self.jwks}[path](request)

    def token(self, request: requests.PreparedRequest) -> tuple[int, str, str]:
        sent = {name: values[0] for name, values in parse_qs(str(request.body)).items()}
        query = self.granted.pop(sent.get("code", ""), None)
        if query is None or (sent["client_id"], sent["client_secret"]) != (CLIENT, SECRET):
            return 400, "application/json", '{"error": "invalid_grant"}'
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != query["code_challenge"]:
            return 400, "application/json", '{"error": "invalid_grant"}'
        said = self.change_id({**self.common(), "sub": CLAIMS["sub"], "nonce": query["nonce"]})
        return 200, "application/json", json.dumps({"access_token": "jeton", "id_token": self.sign(said)})

    def userinfo(self, request: requests.PreparedRequest) -> tuple[int, str, str]:
        if request.headers["Authorization"] != "Bearer jeton":
            return 401, "application/json", "{}"
        said = self.change_user({**self.common(), **CLAIMS})
        return 200, self.media, self.sign(said) if self.media == "application/jwt" else json.dumps(said)

    def jwks(self, _: requests.PreparedRequest) -> tuple[int, str, str]:
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return 200, "application/json", json.dumps({"keys": [{**public, "kid": "k1", "alg": "RS256", "use": "sig"}]})

    def common(self) -> dict[str, Any]:
        now = int(time.time())
        return {"iss": ADDRESS, "aud": CLIENT, "iat": now, "exp": now + 60}

    def sign(self, said: dict[str, Any]) -> str:
        return jwt.encode(said, self.key, algorithm="RS256", headers=self.headers)


class Transport(BaseAdapter):
    """Carries the requests of the site to a provider of this process."""

    def __init__(self, provider: Provider) -> None:
        super().__init__()
        self.provider = provider

    def send(self, request: requests.PreparedRequest, **_: Any) -> requests.Response:
        status, media, text = self.provider.answer(request)
        response = requests.Response()
        response.status_code, response.url, response.request = status, str(request.url), request
        response.headers["Content-Type"] = media
        response._content, response.encoding = text.encode(), "utf-8"
        return response

    def close(self) -> None:
        """Nothing is held open."""
