"""Reading what is supposed from words: rates, pairs of parties, swings, withdrawals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Sequence

from janadesh.analysis.found import candidates_named
from janadesh.analysis.found import the_constituency
from janadesh.analysis.found import the_party
from janadesh.analysis.scenario import Rate
from janadesh.analysis.scenario import Scenario
from janadesh.analysis.scenario import Swing
from janadesh.analysis.scenario import Withdrawal
from janadesh.analysis.votes import candidate_votes
from janadesh.errors import Impossible
from janadesh.record.book import Record
from janadesh.record.moments import Moment

Texts = Sequence[str]

_ALL_POINTS = 100
_MOST_TIMES = 100

_NUMBER = r"[+\-−]?\d+(?:\.\d+)?"
_RATE = re.compile(rf"({_NUMBER})(?:\s*(?:±|\+-|\+/-)\s*(\d+(?:\.\d+)?))?")
_SWING = re.compile(rf"([x×*])?\s*({_NUMBER})(?:\s*(?:±|\+-|\+/-)\s*(\d+(?:\.\d+)?))?")


def read_scenario(
    book: Record,
    election: str,
    as_of: Moment | None = None,
    *,
    together: Texts = (),
    apart: Texts = (),
    transfer: Texts = (),
    rest: str = "home",
    swing: Texts = (),
    withdraw: Texts = (),
    split: Texts = (),
    local: float = 0.0,
) -> Scenario:
    """
    Read all that is supposed of an election.

    Args:
        book: holds the election.
        election: its id.
        as_of: the moment; None is now.
        together: groups of parties whose strongest stands for all: `NC,INC`.
        apart: groups that stand against each other.
        transfer: the share of votes that follows: `0.9±0.05` for all, `NC>INC=0.8` for a pair.
        rest: where the other votes go: `home` or `others`.
        swing: `BJP=+2±1` in points, `BJP=x1.1` as a factor.
        withdraw: candidates who give way: `SEAT:CANDIDATE>PARTY`.
        split: the share of a party's votes that a breakaway takes: `NC=0.2±0.05`.
        local: luck of each candidate in each seat, in points.

    Raises: Impossible, naming what cannot be read; NotInRecord, naming the nearest.
    """
    for_all, of_pairs = read_transfers(book, transfer, as_of)
    swings, splits = read_pairs(swing, "swing"), read_pairs(split, "split")
    return Scenario(
        together=tuple(read_parties(book, text, as_of) for text in together),
        apart=tuple(read_parties(book, text, as_of) for text in apart),
        transfer=for_all,
        transfers=of_pairs,
        rest=rest,
        swings={the_party(book, party, as_of)["id"]: read_swing(value, "swing") for party, value in swings},
        withdrawals=tuple(read_withdrawal(book, election, text, as_of) for text in withdraw),
        splits={the_party(book, party, as_of)["id"]: read_rate(value, "split") for party, value in splits},
        local=local,
    )


def read_rate(text: str, option: str) -> Rate:
    """
    Read `0.9` or `0.9±0.05` (also `0.9+-0.05`).

    Raises: Impossible, naming the option that takes it.
    """
    match = _RATE.fullmatch(text.strip())
    if match is None:
        raise Impossible(f"`{option}` takes a share such as 0.9 or 0.9±0.05, and not {text!r}.")
    return Rate(float(match[1]), float(match[2] or 0))


def read_swing(text: str, option: str) -> Swing:
    """Read `+2` or `-1.5±0.5` in points of all votes, or `x1.1` times the party's own."""
    match = _SWING.fullmatch(text.strip())
    if match is None:
        raise Impossible(f"`{option}` takes points such as +2 or -1.5±0.5, or a factor such as x1.1, and not {text!r}.")
    number, sd = float(match[2].replace("−", "-")), float(match[3] or 0)
    if match[1]:
        if not 0 <= number <= _MOST_TIMES:
            raise Impossible(f"A party's votes swing by a factor from 0 to {_MOST_TIMES}, and not by {number:g}.")
        return Swing(times=number, sd=sd)
    if abs(number) > _ALL_POINTS or sd > _ALL_POINTS:
        raise Impossible(f"A swing has at most {_ALL_POINTS} points, as all votes are so many, and {text!r} has more.")
    return Swing(points=number, sd=sd)


def read_parties(book: Record, text: str, as_of: Moment | None) -> tuple[str, ...]:
    """Read `NC,INC`: names of parties, parted by commas, to their ids."""
    return tuple(the_party(book, name.strip(), as_of)["id"] for name in text.split(",") if name.strip())


def read_pairs(texts: Iterable[str], option: str) -> list[tuple[str, str]]:
    """Read `PARTY=VALUE`, several parted by commas or as several options."""
    pairs = []
    for part in (part for text in texts for part in text.split(",")):
        name, equals, value = part.partition("=")
        if not (equals and name.strip() and value.strip()):
            raise Impossible(f"`{option}` takes PARTY=VALUE, and not {part!r}.")
        pairs.append((name.strip(), value.strip()))
    return pairs


def read_transfers(
    book: Record, texts: Iterable[str], as_of: Moment | None
) -> tuple[Rate, dict[tuple[str, str], Rate]]:
    """Read `0.9±0.05` for all, and `NC>INC=0.8` for votes of one party that go to another."""
    for_all, of_pairs = Rate(1.0), {}
    for part in (part for text in texts for part in text.split(",")):
        pair, equals, value = part.partition("=")
        if not equals:
            for_all = read_rate(part, "transfer")
            continue
        source, arrow, target = pair.partition(">")
        if not arrow:
            raise Impossible(f"`transfer` takes FROM>TO=RATE, and not {part!r}.")
        ids = (str(the_party(book, name.strip(), as_of)["id"]) for name in (source, target))
        of_pairs[next(ids), next(ids)] = read_rate(value, "transfer")
    return for_all, of_pairs


def read_withdrawal(book: Record, election: str, text: str, as_of: Moment | None) -> Withdrawal:
    """Read `SEAT:CANDIDATE>PARTY`; the candidate by ballot number or name."""
    match = re.fullmatch(r"([^:]+):([^>]+)>(.+)", text)
    if match is None:
        raise Impossible(f"`withdraw` takes SEAT:CANDIDATE>PARTY, and not {text!r}.")
    place = the_constituency(book, election, match[1].strip(), as_of)["id"]
    to, who = the_party(book, match[3].strip(), as_of)["id"], match[2].strip()
    if who.isascii() and who.isdigit():
        return Withdrawal(place, int(who), to)
    found = candidates_named(book, candidate_votes(book, election, as_of, place), who, as_of)
    if found.height > 1:
        numbers = ", ".join(map(str, found["serial"].to_list()))
        raise Impossible(f"Several candidates there are called {who!r}; name one by the ballot number: {numbers}.")
    return Withdrawal(place, int(found["serial"][0]), to)
