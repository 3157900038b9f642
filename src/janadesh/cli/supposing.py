"""Reading what is supposed from options: rates, pairs of parties, swings, withdrawals."""

from __future__ import annotations

import re
from collections.abc import Iterable

import typer

from janadesh.analysis.found import candidates_named
from janadesh.analysis.found import the_constituency
from janadesh.analysis.found import the_party
from janadesh.analysis.scenario import Rate
from janadesh.analysis.scenario import Swing
from janadesh.analysis.scenario import Withdrawal
from janadesh.analysis.votes import candidate_votes
from janadesh.errors import Impossible
from janadesh.record.book import Record

_NUMBER = r"[+\-−]?\d+(?:\.\d+)?"
_RATE = re.compile(rf"({_NUMBER})(?:\s*(?:±|\+-|\+/-)\s*(\d+(?:\.\d+)?))?")
_SWING = re.compile(rf"([x×*])?\s*({_NUMBER})(?:\s*(?:±|\+-|\+/-)\s*(\d+(?:\.\d+)?))?")


def read_rate(text: str, option: str) -> Rate:
    """Read `0.9` or `0.9±0.05` (also `0.9+-0.05`)."""
    match = _RATE.fullmatch(text.strip())
    if match is None:
        raise typer.BadParameter(f"takes a share such as 0.9 or 0.9±0.05, and not {text!r}", param_hint=option)
    return Rate(float(match[1]), float(match[2] or 0))


def read_swing(text: str, option: str) -> Swing:
    """Read `+2` or `-1.5±0.5` in points of all votes, or `x1.1` times the party's own."""
    match = _SWING.fullmatch(text.strip())
    if match is None:
        raise typer.BadParameter(
            f"takes points such as +2 or -1.5±0.5, or a factor such as x1.1, and not {text!r}", param_hint=option
        )
    number, sd = float(match[2].replace("−", "-")), float(match[3] or 0)
    return Swing(times=number, sd=sd) if match[1] else Swing(points=number, sd=sd)


def read_parties(book: Record, text: str, as_of: str | None) -> tuple[str, ...]:
    """Read `NC,INC`: names of parties, parted by commas, to their ids."""
    return tuple(the_party(book, name.strip(), as_of)["id"] for name in text.split(",") if name.strip())


def read_pairs(texts: Iterable[str], option: str) -> list[tuple[str, str]]:
    """Read `PARTY=VALUE`, several parted by commas or as several options."""
    pairs = []
    for part in (part for text in texts for part in text.split(",")):
        name, equals, value = part.partition("=")
        if not (equals and name.strip() and value.strip()):
            raise typer.BadParameter(f"takes PARTY=VALUE, and not {part!r}", param_hint=option)
        pairs.append((name.strip(), value.strip()))
    return pairs


def read_transfers(book: Record, texts: Iterable[str], as_of: str | None) -> tuple[Rate, dict[tuple[str, str], Rate]]:
    """Read `0.9±0.05` for all, and `NC>INC=0.8` for votes of one party that go to another."""
    for_all, of_pairs = Rate(1.0), {}
    for part in (part for text in texts for part in text.split(",")):
        pair, equals, value = part.partition("=")
        if not equals:
            for_all = read_rate(part, "--transfer")
            continue
        source, arrow, target = pair.partition(">")
        if not arrow:
            raise typer.BadParameter(f"takes FROM>TO=RATE, and not {part!r}", param_hint="--transfer")
        ids = (str(the_party(book, name.strip(), as_of)["id"]) for name in (source, target))
        of_pairs[next(ids), next(ids)] = read_rate(value, "--transfer")
    return for_all, of_pairs


def read_withdrawal(book: Record, election: str, text: str, as_of: str | None) -> Withdrawal:
    """Read `SEAT:CANDIDATE>PARTY`; the candidate by ballot number or name."""
    match = re.fullmatch(r"([^:]+):([^>]+)>(.+)", text)
    if match is None:
        raise typer.BadParameter(f"takes SEAT:CANDIDATE>PARTY, and not {text!r}", param_hint="--withdraw")
    place = the_constituency(book, election, match[1].strip(), as_of)["id"]
    to, who = the_party(book, match[3].strip(), as_of)["id"], match[2].strip()
    if who.isdigit():
        return Withdrawal(place, int(who), to)
    found = candidates_named(book, candidate_votes(book, election, as_of, place), who, as_of)
    if found.height > 1:
        numbers = ", ".join(map(str, found["serial"].to_list()))
        raise Impossible(f"Several candidates there are called {who!r}; name one by the ballot number: {numbers}.")
    return Withdrawal(place, int(found["serial"][0]), to)
