"""What the statements of a count feed rest on: its source, election, contests, candidacies and parties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from typing import Any

import polars as pl

from janadesh import model
from janadesh.record.book import Record
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed
from janadesh.record.statements import frame_of
from janadesh.sources.count_feed_places import PlacedRows
from janadesh.sources.observations import CONTEST
from janadesh.sources.observations import Observations
from janadesh.sources.party_names import PartiesFound

_ECI = "https://results.eci.gov.in/"


def source_of(election: str) -> str:
    """Name the source of what was seen of an election's count."""
    return f"count-feed-{election}"


def foundation(
    file: str,
    placed: PlacedRows,
    observed: Observations,
    new: pl.DataFrame,
    parties: PartiesFound,
    record: Record,
    *,
    is_official: bool,
) -> Statements:
    """
    State what the observations refer to and the record did not know at the first of them.

    What the record came to know later (a result by candidate is dated to the end of the day) is stated again from
    the first observation of the election on.

    Args:
        file: what the statements are read from.
        placed: elections and seats of the feed.
        observed: the observations.
        new: candidacies that the record lacks, with `election, constituency, serial, name, party`.
        parties: parties that were resolved.
        record: the record.
        is_official: whether the election authority's own pages were seen.
    """
    begins = _first_seen(observed)
    begin: dt.datetime = begins["known_at"].min()  # type: ignore[assignment]
    by_source = pl.format("count-feed-{}", "election").alias("source")
    begins = begins.with_columns(by_source)
    sources = [_source(election, placed, record, is_official=is_official) for election in placed.elections]
    held = record.frame(model.Candidacy, election=list(placed.elections))
    added = new.join(begins, on=list(CONTEST)).with_columns(serial_kind=pl.lit("list"))
    standing = _not_yet_known(model.Candidacy, held, record, begins)
    candidacies = pl.concat([conformed(model.Candidacy, added), standing]) if added.height else standing
    any_source = source_of(min(placed.elections))
    frames: dict[type[model.Noun], pl.DataFrame] = {
        model.Source: frame_of(model.Source, sources),
        model.Constituency: frame_of(model.Constituency, _resaid(placed.seats, begin, any_source)),
        model.Party: _parties(parties, candidacies["party"], record, begin, any_source),
        model.Name: frame_of(model.Name, parties.spellings),
        model.Election: frame_of(model.Election, _elections(placed, record, begin)),
        model.Contest: _contests(record, begins),
        model.Candidacy: candidacies,
    }
    return Statements(file, {noun: frame for noun, frame in frames.items() if frame.height})


def _first_seen(observed: Observations) -> pl.DataFrame:
    seen = [frame.select(*CONTEST, known_at="observed_at") for frame in (observed.votes, observed.leads)]
    # who stood where was known before the first vote was counted, whenever the feed came to show it
    first = pl.concat(seen).with_columns(pl.col("known_at").min().over("election"))
    return first.unique(CONTEST).sort(*CONTEST)


def _source(election: str, placed: PlacedRows, record: Record, *, is_official: bool) -> model.Source:
    held = record.frame(model.Election, id=election)
    new = [one.name for one in placed.elections[election].statements if isinstance(one, model.Election)]
    name = held["name"][0] if held.height else new[0] if new else election
    return model.Source(
        id=source_of(election),
        title=f"{name}: the count as it was shown",
        publisher="Election Commission of India" if is_official else "not told by the feed",
        kind="official" if is_official else "archive",
        url=_ECI if is_official else None,
    )


def _not_yet_known(noun: type[model.Noun], held: pl.DataFrame, record: Record, begins: pl.DataFrame) -> pl.DataFrame:
    """Say again, from the first moment on, what is in the record with a later one."""
    dated = held.drop("source", "known_at").join(begins, on=list(CONTEST), how="inner", maintain_order="left")
    earliest = record.history(noun, election=held["election"].unique().to_list()).group_by(noun.KEY)
    known = earliest.agg(first_known=pl.col("known_at").min())
    late = dated.join(known, on=list(noun.KEY), how="left", maintain_order="left").filter(
        pl.col("first_known").is_null() | (pl.col("first_known") > pl.col("known_at"))
    )
    return conformed(noun, late)


def _contests(record: Record, begins: pl.DataFrame) -> pl.DataFrame:
    held = record.frame(model.Contest, election=begins["election"].unique().to_list())
    new = begins.join(held, on=list(CONTEST), how="anti", maintain_order="left")
    late = _not_yet_known(model.Contest, held, record, begins)
    return pl.concat([conformed(model.Contest, new), late]) if new.height else late


def _parties(parties: PartiesFound, used: pl.Series, record: Record, begin: dt.datetime, source: str) -> pl.DataFrame:
    ids = used.unique().to_list()
    first = record.history(model.Party, id=ids).group_by("id").agg(first_known=pl.col("known_at").min())
    late = first.filter(pl.col("first_known") > begin)["id"].to_list()
    again = record.frame(model.Party, id=late) if late else record.frame(model.Party).clear()
    said = again.with_columns(known_at=pl.lit(begin), source=pl.lit(source))
    return pl.concat([frame_of(model.Party, parties.parties), conformed(model.Party, said)])


def _elections(placed: PlacedRows, record: Record, begin: dt.datetime) -> Iterator[Mapping[str, Any]]:
    for election, where in placed.elections.items():
        said = {"known_at": begin, "source": source_of(election)}
        new = [one for one in where.statements if isinstance(one, model.Election)]
        held = record.frame(model.Election, begin, id=election)
        later = record.frame(model.Election, id=election)
        if new:
            yield {name: getattr(new[0], name) for name in model.columns(model.Election)} | said
        elif held.is_empty():
            yield later.row(0, named=True) | said
        elif held["territory"][0] is not None and _is_wider(placed, election, held["territory"][0]):
            # until now the record had a part of the country only
            yield held.row(0, named=True) | {"territory": None, "note": None} | said


def _is_wider(placed: PlacedRows, election: str, territory: str) -> bool:
    told = placed.rows.filter(pl.col("election") == election)["printed_territory"].drop_nulls()
    return bool((told != territory).any())


def _resaid(nouns: Iterable[model.Constituency], begin: dt.datetime, source: str) -> Iterator[Mapping[str, Any]]:
    for noun in nouns:
        yield {name: getattr(noun, name) for name in model.columns(model.Constituency)} | {
            "known_at": begin,
            "source": source,
        }
