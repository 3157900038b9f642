"""Where alerts go: to standard output, to a file of JSON lines, or signed to a webhook, with retries."""

from __future__ import annotations

import hashlib
import hmac
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from janadesh.cli.talk import say

if TYPE_CHECKING:
    from janadesh.count.alerts import Alert

SECRET = "JANADESH_WEBHOOK_SECRET"  # noqa: S105 - the variable's name
TRIES = 5
_SECONDS_TO_ANSWER = 10
_LONGEST_WAIT = 30

Sending = Callable[["Alert"], object]


def sending_to(where: str | None) -> Sending:
    """
    Give what sends an alert on: to standard output where `where` is None, else to a webhook's address or a file.

    Raises: typer.BadParameter, where a webhook has no secret to sign with.
    """
    if where is None:
        return lambda alert: typer.echo(f"{alert.at:%Y-%m-%dT%H:%M:%SZ}  {alert.kind}  {alert.says}")
    if where.startswith(("http://", "https://")):
        secret = os.environ.get(SECRET)
        if not secret:
            raise typer.BadParameter(
                f"a webhook is signed; set {SECRET} to a secret that its receiver knows", param_hint="--alerts"
            )
        return lambda alert: post(where, alert, secret.encode())
    file = Path(where).expanduser()
    return lambda alert: _append(file, alert)


def kinds_asked(on: str | None) -> frozenset[str]:
    """
    Read which kinds of alerts are asked for, separated by commas.

    Raises: typer.BadParameter, where there is no such kind.
    """
    from janadesh.count.alerts import KINDS

    wanted = frozenset(filter(None, (kind.strip() for kind in (on or "").split(","))))
    unknown = sorted(wanted - set(KINDS))
    if unknown:
        raise typer.BadParameter(f"there is no alert {unknown[0]!r}; there are {', '.join(KINDS)}", param_hint="--on")
    return wanted


def signature(secret: bytes, timestamp: str, body: bytes) -> str:
    """Sign a request: HMAC-SHA256 (RFC 2104) over the timestamp, a full stop, and the body."""
    return "sha256=" + hmac.new(secret, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def post(address: str, alert: Alert, secret: bytes, *, sleep: Callable[[float], None] = time.sleep) -> bool:
    """
    Post an alert to a webhook; errors of the network and of the server are tried again, longer and longer apart.

    Returns: whether it arrived. Where it did not, that is said, and the count goes on.
    """
    import httpx
    import tenacity

    body = alert.as_json().encode()

    def attempt() -> None:
        stamp = str(int(time.time()))
        headers = {
            "Content-Type": "application/json",
            "X-Janadesh-Id": alert.id,
            "X-Janadesh-Timestamp": stamp,
            "X-Janadesh-Signature": signature(secret, stamp, body),
        }
        answer = httpx.post(address, content=body, headers=headers, timeout=_SECONDS_TO_ANSWER)
        if (
            answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR
            or answer.status_code == httpx.codes.TOO_MANY_REQUESTS
        ):
            answer.raise_for_status()
        if answer.is_error:
            raise _RefusedByReceiver(f"it answers {answer.status_code}")

    retrying = tenacity.Retrying(
        retry=tenacity.retry_if_exception_type(httpx.HTTPError),
        wait=tenacity.wait_random_exponential(max=_LONGEST_WAIT),
        stop=tenacity.stop_after_attempt(TRIES),
        sleep=sleep,
        reraise=True,
    )
    try:
        retrying(attempt)
    except (httpx.HTTPError, _RefusedByReceiver) as error:
        say(f"The alert {alert.id} did not reach the webhook: {error}. It said: {alert.says}")
        return False
    return True


class _RefusedByReceiver(Exception):  # noqa: N818 - the name is the diagnosis
    """The receiver takes no such request, and would not if it were asked again."""


def _append(file: Path, alert: Alert) -> None:
    with file.open("a", encoding="utf-8") as lines:
        lines.write(alert.as_json() + "\n")
