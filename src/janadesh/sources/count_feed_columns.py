"""
The columns of count feeds: what different people call them, and how their cells become values.

People who scrape a count name its columns as they like. A feed's columns are found by the names below,
compared as `spelling_key` does; a column that is not among them is not read.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from types import MappingProxyType

import polars as pl

from janadesh.names.spelling import spelling_key

SYNONYMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "at": (
            *("timestamp", "time", "observed_at", "scraped_at", "fetched_at", "captured_at", "recorded_at"),
            *("retrieved_at", "scrape_time", "datetime", "date_time", "last_updated", "updated_at", "updated", "ts"),
            *("declared_at", "reported_at", "generated_at"),
        ),
        "told_election": ("election", "election_id"),
        "letter": ("s_u",),
        "code": ("st_code", "state_code", "state_id", "state_cd"),
        "state": ("st_name", "state", "state_name", "election_state"),
        "pc": ("pc_no", "pc_number", "pc_id", "pcno", "parliamentary_constituency_no"),
        "ac": ("ac_no", "ac_number", "acno", "ac_id", "assembly_constituency_no"),
        "number": ("constituency_no", "constituency_number", "constituency_code", "const_no", "seat_no", "seat_number"),
        "seat": (
            "pc_name",
            "ac_name",
            "constituency_name",
            "constituency",
            "seat",
            "seat_name",
            "const_name",
            "riding",
            "riding_name",
        ),
        "candidate": ("candidate_name", "candidate", "name"),
        "party": ("party", "party_name", "candidate_party"),
        "serial": ("serial_no", "serial", "sl_no", "sr_no", "ballot_no", "ballot_number"),
        "evm": ("evm_votes", "evm", "evm_vote", "general_votes"),
        "postal": ("postal_votes", "postal", "postal_vote", "postal_ballots"),
        "migrant": ("migrant_votes", "migrant"),
        "total": ("total_votes", "votes", "total", "total_vote", "vote_count", "votes_total", "votes_counted"),
        "round": ("round", "round_no", "rounds_counted", "current_round", "polls_reported", "polls_counted"),
        "rounds": ("rounds", "total_rounds", "rounds_total", "total_polls", "polls_total"),
        "margin": ("margin", "lead", "lead_margin", "lead_votes"),
        "status": ("result_status", "status", "result"),
        "leading": ("leading_candidate", "leader", "leading", "leading_name", "winner", "elected"),
        "leading_party": ("leading_party", "leader_party", "lead_party", "winning_party"),
        "trailing": ("trailing_candidate", "runner_up", "trailing", "trailing_name", "runner_up_candidate"),
        "trailing_party": ("trailing_party", "runner_up_party", "trail_party"),
        "page": ("source_url", "url", "page_url", "link", "page"),
        "scrape": ("source_file", "scrape", "snapshot", "file"),
    }
)
"""Names under which a column is known; the first of a feed's columns that bears one is it."""

NUMBERS = ("pc", "ac", "number", "serial", "evm", "postal", "migrant", "total", "margin")

_UNKNOWN = ("", "-", "--", "–", "—", "na", "n/a", "nan", "null", "none", "nil")
_TIMES = (
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M",
    "%d-%m-%Y %H:%M:%S",
    "%d/%m/%Y %H:%M:%S",
    "%d-%m-%Y %H:%M",
    "%d/%m/%Y %H:%M",
    "%d-%b-%Y %H:%M:%S",
    "%d %b %Y %H:%M:%S",
    "%Y%m%d_%H%M%S",
    "%Y%m%d%H%M%S",
)
_ZONED = ("%Y-%m-%dT%H:%M:%S%.f%#z", "%Y-%m-%d %H:%M:%S%.f%#z")
_MILLISECONDS_FROM = 10**11
_EPOCHS = (10**9, 4 * 10**9)
"""Between 2001 and 2096, in seconds since 1970."""


def columns_of(heading: Sequence[str]) -> dict[str, str]:
    """Give what each known column of a heading is called there, by our name."""
    called = {spelling_key(name.lstrip("\ufeff")): name for name in reversed(heading)}
    found = {}
    for ours, theirs in SYNONYMS.items():
        name = next((called[key] for key in map(spelling_key, theirs) if key in called), None)
        if name is not None:
            found[ours] = name
    return found


def is_votes(found: Mapping[str, str]) -> bool:
    """Tell whether columns are those of candidates' votes over time."""
    return "at" in found and "candidate" in found and bool({"total", "evm"} & found.keys()) and _tells_seat(found)


def is_leads(found: Mapping[str, str]) -> bool:
    """Tell whether columns are those of leads over time."""
    return "at" in found and "leading" in found and _tells_seat(found)


def typed(table: pl.DataFrame, time_zone: str) -> pl.DataFrame:
    """
    Give a feed's table our names and types.

    Args:
        table: text columns as read, with `row` and `file`.
        time_zone: IANA name of the zone of times that are told without one.

    Returns: the columns found, `at` in UTC to the second, numbers as such (null where unknown), and
        `unreadable`, which names the first column of a row whose cell is neither a value nor unknown.
    """
    found = columns_of([name for name in table.columns if name not in {"row", "file"}])
    columns = {ours: _cells(table[theirs]) for ours, theirs in found.items()}
    numbers = {name: _numbers(columns[name]) for name in NUMBERS if name in columns}
    instants = _instants(columns["at"], time_zone)
    unreadable = pl.DataFrame(
        [
            instants.is_null().alias("at"),
            *((columns[name].is_not_null() & values.is_null()).alias(name) for name, values in numbers.items()),
        ]
    )
    first_unreadable = pl.coalesce(pl.when(pl.col(name)).then(pl.lit(found[name])) for name in unreadable.columns)
    return table.select("row", "file").with_columns(
        unreadable.select(unreadable=first_unreadable)["unreadable"],
        instants.alias("at"),
        *(cells.alias(name) for name, cells in columns.items() if name not in {"at", "round", "rounds", *numbers}),
        *(values.alias(name) for name, values in numbers.items()),
        *_rounds(columns),
    )


def _tells_seat(found: Mapping[str, str]) -> bool:
    return bool({"pc", "ac", "number", "seat", "page"} & found.keys())


def _cells(printed: pl.Series) -> pl.Series:
    unknown = (
        printed.unique()
        .to_frame("printed")
        .with_columns(tidy=pl.col("printed").str.strip_chars())
        .filter(pl.col("tidy").str.to_lowercase().is_in(_UNKNOWN) | (pl.col("tidy") != pl.col("printed")))
    )
    if unknown.is_empty():
        return printed
    tidy = pl.col("tidy")
    known = unknown.with_columns(tidy=pl.when(~tidy.str.to_lowercase().is_in(_UNKNOWN)).then(tidy))
    return printed.replace(known["printed"], known["tidy"])


def _numbers(cells: pl.Series) -> pl.Series:
    plain = cells.cast(pl.Int64, strict=False)
    if plain.null_count() == cells.null_count():
        return plain
    # 12,34,567 and 1234.0, which few feeds have, take longer to read
    return cells.str.replace_all(r"[,\s]", "").str.replace(r"\.0+$", "").cast(pl.Int64, strict=False)


def _rounds(columns: Mapping[str, pl.Series]) -> list[pl.Series]:
    """Read `5`, `5/18` or `Round 5 of 18`, and the rounds in all where they have a column."""
    if "round" not in columns:
        return []
    first, second = (
        columns["round"].str.extract(pattern, 1).cast(pl.Int64, strict=False) for pattern in (r"(\d+)", r"\d+\D+(\d+)")
    )
    in_all = columns["rounds"].str.extract(r"(\d+)", 1).cast(pl.Int64, strict=False) if "rounds" in columns else second
    return [first.alias("round"), in_all.alias("rounds")]


def _instants(cells: pl.Series, time_zone: str) -> pl.Series:
    """Read moments in any of the forms, each different text once, since a scrape gives many rows one moment."""
    texts = pl.DataFrame({"text": cells.unique()})
    read = texts.with_columns(at=_instant(pl.col("text"), time_zone))
    return pl.DataFrame({"text": cells}).join(read, on="text", how="left", maintain_order="left")["at"]


def _instant(cell: pl.Expr, time_zone: str) -> pl.Expr:
    local = [cell.str.to_datetime(form, time_unit="us", strict=False) for form in _TIMES]
    zoned = [cell.str.to_datetime(form, time_unit="us", time_zone="UTC", strict=False) for form in _ZONED]
    epoch = cell.cast(pl.Float64, strict=False)
    seconds = pl.when(epoch >= _MILLISECONDS_FROM).then(epoch / 1000).otherwise(epoch)
    counted = pl.when(seconds.is_between(*_EPOCHS)).then((seconds * 1_000_000).cast(pl.Int64))
    return pl.coalesce(
        *(_of_zone(each, time_zone) for each in local), *zoned, counted.cast(pl.Datetime("us", "UTC"))
    ).dt.truncate("1s")


def _of_zone(local: pl.Expr, time_zone: str) -> pl.Expr:
    placed = local.dt.replace_time_zone(time_zone, ambiguous="earliest", non_existent="null")
    return placed.dt.convert_time_zone("UTC")
