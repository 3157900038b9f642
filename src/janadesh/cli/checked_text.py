"""A checked article for people: its text with the claims marked, and below it what the record says of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from janadesh.claims.claim import Claim
from janadesh.cli.showing import people_console
from janadesh.export.figures import Digits
from janadesh.export.figures import day_in_words
from janadesh.export.figures import measured
from janadesh.export.marking import runs
from janadesh.sources.article import Article

_STYLES = {
    "confirmed": "green",
    "partial": "yellow",
    "superseded": "cyan",
    "contradicted": "bold red",
    "unverifiable": "dim",
}
_BLANKS = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


def draw_checked(article: Article, claims: Sequence[Claim], digits: Digits) -> None:
    """Draw one article, its claims marked by brackets and numbers (and colours on a terminal), and their verdicts."""
    console = people_console()
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end))
    console.print(Text(f"{article.title or article.id}, {day_in_words(article.written_on)}", style="bold"))
    console.print(_marked(article, ordered), soft_wrap=not console.is_terminal)
    console.print()
    if not ordered:
        console.print("No claim about an election was found.")
    for number, claim in enumerate(ordered, start=1):
        _draw_verdict(console, number, claim, digits)


def _marked(article: Article, claims: Sequence[Claim]) -> Text:
    marked = Text()
    began: set[int] = set()
    for run in runs(article.plain, claims):
        new = [number for number in run.claims if number not in began]
        began.update(new)
        # markup was blanked out of the text, and would leave holes in it
        words = _BLANK_LINES.sub("\n\n", _BLANKS.sub(" ", run.text))
        style = _STYLES.get(claims[run.claims[0]].verdict, "") if run.claims else ""
        marked.append("[" * len(new)).append(words, style=style)
        for number in run.ending:
            marked.append(f"]{number + 1}")
    return marked[len(marked.plain) - len(marked.plain.lstrip()) : len(marked.plain.rstrip())]


def _draw_verdict(console: Console, number: int, claim: Claim, digits: Digits) -> None:
    about = [part for part in (claim.subject.name if claim.subject else None, claim.constituency) if part]
    official = measured(claim.official, claim.unit, digits)
    line = Text.assemble(
        f"{number:>3}  ",
        (claim.verdict, _STYLES.get(claim.verdict, "")),
        f"  {claim.kind.replace('_', ' ')}: “{claim.quote}”",
        f" ({', '.join(about)})" if about else "",
        f"; officially {official}" if official else "",
    )
    if console.is_terminal:
        console.print(line, Padding(Text(claim.why), (0, 0, 0, 5)))
    else:
        console.print(line, Text(f"     {claim.why}"), sep="\n", soft_wrap=True)
