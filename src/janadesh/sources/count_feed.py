"""
Count feeds: candidates' votes and leads of a running count as time series, as people scrape them.

A feed is one CSV (plain or gzip) or a folder of several; its columns are found by synonyms (see
`count_feed_columns`). Feeds in our own form, JSON lines, are read by `count_feed_lines`. The format is told in
docs/reference/count_feed.md. A row says when a figure was *seen*, not when it was published.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.book import Record
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed
from janadesh.sources import count_feed_lines
from janadesh.sources.count_feed_candidates import UNCONTESTED
from janadesh.sources.count_feed_candidates import is_nota
from janadesh.sources.count_feed_candidates import keyed
from janadesh.sources.count_feed_candidates import number_candidates
from janadesh.sources.count_feed_candidates import tidy_name
from janadesh.sources.count_feed_columns import columns_of
from janadesh.sources.count_feed_columns import is_leads
from janadesh.sources.count_feed_columns import is_votes
from janadesh.sources.count_feed_columns import typed
from janadesh.sources.count_feed_leads import leads_of
from janadesh.sources.count_feed_places import place_rows
from janadesh.sources.count_feed_statements import foundation
from janadesh.sources.count_feed_statements import source_of
from janadesh.sources.eci_elections import INDIA
from janadesh.sources.known import known
from janadesh.sources.observations import CONTEST
from janadesh.sources.observations import Feed
from janadesh.sources.observations import Observations
from janadesh.sources.observations import leads_frame
from janadesh.sources.observations import votes_frame
from janadesh.sources.party_names import resolve_parties
from janadesh.sources.peek import Peek
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_table import not_csv
from janadesh.sources.text_table import unpacked_bytes

MOST_BYTES = 500 * MEGABYTE
_NOTA = {"None of the Above", "NOTA"}
_OF_PAGE = frozenset(
    {"kind", "at", "page", "scrape", "told_election", "letter", "code", "state", "pc", "ac", "number", "seat"}
)
"""What rows of one page and contest have in common."""
_SHARE_OF_WHOLE_PAGES = 0.99
"""Where so many of a feed's pages list every candidate, it is one of whole pages, not of changes."""


def matches(seen: Peek) -> bool:
    """Tell a feed by its heading, or by its first line if it is one of JSON lines."""
    return bool(seen.head) and (_kind(seen.head) is not None or count_feed_lines.matches(seen.head))


def read_count_feed(path: Path, record: Record, known_at: Moment | None = None) -> Statements:  # noqa: ARG001
    """
    Read a whole feed as dated statements: interim votes, leads and declarations, each known when it was seen.

    Nothing is checked against what was shown before: that is done by a replay (`janadesh.count`).

    Args:
        path: the feed, a file or a folder.
        record: what contests, candidates and parties are found in; it is not changed.
        known_at: not used, since each row says when it was seen.

    Raises: Refused, where it is no feed, or none of its rows can be placed.
    """
    feed = observe(path, record)
    votes = feed.observed.votes.unique([*CONTEST, "serial", "observed_at"], keep="last", maintain_order=True)
    leads = feed.observed.leads.unique([*CONTEST, "observed_at"], keep="last", maintain_order=True)
    ended = leads.filter(pl.col("status") != "counting").unique(CONTEST, keep="first", maintain_order=True)
    frames = dict(feed.foundation.frames) | {
        model.Tally: conformed(model.Tally, votes.rename({"observed_at": "known_at"})),
        model.Lead: conformed(model.Lead, leads.rename({"observed_at": "known_at"})),
        model.Declaration: conformed(model.Declaration, ended.rename({"observed_at": "known_at", "leading": "winner"})),
    }
    return replace(feed.foundation, frames=frames, set_aside=feed.set_aside)


def observe(path: Path, record: Record) -> Feed:
    """
    Read a feed into observations of contests and candidates of the record.

    The observations are in order of time, whatever the order of the rows.

    Raises: Refused, where it is no feed, or none of its rows can be placed; NoSuchFile, BinaryFile, WrongEncoding.
    """
    files = sorted(each for each in path.iterdir() if each.is_file()) if path.is_dir() else [path]
    if all(count_feed_lines.is_lines(file) for file in files):
        return count_feed_lines.observe(path.name, files, record)
    zones = dict(record.frame(model.Election).select("id", "time_zone").iter_rows())
    tables = [*_tables(files, zones)]
    if not tables:
        raise Refused(path.name, [_no_feed(path.name, files)])
    return _observed(path.name, tables, record)


def _kind(head: str) -> str | None:
    line = head.lstrip("\ufeff").partition("\n")[0].rstrip("\r")
    try:
        heading = next(csv.reader([line], delimiter=_separator(head)), [])
    except csv.Error:
        # a line end or a NUL inside it: no heading of a table
        return None
    found = columns_of(heading)
    return "votes" if is_votes(found) else "leads" if is_leads(found) else None


def _separator(head: str) -> str:
    line = head.partition("\n")[0]
    return max(",;\t|", key=line.count)


def _no_feed(name: str, files: Iterable[Path]) -> Fault:
    """Say what to do with a file that is no feed as it is."""
    is_json = any(file.suffix == ".json" or file.read_bytes()[:1] in {b"{", b"["} for file in files)
    if is_json:
        problem = "this is JSON of a form of its own, which says no figures by the record's ids"
        cure = "Write each figure as a line of JSON by those ids; see docs/reference/count_feed.md, JSON lines."
        return Fault(file=name, row=1, problem=problem, cure=cure)
    cure = (
        "Give a CSV with times, seats and candidates' votes or leads, one row a candidate and time: a table with a "
        "column for each candidate must be turned (`unpivot` in Polars, `melt` in pandas). A table of final results "
        "without times is loaded by a mapping (`janadesh map`). See docs/reference/count_feed.md."
    )
    return Fault(file=name, row=1, problem="there are no columns of a count feed", cure=cure)


def _tables(files: Iterable[Path], zones: Mapping[str, str]) -> Iterator[tuple[str, pl.DataFrame]]:
    for file in files:
        content = unpacked_bytes(file, MOST_BYTES, "Split it by time.")
        head = content[:4096].decode("utf-8-sig", errors="ignore")
        kind = _kind(head)
        if kind is None:
            continue
        try:
            table = pl.read_csv(
                BytesIO(content),
                separator=_separator(head),
                infer_schema=False,
                truncate_ragged_lines=True,
                encoding="utf8-lossy",
            )
        except pl.exceptions.PolarsError as error:
            raise not_csv(file.name, error) from None
        numbered = table.with_row_index("row", offset=2).with_columns(
            pl.col("row").cast(pl.Int64), file=pl.lit(file.name)
        )
        yield kind, typed(numbered, _zone_of(table, zones))


def _zone_of(table: pl.DataFrame, zones: Mapping[str, str]) -> str:
    """Give the zone of times without one: that of the election which the rows name, else India's."""
    column = columns_of(table.columns).get("told_election")
    told = set() if column is None else {zones[name] for name in table[column].unique() if name in zones}
    return told.pop() if len(told) == 1 else INDIA


def _observed(name: str, tables: list[tuple[str, pl.DataFrame]], record: Record) -> Feed:
    joined = pl.concat([table.with_columns(kind=pl.lit(kind)) for kind, table in tables], how="diagonal")
    joined = _told_once(joined)
    broken = joined.filter(pl.col("unreadable").is_not_null())
    faults = [*_unreadable(broken)]
    readable = joined.filter(pl.col("unreadable").is_null())
    if readable.is_empty():
        raise Refused(
            name, faults or [Fault(file=name, problem="there is no row in it", cure="Give a feed with rows.")]
        )
    already = known(record)
    placed = place_rows(readable, record, already)
    faults += placed.faults
    if placed.rows.is_empty():
        raise Refused(name, faults)
    rows = placed.rows.with_columns(source=pl.format("count-feed-{}", "election"))
    printed = [rows[column] for column in ("party", "leading_party", "trailing_party") if column in rows.columns]
    sources = sorted(placed.elections)
    begin: dt.datetime = rows["at"].min()  # type: ignore[assignment]
    names = sorted({*pl.concat([pl.Series(dtype=pl.String), *printed]).drop_nulls()} - _NOTA)
    parties = resolve_parties(names, already, begin, source_of(sources[0]))
    votes = _people(rows.filter(pl.col("kind") == "votes"), parties.ids)
    leads = leads_of(rows, parties.ids)
    held = record.frame(model.Candidacy, election=sources).select(*CONTEST, "serial", "name", "party")
    tallies = record.frame(model.Tally, election=sources).filter(~pl.col("source").str.starts_with("count-feed-"))
    both = pl.concat([votes, leads.people()], how="diagonal")
    numbered = number_candidates(both, held, tallies.select(*CONTEST, "serial", "total"))
    shown = numbered.votes.filter(pl.col("kind") == "votes")
    observed = Observations(
        votes=_votes(shown.filter(~pl.col("is_uncontested"))),
        leads=leads_frame(leads.numbered(numbered.printed, shown.filter("is_uncontested"))).sort(
            "observed_at", *CONTEST
        ),
    )
    is_official = bool(rows["page"].str.contains("eci.gov.in|eciresults.nic.in").any())
    said = foundation(name, placed, observed, numbered.new, parties, record, is_official=is_official)
    return Feed(read_from=name, foundation=said, observed=observed, set_aside=tuple(faults))


def _told_once(rows: pl.DataFrame) -> pl.DataFrame:
    """
    Leave out what a feed tells again: pages all of whose rows it has several times.

    Some rows of a page alone may well be alike: namesakes of one party with as many votes.
    """
    said = [name for name in rows.columns if name not in {"row", "file"}]
    if not rows.select(pl.struct(said).is_duplicated().any()).item():
        return rows
    page = [name for name in said if name in _OF_PAGE]
    return (
        rows.with_columns(alike=pl.len().over(said), nth=pl.int_range(pl.len()).over(said))
        .with_columns(times=pl.col("alike").min().over(page))
        .filter(pl.col("nth") < pl.col("alike") // pl.col("times"))
        .drop("alike", "nth", "times")
    )


def _people(rows: pl.DataFrame, parties: Mapping[str, str]) -> pl.DataFrame:
    missing = [
        pl.lit(None, dtype=dtype).alias(name)
        for name, dtype in {"party": pl.String, "candidate": pl.String, "scrape": pl.String, "page": pl.String}.items()
        if name not in rows.columns
    ]
    missing += [
        pl.lit(None, dtype=pl.Int64).alias(name)
        for name in ("evm", "postal", "migrant", "total")
        if name not in rows.columns
    ]
    named = rows.with_columns(missing).with_columns(name=tidy_name("candidate"))
    with_keys = keyed(keyed(named, "name", "name_key"), "party", "party_key")
    return with_keys.with_columns(
        party_id=pl.col("party").replace_strict(parties, default=None, return_dtype=pl.String),
        is_nota=is_nota(),
        is_uncontested=pl.col("candidate").str.contains(UNCONTESTED).fill_null(value=False),
        shown_in=pl.coalesce("scrape", pl.lit("")),
    )


def _votes(rows: pl.DataFrame) -> pl.DataFrame:
    """Bring rows of numbered candidates into the form of observations, in order of time."""
    counted = pl.any_horizontal(pl.col("evm", "postal", "total").is_not_null())
    page = pl.concat_str([pl.col("page"), pl.col("scrape")], separator=" in ", ignore_nulls=True)
    told = rows.filter(counted).with_columns(
        page=pl.when(page != "").then(page),
        # a total that is the machines' alone is their figure, and postal votes are unknown
        total=pl.coalesce("total", pl.col("evm") + pl.col("postal")),
        status=pl.lit("interim"),
        observed_at="at",
    )
    at_page = [*CONTEST, "at", "shown_in"]
    pages = told.group_by(at_page).agg(shown=pl.col("serial").n_unique())
    stood = told.group_by(CONTEST).agg(stood=pl.col("serial").n_unique())
    whole = pages.join(stood, on=list(CONTEST)).select(pl.col("shown") == pl.col("stood")).to_series().mean()
    is_whole = pages.height > stood.height and isinstance(whole, float) and whole >= _SHARE_OF_WHOLE_PAGES
    return votes_frame(told.with_columns(is_whole=pl.lit(is_whole))).sort("observed_at", *CONTEST, "serial", "page")


def _unreadable(rows: pl.DataFrame) -> Iterator[Fault]:
    for file, row, column in rows.select("file", "row", "unreadable").iter_rows():
        cure = "Write times as 2024-06-04 16:31:48 and votes as digits; - or an empty cell where they are unknown."
        yield Fault(file=file, row=row, column=column, problem="this cell cannot be read", cure=cure)
