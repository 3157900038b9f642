"""
Which candidate of a seat a line of a page is: pages without ballot numbers have names and parties only.

Namesakes stand in one seat, also under one party, so a name is never taken alone where a number, a party
or the votes can tell. A line that fits nobody is told, and not given to whoever is left.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from janadesh.names.spelling import spelling_key
from janadesh.sources.eci_page_seat import Line

_LEAST_LIKENESS = 85
"""In percent, of two spellings of one candidate's name under one party."""

# the same names come on every page of a seat
_key = lru_cache(maxsize=1 << 16)(spelling_key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Somebody on a seat's ballot; `is_new` where the record does not have the candidacy."""

    serial: int
    serial_kind: str
    name: str
    party: str
    total: int | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Serials by place of a page's candidates, who stands in all, and what does not fit; then nothing is numbered."""

    serials: tuple[int, ...] = ()
    ballot: tuple[Standing, ...] = ()
    problem: str | None = None


def numbered(
    lines: Sequence[Line], parties: Sequence[str], ballot: Sequence[Standing], *, whole: bool = True
) -> Numbered:
    """
    Give the candidates of a page their serials.

    Without a ballot the page makes it: by its own numbers, else in its order (`serial_kind` is `list`).

    Args:
        lines: the page's candidates, NOTA left out.
        parties: the party id of each.
        ballot: who stands in the seat by the record, or by an earlier page.
        whole: whether the page lists everybody, so that nobody of the ballot may be missing.
    """
    if not ballot:
        return _made(lines, parties)
    found = dict(_matched(lines, parties, ballot))
    numbers = {standing.serial for standing in ballot}
    added: list[Standing] = []
    for place, (line, party) in enumerate(zip(lines, parties, strict=True)):
        if place in found:
            continue
        by_ballot = all(standing.serial_kind == "ballot" for standing in ballot)
        if line.serial is None or line.serial in numbers or not by_ballot:
            return Numbered(problem=f"{line.name} is not among the candidates that the record has of the seat")
        added.append(Standing(serial=line.serial, serial_kind="ballot", name=line.name, party=party, is_new=True))
        found[place] = line.serial
    missing = [standing.name for standing in ballot if standing.serial not in set(found.values())]
    if whole and missing:
        return Numbered(problem=f"{', '.join(missing[:3])}, whom the record has on the ballot, is not on the page")
    serials = tuple(found[place] for place in range(len(lines)))
    totals = dict(zip(serials, (line.total for line in lines), strict=True))
    every = (*ballot, *added)
    return Numbered(
        serials=serials,
        ballot=tuple(
            replace(standing, total=totals.get(standing.serial, standing.total)) if whole else standing
            for standing in every
        ),
    )


def _made(lines: Sequence[Line], parties: Sequence[str]) -> Numbered:
    ballot = tuple(
        Standing(
            serial=place if line.serial is None else line.serial,
            serial_kind="list" if line.serial is None else "ballot",
            name=line.name,
            party=party,
            total=line.total,
            is_new=True,
        )
        for place, (line, party) in enumerate(zip(lines, parties, strict=True), start=1)
    )
    return Numbered(serials=tuple(standing.serial for standing in ballot), ballot=ballot)


def _matched(lines: Sequence[Line], parties: Sequence[str], ballot: Sequence[Standing]) -> Iterator[tuple[int, int]]:
    """Match by the surest first: number and name, name and party, these and the votes, name, a likeness of names."""
    left = dict(enumerate(zip(lines, parties, strict=True)))
    open_standings = list(ballot)
    keys: list[tuple[Callable[[Line, str], Hashable], Callable[[Standing], Hashable]]] = [
        (lambda line, _: (line.serial, _key(line.name)), lambda who: (who.serial, _key(who.name))),
        (lambda line, party: (_key(line.name), party), lambda who: (_key(who.name), who.party)),
        (
            lambda line, party: (_key(line.name), party, line.total),
            lambda who: (_key(who.name), who.party, who.total),
        ),
        (lambda line, _: _key(line.name), lambda who: _key(who.name)),
    ]
    for of_line, of_standing in keys:
        by_key = _only(open_standings, of_standing)
        on_page = Counter(of_line(*pair) for pair in left.values())
        for place, pair in list(left.items()):
            key = of_line(*pair)
            if key in by_key and on_page[key] == 1:
                yield place, by_key[key].serial
                open_standings.remove(by_key[key])
                del left[place]
    yield from _alike(left, open_standings)


def _only(standings: Sequence[Standing], key: Callable[[Standing], Hashable]) -> dict[Hashable, Standing]:
    counts = Counter(map(key, standings))
    return {key(standing): standing for standing in standings if counts[key(standing)] == 1}


def _alike(left: dict[int, tuple[Line, str]], standings: Sequence[Standing]) -> Iterator[tuple[int, int]]:
    pairs = [
        (place, standing.serial)
        for place, (line, party) in left.items()
        for standing in standings
        if party == standing.party
        and fuzz.token_sort_ratio(_words(line.name), _words(standing.name)) >= _LEAST_LIKENESS
    ]
    places, serials = Counter(place for place, _ in pairs), Counter(serial for _, serial in pairs)
    yield from ((place, serial) for place, serial in pairs if places[place] == serials[serial] == 1)


def _words(name: str) -> str:
    """Reduce each word of a name to what tells it from another, in the name's order."""
    return " ".join(spelling_key(word) for word in name.split())
