"""What an assembly table says of an election whose seats are placed: parties, candidacies, votes, winners."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from typing import Any

import polars as pl

from janadesh import model
from janadesh.names.spelling import spelling_key
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.known import Known
from janadesh.sources.party_names import resolve_parties


def results(
    rows: pl.DataFrame, election: PlacedElection, seats: Mapping[int, str], known: Known
) -> Iterator[model.Statement]:
    """
    Say what the rows of one election say, leaving out what the record has already, except votes.

    Args:
        rows: the table's columns with `total` and `is_nota`.
        election: where the rows belong.
        seats: constituency ids by number.
        known: what the record knows.
    """
    said: dict[str, Any] = {"election": election.id, "known_at": election.known_at, "source": election.source}
    candidates = rows.filter(~pl.col("is_nota"))
    parties = resolve_parties(candidates["party"], known, election.known_at, election.source)
    yield from parties.parties
    yield from parties.spellings
    contests = set(known.contests.filter(pl.col("election") == election.id)["constituency"])
    standing = _standing(election, known)
    declared = _declared(election, known)
    for (number,), seat_rows in rows.group_by("constituency_no", maintain_order=True):
        seat = seats[int(str(number))]
        ballot = seat_rows.to_dicts()
        if seat not in contests:
            yield model.Contest(constituency=seat, **said)
        unopposed = len(ballot) == 1 and not ballot[0]["is_nota"] and not ballot[0]["total"]
        for line in ballot:
            if not line["is_nota"]:
                candidacy = _candidacy(line, seat, parties.ids[line["party"]], said, unopposed=unopposed)
                if standing.get((seat, candidacy.serial)) != (spelling_key(candidacy.name), candidacy.party):
                    yield candidacy
            if not unopposed:
                yield _tally(line, seat, said)
        declaration = _declaration(ballot, seat, said, unopposed=unopposed)
        if declaration and not _is_declared(declaration, declared.get(seat)):
            yield declaration


def _standing(election: PlacedElection, known: Known) -> dict[tuple[str, int], tuple[str, str]]:
    held = known.candidacies_in(election.id)
    return {
        (seat, serial): (spelling_key(name), party)
        for seat, serial, name, party in held.select("constituency", "serial", "name", "party").iter_rows()
    }


def _declared(election: PlacedElection, known: Known) -> dict[str, tuple[str, int | None]]:
    held = known.declarations_in(election.id)
    return {seat: (status, winner) for seat, status, winner in held.select("constituency", "status", "winner").rows()}


def _is_declared(declaration: model.Declaration, held: tuple[str, int | None] | None) -> bool:
    # the table does not say whom the lot fell on; a record that does is not contradicted
    return held is not None and held[0] == declaration.status and declaration.winner in {None, held[1]}


def _candidacy(
    line: dict[str, Any], seat: str, party: str, said: dict[str, Any], *, unopposed: bool
) -> model.Candidacy:
    return model.Candidacy(
        constituency=seat,
        serial=line["serial_no"],
        name=" ".join(line["candidate"].split()),
        party=party,
        status="uncontested" if unopposed else "contesting",
        **said,
    )


def _tally(line: dict[str, Any], seat: str, said: dict[str, Any]) -> model.Tally:
    return model.Tally(
        constituency=seat,
        serial=model.NOTA if line["is_nota"] else line["serial_no"],
        evm=line["evm_votes"],
        postal=line["postal_votes"],
        total=line["total"],
        **said,
    )


def _declaration(
    ballot: list[dict[str, Any]], seat: str, said: dict[str, Any], *, unopposed: bool
) -> model.Declaration | None:
    candidates = [line for line in ballot if not line["is_nota"]]
    if unopposed:
        return model.Declaration(constituency=seat, status="uncontested", winner=candidates[0]["serial_no"], **said)
    if not candidates or any(line["total"] is None for line in candidates):
        return None
    most = max(line["total"] for line in candidates)
    if most == 0:
        return None
    first = [line["serial_no"] for line in candidates if line["total"] == most]
    if len(first) == 1:
        return model.Declaration(constituency=seat, status="declared", winner=first[0], **said)
    tied = ", ".join(map(str, first))
    note = f"Serials {tied} are equal first with {most} votes; the table does not say whom the lot fell on"
    return model.Declaration(constituency=seat, status="declared", note=note, **said)
