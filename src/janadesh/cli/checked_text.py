"""A checked article for people: its text with the claims marked, and below it what the record says of each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from janadesh.claims.claim import Claim
from janadesh.cli.showing import people_console
from janadesh.export.checked_article import Checked
from janadesh.export.checked_article import Marked
from janadesh.export.checked_article import checked
from janadesh.export.figures import Digits
from janadesh.export.figures import day_in_words
from janadesh.sources.article import Article

_STYLES = {
    "confirmed": "green",
    "partial": "yellow",
    "superseded": "cyan",
    "contradicted": "bold red",
    "unverifiable": "dim",
}


def draw_checked(article: Article, claims: Sequence[Claim], digits: Digits) -> None:
    """Draw one article, its claims marked by brackets and numbers (and colours on a terminal), and their verdicts."""
    console = people_console()
    laid_out = checked(article, claims, digits)
    console.print(Text(f"{article.title or article.id}, {day_in_words(article.written_on)}", style="bold"))
    console.print(_marked_text(laid_out), soft_wrap=not console.is_terminal)
    console.print()
    if not laid_out.claims:
        console.print("No claim about an election was found.")
    for marked in laid_out.claims:
        _draw_verdict(console, marked)


def _marked_text(laid_out: Checked) -> Text:
    text = Text()
    began: set[int] = set()
    for run in laid_out.runs:
        beginning = [number for number in run.claims if number not in began]
        began.update(beginning)
        style = _STYLES.get(laid_out.claims[run.claims[0]].claim.verdict, "") if run.claims else ""
        text.append("[" * len(beginning)).append(run.text, style=style)
        for number in run.ending:
            text.append(f"]{number + 1}")
    return text[len(text.plain) - len(text.plain.lstrip()) : len(text.plain.rstrip())]


def _draw_verdict(console: Console, marked: Marked) -> None:
    verdict = marked.claim.verdict
    line = Text.assemble(
        f"{marked.number:>3}  ",
        (verdict, _STYLES.get(verdict, "")),
        f"  {marked.kind}: “{marked.quote}”",
        f" ({marked.about})" if marked.about else "",
        f"; officially {marked.official}" if marked.official else "",
    )
    if console.is_terminal:
        console.print(line, Padding(Text(marked.claim.why), (0, 0, 0, 5)))
    else:
        console.print(line, Text(f"     {marked.claim.why}"), sep="\n", soft_wrap=True)
