"""
Polling-station results of Lok Sabha elections, as statements on stations and their votes.

Four layouts are read: Form 20 as CSV, a long table of a state, wide tables by assembly segment in a folder or tar
archive (see `booth_wide` and `booth_long`), and sums by segment as JSON (`booth_segments`). Votes of stations are
those on the machines; added up they are compared with what the record has of the contest, and differences are told,
not refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.moments import read_moment
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed
from janadesh.record.statements import frame_of
from janadesh.sources.booth_files import booth_table
from janadesh.sources.booth_places import PlacedBallots
from janadesh.sources.booth_places import place_ballots
from janadesh.sources.booth_segments import WHOLE
from janadesh.sources.booth_segments import with_segment_numbers
from janadesh.sources.booth_table import BoothTable
from janadesh.sources.eci_parliament_results import COUNTED
from janadesh.sources.eci_parliament_results import INDIA
from janadesh.sources.eci_untold import state_in_name
from janadesh.sources.eci_untold import year_in_name
from janadesh.sources.known import known
from janadesh.sources.lokdhaba_places import LOK_SABHA
from janadesh.sources.party_names import resolve_parties


def read_booths(path: Path, record: Record, known_at: Moment | None = None) -> Statements:
    """
    Read polling-station results into statements on stations and their votes.

    Args:
        path: a CSV file, plain or gzip-compressed, or a folder or tar archive of segments' files.
        record: what contests and candidates are found in; it is not changed.
        known_at: when they were published; where None the end of the day of the count.

    Returns: statements; `set_aside` tells stations that are left out, and contests whose stations do not
        add up to the record's EVM votes.
    Raises: Refused, where it is no such table, or nothing says of which election.
    """
    table = booth_table(path)
    what_is_known = known(record)
    year = year_in_name(path) or (read_moment(known_at, INDIA).year if known_at else None)
    if year is None or (known_at is None and year not in COUNTED):
        cure = "Put the year into the file's name, "
        cure += "or say when it was published, `--known-at 2014-05-16`, in Python `known_at`."
        raise Refused(path.name, [Fault(file=path.name, problem="nothing says which election it is of", cure=cure)])
    election, when = f"in-ls-{year}", read_moment(known_at or COUNTED[year], INDIA)
    day = COUNTED.get(year, when.date())
    placed = place_ballots(table, election, day, state_in_name(path, what_is_known), record)
    table = with_segment_numbers(table, election, placed.constituencies, day, record)
    by_segment = bool((table.stations["station"] == WHOLE).any())
    source = _source(path, election, by_segment=by_segment)
    said: dict[str, Any] = {"known_at": when, "source": source.id}
    serials = dict(placed.serials)
    frames: dict[type[model.Noun], pl.DataFrame] = {model.Source: frame_of(model.Source, [source])}
    if election not in what_is_known.elections:
        frames[model.Election] = _election(election, year, said)
    stood, faults = _candidacies(table, placed, election, record, said, serials)
    frames |= stood
    frames |= _stations(table, placed, election, serials, said)
    differing = _differences(table, placed, election, serials, record)
    told = (*table.told, *placed.told, *faults, *differing)
    return Statements(path.name, {noun: frame for noun, frame in frames.items() if frame.height}, set_aside=told)


def _source(path: Path, election: str, *, by_segment: bool) -> model.Source:
    name = re.sub(r"[^a-z0-9]+", "-", path.name.split(".")[0].lower()).strip("-")
    if by_segment:
        return model.Source(
            id=f"segments-{election}-{name}",
            title=f"Votes by assembly segment, {path.name.split('.')[0]}",
            publisher="ElectionLens, from the Election Commission of India",
            kind="archive",
        )
    return model.Source(
        id=f"booths-{election}-{name}",
        title=f"Votes by polling station (Form 20), {path.name.split('.')[0]}",
        publisher="Election Commission of India",
        kind="official",
    )


def _election(election: str, year: int, said: dict[str, Any]) -> pl.DataFrame:
    new = model.Election(
        id=election, name=f"Lok Sabha election, {year}", house=LOK_SABHA, year=year, time_zone=INDIA, **said
    )
    return frame_of(model.Election, [new])


def _candidacies(
    table: BoothTable,
    placed: PlacedBallots,
    election: str,
    record: Record,
    said: dict[str, Any],
    serials: dict[tuple[int, int], int],
) -> tuple[dict[type[model.Noun], pl.DataFrame], list[Fault]]:
    """State contests and candidates that the record does not have, numbered as the table lists them."""
    held = set(record.frame(model.Candidacy, election=election)["constituency"])
    contests = set(record.frame(model.Contest, election=election)["constituency"])
    told: list[Fault] = []
    new: list[tuple[int, str]] = []
    for number, seat in placed.constituencies.items():
        ballot = table.ballots[number]
        if seat in held:
            continue
        if any(one.party is None for one in ballot.candidates if not one.is_nota):
            problem = f"the record has no candidates of {seat}, and the table does not name parties"
            cure = "Load the election's results by candidate first."
            told.append(Fault(file=ballot.file, row=ballot.row, value=ballot.name, problem=problem, cure=cure))
            continue
        new.append((number, seat))
    parties = [one.party or "" for number, _ in new for one in table.ballots[number].candidates if not one.is_nota]
    found = resolve_parties(parties, known(record), said["known_at"], said["source"])
    where = {"election": election, **said}
    stood: list[model.Candidacy] = []
    for number, seat in new:
        listed = [(place, one) for place, one in enumerate(table.ballots[number].candidates) if not one.is_nota]
        for serial, (place, one) in enumerate(listed, start=1):
            serials[number, place] = serial
            party = found.ids[one.party or ""]
            stood.append(
                model.Candidacy(
                    constituency=seat, serial=serial, serial_kind="list", name=one.name, party=party, **where
                )
            )
    return {
        model.Party: frame_of(model.Party, found.parties),
        model.Name: frame_of(model.Name, found.spellings),
        model.Contest: frame_of(
            model.Contest, [model.Contest(constituency=seat, **where) for _, seat in new if seat not in contests]
        ),
        model.Candidacy: frame_of(model.Candidacy, stood),
    }, told


def _placed(table: BoothTable, placed: PlacedBallots, serials: dict[tuple[int, int], int]) -> pl.DataFrame:
    """Give the votes of placed candidates and NOTA: the columns of `VOTE_SCHEMA`, `constituency` and `serial`."""
    nota = {
        (number, place): model.NOTA
        for number in placed.constituencies
        for place, one in enumerate(table.ballots[number].candidates)
        # NOTA alone is no result of a contest whose candidates are unknown
        if one.is_nota and any(key[0] == number for key in serials)
    }
    listed = [
        (number, place, placed.constituencies[number], serial)
        for (number, place), serial in {**serials, **nota}.items()
    ]
    schema = {"ballot": pl.Int64, "candidate": pl.Int64, "constituency": pl.String, "serial": pl.Int64}
    return table.votes.join(pl.DataFrame(listed, schema=schema, orient="row"), on=["ballot", "candidate"])


def _stations(
    table: BoothTable,
    placed: PlacedBallots,
    election: str,
    serials: dict[tuple[int, int], int],
    said: dict[str, Any],
) -> dict[type[model.Noun], pl.DataFrame]:
    common = [pl.lit(election).alias("election"), *(pl.lit(value).alias(name) for name, value in said.items())]
    seats = pl.DataFrame(
        list(placed.constituencies.items()), schema={"ballot": pl.Int64, "constituency": pl.String}, orient="row"
    )
    return {
        model.PollingStation: conformed(
            model.PollingStation, table.stations.join(seats, on="ballot", maintain_order="left").with_columns(common)
        ),
        model.StationTally: conformed(model.StationTally, _placed(table, placed, serials).with_columns(common)),
    }


def _differences(
    table: BoothTable,
    placed: PlacedBallots,
    election: str,
    serials: dict[tuple[int, int], int],
    record: Record,
) -> Iterator[Fault]:
    """Tell where stations add up to other than the EVM votes, or to more than all votes where only these are known."""
    added = _placed(table, placed, serials).group_by("constituency", "serial").agg(pl.col("votes").sum())
    tallies = record.frame(model.Tally, election=election).select("constituency", "serial", "evm", "total")
    both = added.join(tallies, on=["constituency", "serial"]).sort("constituency", "serial")
    differs = (pl.col("votes") != pl.col("evm")) | (pl.col("evm").is_null() & (pl.col("votes") > pl.col("total")))
    for seat, serial, votes, evm, total in both.filter(differs).iter_rows():
        known_votes = f"{evm} EVM votes" if evm is not None else f"{total} votes in all"
        problem = f"the stations of {seat} add up to this for serial {serial}, and the record has {known_votes}"
        yield Fault(file=table.file, value=str(votes), problem=problem)
