"""
Fetching result pages from a site, politely.

One request at a time with a gap between them, robots.txt (RFC 9309) kept, an agent that says who asks, conditional
requests (RFC 9110, section 13) by what the site said of a page before, and back-off with jitter where it fails.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

import httpx
import tenacity

from janadesh.errors import Fault

MOST_BYTES = 5_000_000
TRIES = 4
LONGEST_WAIT = 60.0
_TRY_LATER = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What a site said of a page: its entity tag, and when it was last modified."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """Give the headers that ask for the page only if it is another now."""
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page: its content, None where it is unchanged or could not be had; then `fault` says why."""

    address: str
    content: bytes | None = None
    tags: Tags = field(default_factory=Tags)
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    """A site's answer; `content` is None where it is larger than any page."""

    status_code: int
    reason_phrase: str
    headers: httpx.Headers
    content: bytes | None


class _TryLater(Exception):  # noqa: N818 - the name is what to do
    """The site asks to try again later; after so many seconds, where it says so."""

    def __init__(self, answer: httpx.Response) -> None:
        super().__init__(f"the site answers {answer.status_code} {answer.reason_phrase}")
        self.after = _seconds(answer.headers.get("Retry-After"))


class Fetching:
    """Fetches pages of one site or several, each request a gap after the one before."""

    def __init__(
        self, client: httpx.Client, agent: str, *, gap: float, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        """
        Fetch with a client.

        Args:
            client: asks; its time limits hold.
            agent: the user agent, by which robots.txt is asked, too.
            gap: seconds between two requests, at least.
            sleep: waits.
        """
        self._client = client
        self._agent = agent
        self._gap = gap
        self._sleep = sleep
        self._last = 0.0
        self._robots: dict[str, RobotFileParser] = {}
        self._retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type((httpx.TransportError, _TryLater)),
            wait=self._wait,
            stop=tenacity.stop_after_attempt(TRIES),
            sleep=sleep,
            reraise=True,
        )

    def page(self, address: str, tags: Tags) -> Fetched:
        """Fetch a page if it is another than the one that tags are of; whatever goes wrong is told in `fault`."""
        try:
            if not self._may(address):
                return _failed(address, "the site's robots.txt asks that it is not fetched", "Ask the site's owner.")
            answer = self._retrying(self._ask, address, tags.headers())
        except (httpx.HTTPError, _TryLater) as error:
            return _failed(address, str(error) or type(error).__name__, "It is asked for again in the next round.")
        except httpx.InvalidURL as error:
            return _failed(address, str(error), "Correct the address.")
        if answer.status_code == httpx.codes.NOT_MODIFIED:
            return Fetched(address=address, tags=tags)
        if answer.status_code != httpx.codes.OK:
            problem = f"the site answers {answer.status_code} {answer.reason_phrase}"
            return _failed(address, problem, "Look whether the page has moved.")
        if answer.content is None:
            return _failed(address, f"it has over {MOST_BYTES:,} bytes", "No result page is so large.")
        said = Tags(etag=answer.headers.get("ETag"), last_modified=answer.headers.get("Last-Modified"))
        return Fetched(address=address, content=answer.content, tags=said)

    def _ask(self, address: str, headers: dict[str, str]) -> _Answer:
        self._sleep(max(0.0, self._last + self._gap - time.monotonic()))
        try:
            asked = {"User-Agent": self._agent, **headers}
            with self._client.stream("GET", address, headers=asked, follow_redirects=True) as answer:
                if answer.status_code in _TRY_LATER:
                    raise _TryLater(answer)
                return _Answer(answer.status_code, answer.reason_phrase, answer.headers, _content(answer))
        finally:
            self._last = time.monotonic()

    def _may(self, address: str) -> bool:
        site = urljoin(address, "/robots.txt")
        if site not in self._robots:
            answer = self._retrying(self._ask, site, {})
            rules = RobotFileParser(site)
            # a site without the file forbids nothing
            told = (answer.content or b"").decode(errors="replace") if answer.status_code == httpx.codes.OK else ""
            rules.parse(told.splitlines())
            self._robots[site] = rules
            self._gap = max(self._gap, float(rules.crawl_delay(self._agent) or 0))
        return self._robots[site].can_fetch(self._agent, address)

    def _wait(self, state: tenacity.RetryCallState) -> float:
        wait = tenacity.wait_random_exponential(multiplier=max(self._gap, 0.01), max=LONGEST_WAIT)(state)
        error = state.outcome.exception() if state.outcome else None
        return max(wait, min(error.after, LONGEST_WAIT)) if isinstance(error, _TryLater) else wait


def _content(answer: httpx.Response) -> bytes | None:
    # unpacked bytes are counted as they come: an answer may have no end, or blow up
    content = bytearray()
    for block in answer.iter_bytes():
        content += block
        if len(content) > MOST_BYTES:
            return None
    return bytes(content)


def _failed(address: str, problem: str, cure: str) -> Fetched:
    return Fetched(address=address, fault=Fault(file=address, problem=problem, cure=cure))


def _seconds(retry_after: str | None) -> float:
    """Read Retry-After: seconds, or a moment; 0 where it says nothing readable."""
    if retry_after is None:
        return 0.0
    if retry_after.isdigit():
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after).timestamp() - time.time())
    except ValueError:
        return 0.0
