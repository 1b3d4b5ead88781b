"""The browsers of two hundred towns in the last minute: `python -m programme.candidatures.minute.envois <port>`.

Writes, as JSON, the limit and, for each town, every sending: when, which token, what was answered.
"""

import json
import random
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import django

BEFORE, AFTER = 25.0, 8.0
"""Seconds before and after the limit within which the two hundred towns send: half of the minute that is feared."""
CSRF = "c" * 32
Sending = dict[str, Any]


def main(port: int) -> None:
    """Wait for the site, fix the limit, send."""
    django.setup()
    from programme.candidatures.minute.constat import constat
    from programme.candidatures.minute.site import SECOND_MEMBER, towns

    from coeurdeville.programme.models import Appel

    ready = towns()
    _wait(port)
    limit = datetime.now(UTC) + timedelta(seconds=BEFORE + 3)
    Appel.objects.update(ferme_le=limit)
    chance, plans = random.Random(1), []
    for rank, town in enumerate(ready):
        plans.append((town, rank % SECOND_MEMBER, limit.timestamp() + chance.uniform(-BEFORE, AFTER)))
    with ThreadPoolExecutor(len(plans)) as pool:
        told = list(pool.map(lambda plan: _town(port, *plan), plans))
    print(json.dumps({"limite": limit.isoformat(), "villes": told, "gardees": constat()}))


def _town(port: int, town: dict[str, Any], habit: int, at: float) -> dict[str, Any]:
    """One town in ten sends twice, one by two members, one hangs up before the answer, one in the middle."""
    time.sleep(max(0.0, at - time.time()))
    first, second = town["sessions"]
    token = f"{town['commune']}-jeton-du-formulaire"
    with ThreadPoolExecutor(2) as pool:
        if habit == 0:
            both = [pool.submit(_send, port, town, first, token) for _ in range(2)]
        elif habit == 1:
            both = [pool.submit(_send, port, town, who, f"{token}-{who}") for who in (first, second)]
        elif habit in (2, 3):
            _hang_up(port, town, first, token, 1.0 if habit == 2 else 0.6)
            time.sleep(0.5)
            both = [pool.submit(_send, port, town, first, token)]
        else:
            both = [pool.submit(_send, port, town, first, token)]
        return {"commune": town["commune"], "habitude": habit, "envois": [one.result() for one in both]}


def _send(port: int, town: dict[str, Any], session: str, token: str) -> Sending:
    """Send, and read the answer to its end; as a browser does, once more when the connection is lost."""
    sent = datetime.now(UTC).isoformat()
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", port), timeout=120) as line:
            line.sendall(_request(port, town, session, token))
            answer = b"".join(iter(lambda: line.recv(65536), b""))
        if answer:
            break
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    fields = dict(one.split(": ", 1) for one in lines[1:])
    return {"parti": sent, "revenu": datetime.now(UTC).isoformat(), "statut": int(lines[0].split()[1]),
            "vers": fields.get("Location", ""), "page": body.decode("utf-8", "replace")}  # fmt: skip


def _hang_up(port: int, town: dict[str, Any], session: str, token: str, share: float) -> None:
    """Send a share of the request and go away without a word."""
    content = _request(port, town, session, token)
    with socket.create_connection(("127.0.0.1", port), timeout=120) as line:
        line.sendall(content[: int(len(content) * share)])


def _request(port: int, town: dict[str, Any], session: str, token: str) -> bytes:
    body = urlencode({"verbe": "deposer", "jeton": token, "csrfmiddlewaretoken": CSRF}).encode()
    head = (
        f"POST /espace/{town['commune']}/candidatures/{town['pk']}/deposer/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Cookie: sessionid={session}; csrftoken={CSRF}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body


def _wait(port: int) -> None:
    for _ in range(600):
        try:
            with urlopen(f"http://127.0.0.1:{port}/a-propos/"):
                return
        except OSError:
            time.sleep(0.2)
    raise SystemExit("the site does not answer")


if __name__ == "__main__":
    main(int(sys.argv[1]))
