"""
What all official result pages share: the parsed page, its texts, tables and numbers, and when it was updated.

A page that is not whole is refused, since a cut page looks like one with fewer candidates. The pages are
written by a program and end in `</html>`; one that does not was cut, whatever else it holds.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from lxml import etree
from lxml import html

from janadesh.errors import Fault
from janadesh.errors import JanadeshError
from janadesh.sources.page_encoding import decoded_page
from janadesh.sources.text_file import UnreadableFile

INDIA = ZoneInfo("Asia/Kolkata")
UNKNOWN = frozenset({"", "-", "--", "–", "N/A", "NA"})
"""What stands in a cell whose number is not known yet. It is never zero."""

_END = re.compile(r"</html\s*>\s*(?><!--.*?-->\s*)*+\Z", re.IGNORECASE | re.DOTALL)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")
_NUMBER = re.compile(r"\d+|\d{1,3}(?:,\d{2,3})*,\d{3}")
_UPDATED = re.compile(
    r"last\s+updated\s*(?:at|on)?\s*:?\s*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap])\.?m\.?\s*,?\s*"
    r"(?:on)?\s*(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})",
    re.IGNORECASE,
)
_ROUNDS = re.compile(r"status (?:of evm|as on) round\s*[:,]?\s*(\d{1,3})\s*/\s*(\d{1,3})", re.IGNORECASE)
_SEAT = re.compile(
    r"(?P<house>Assembly|Parliamentary) Constituency\s*:?\s*(?P<number>\d{1,3})\s*-\s*(?P<name>.+?)\s*"
    r"\((?P<state>[^()]+)\)\s*$",
    re.IGNORECASE,
)
_ERRORS = re.compile(
    r"access denied|request rejected|service unavailable|bad gateway|gateway time-?out|page not found|not be found"
    r"|forbidden|internal server error|too many requests|error 4\d\d|error 5\d\d",
    re.IGNORECASE,
)
# compiled once, since every cell of every page is asked
_TEXTS = etree.XPath(".//text()[not(parent::script or parent::style)]")
_OWN_TEXTS = etree.XPath(".//text()[not(parent::script or parent::style) and count(ancestor::table) = $depth]")
_DEPTH = etree.XPath("count(ancestor::table)")
_ROWS = etree.XPath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr")
_CELLS = etree.XPath("./td | ./th")
_CURE = "Fetch the page again, or leave it out."


class UnreadablePage(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """A page that is not what its name says: cut, empty, an error page, or of another layout."""

    exit_code = 2

    def __init__(self, fault: Fault) -> None:
        """Keep the fault beside the message that tells it."""
        self.fault = fault
        super().__init__(str(fault))


class OtherLayout(UnreadablePage):
    """A whole page that has not what its layout has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The seat that a page's heading names: `Assembly Constituency 27 - BUDGAM (Jammu & Kashmir)`."""

    house: str
    number: int
    name: str
    state: str


def unreadable(file: str, problem: str, *, value: str | None = None, row: int | None = None) -> UnreadablePage:
    """Make the error that refuses a page."""
    return UnreadablePage(Fault(file=file, problem=problem, value=value, row=row, cure=_CURE))


def page_tree(content: bytes, file: str) -> html.HtmlElement:
    """
    Parse a whole page.

    Args:
        content: the page as it was saved.
        file: what errors call it.

    Raises: UnreadablePage, where it is empty, cut, or no page.
    """
    try:
        text = decoded_page(content, None, file)
    except UnreadableFile as error:
        raise UnreadablePage(error.fault) from None
    if not text.strip():
        raise unreadable(file, "it is empty")
    if not _END.search(text):
        if "<" not in text:
            raise unreadable(file, "it is no web page", value=text.strip()[:60])
        raise unreadable(file, "it is cut off: nothing ends it, and `</html>` was looked for")
    try:
        tree: html.HtmlElement = html.document_fromstring(
            text.encode(), parser=html.HTMLParser(encoding="utf-8", huge_tree=False)
        )
    except (etree.ParserError, ValueError):
        raise unreadable(file, "it is empty") from None
    return tree


def other_layout(tree: html.HtmlElement, file: str, looked_for: str) -> UnreadablePage:
    """Say that a page lacks what its layout has, or that it is an error page."""
    words = text_of(tree)
    if error := _ERRORS.search(words[:2000]):
        return unreadable(file, "it is an error page, not a result", value=error[0])
    problem = f"it has another layout than is known; {looked_for} was looked for"
    return OtherLayout(Fault(file=file, problem=problem, value=words[:60], cure=_CURE))


def text_of(element: html.HtmlElement) -> str:
    """Give an element's text with single blanks and without unseen characters; scripts and styles are left out."""
    return squashed(" ".join(_TEXTS(element)) if len(element) else element.text or "")


def own_text(element: html.HtmlElement) -> str:
    """Give the text of a cell without that of tables inside it, which are tooltips."""
    if not len(element):
        return squashed(element.text or "")
    return squashed(" ".join(_OWN_TEXTS(element, depth=_DEPTH(element))))


def squashed(text: str) -> str:
    """Reduce blanks to single ones; unseen characters are left out."""
    return " ".join(_UNSEEN.sub("", text).split())


def tables(tree: html.HtmlElement) -> list[html.HtmlElement]:
    """List the page's tables, in order; those inside others come after these."""
    found: list[html.HtmlElement] = tree.xpath("//table")
    return found


def rows(table: html.HtmlElement) -> Iterator[list[html.HtmlElement]]:
    """Give a table's own rows as lists of cells, without the rows of tables inside it."""
    for row in _ROWS(table):
        yield _CELLS(row)


def votes(text: str, file: str, row: int | None = None) -> int | None:
    """
    Read a number of votes; `-` and an empty cell are unknown.

    Raises: UnreadablePage, where it is anything else.
    """
    if text in UNKNOWN:
        return None
    if not _NUMBER.fullmatch(text):
        raise unreadable(file, "the votes are no whole number", value=text, row=row)
    return int(text.replace(",", ""))


def updated(words: str) -> dt.datetime | None:
    """Read in a page's text when it was last updated, in Indian time; None where it does not say."""
    found = _UPDATED.search(words)
    return _moment(found) if found else None


def _moment(found: re.Match[str]) -> dt.datetime | None:
    hour = int(found["hour"])
    if hour <= 12:
        # as the site writes it, noon is 12 pm; 13:05 pm is seen too
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    try:
        return dt.datetime(
            int(found["year"]), int(found["month"]), int(found["day"]), hour, int(found["minute"]), tzinfo=INDIA
        )
    except ValueError:
        return None


def rounds(words: str) -> tuple[int, int] | None:
    """Read `Status of EVM Round: 19/19` as rounds counted and rounds in all; None where it is not there."""
    found = _ROUNDS.search(words)
    return (int(found[1]), int(found[2])) if found else None


def heading(tree: html.HtmlElement) -> Heading | None:
    """Read which seat the page's heading names; None where it names none."""
    for element in tree.xpath("//h1 | //h2 | //h3 | //*[contains(@class, 'page-title')]"):
        if found := _SEAT.search(text_of(element)):
            return Heading(
                house="assembly" if found["house"].lower() == "assembly" else "parliament",
                number=int(found["number"]),
                name=found["name"],
                state=squashed(found["state"]),
            )
    return None
