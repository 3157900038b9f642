"""Alarms that stand at a moment, and clearing one by hand."""

from __future__ import annotations

import datetime as dt

import polars as pl

from janadesh import model
from janadesh.analysis.found import the_constituency
from janadesh.analysis.votes import places_of
from janadesh.count.scene import FEED
from janadesh.errors import NotInRecord
from janadesh.record.book import Record
from janadesh.record.ledger import Entry
from janadesh.record.moments import Moment
from janadesh.record.statements import Statements
from janadesh.record.statements import conformed
from janadesh.record.statements import frame_of
from janadesh.sources.observations import CONTEST

_BY_HAND = model.Source(
    id="cleared-by-hand", title="Alarms of a count cleared by hand", publisher="the desk of this record", kind="derived"
)


def alarms(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """
    Give every alarm of an election's count raised by a moment, the latest first.

    Returns: the columns of `model.Alarm`, with `standing`: nothing has cleared it, no later update, no person, and no
        final result from elsewhere; and `number`, `constituency_name`, `candidate`.
    """
    said = record.frame(model.Alarm, as_of, election=election)
    finals = (
        record.frame(model.Tally, as_of, election=election, status="final")
        .filter(~pl.col("source").str.starts_with(FEED))
        .group_by(CONTEST)
        .agg(final_at=pl.col("known_at").max())
    )
    places = places_of(record, said["constituency"], as_of).select("constituency", "number", "constituency_name")
    people = record.frame(model.Candidacy, as_of, election=election).select(*CONTEST, "serial", candidate="name")
    settled = (pl.col("final_at") >= pl.col("raised_at")).fill_null(value=False)
    return (
        said.join(finals, on=list(CONTEST), how="left", maintain_order="left")
        .join(places, on="constituency", how="left", maintain_order="left")
        .join(people, on=[*CONTEST, "serial"], how="left", maintain_order="left")
        .with_columns(
            standing=(pl.col("status") == "raised") & ~settled,
            candidate=pl.when(pl.col("serial") == model.NOTA).then(pl.lit("NOTA")).otherwise("candidate"),
        )
        .drop("final_at")
        .sort("raised_at", "number", "serial", descending=[True, False, False], maintain_order=True)
    )


def clear(
    record: Record,
    election: str,
    constituency: str,
    words: str,
    *,
    rule: str | None = None,
    cleared_at: dt.datetime | None = None,
) -> Entry | None:
    """
    Clear the alarms that stand in a constituency, and let what they held stand as its votes.

    Args:
        record: the record.
        election: the election's id.
        constituency: its number, name or id.
        words: who cleared it and why; kept with the alarm.
        rule: only alarms of this rule.
        cleared_at: when; None is now.

    Returns: the ledger's entry.
    Raises: NotInRecord, where no alarm stands there.
    """
    place = the_constituency(record, election, constituency)["id"]
    when = (cleared_at or dt.datetime.now(dt.UTC)).replace(microsecond=0)
    standing = alarms(record, election, when).filter("standing", pl.col("constituency") == place)
    if rule is not None:
        standing = standing.filter(pl.col("rule") == rule)
    if standing.is_empty():
        of_rule = f" of the rule {rule!r}" if rule else ""
        raise NotInRecord(f"No alarm{of_rule} stands in {constituency} of {election}.")
    said = standing.with_columns(
        status=pl.lit("cleared"), cleared_by=pl.lit(words), known_at=pl.lit(when), source=pl.lit(_BY_HAND.id)
    )
    frames: dict[type[model.Noun], pl.DataFrame] = {
        model.Source: frame_of(model.Source, [_BY_HAND]),
        model.Alarm: conformed(model.Alarm, said),
        model.Tally: _released(record, election, place, standing, when),
    }
    return record.load(Statements(f"alarms cleared: {words}", {noun: f for noun, f in frames.items() if f.height}))


def held(record: Record, election: str, as_of: Moment | None = None) -> pl.DataFrame:
    """Give the figures that a standing alarm holds: the columns of `model.HeldTally`, with `good_total`."""
    kept = record.frame(model.HeldTally, as_of, election=election)
    standing = alarms(record, election, as_of).filter("standing")
    of_row = standing.select(*CONTEST, "serial").drop_nulls().unique()
    of_contest = standing.filter(pl.col("serial").is_null()).select(*CONTEST).unique()
    good = record.frame(model.Tally, as_of, election=election).select(
        *CONTEST, "serial", good_total="total", good_at="known_at"
    )
    concerned = pl.concat(
        [
            kept.join(of_row, on=[*CONTEST, "serial"], how="semi"),
            kept.join(of_contest, on=list(CONTEST), how="semi").join(of_row, on=[*CONTEST, "serial"], how="anti"),
        ]
    )
    later = pl.col("good_at").is_null() | (pl.col("known_at") > pl.col("good_at"))
    return concerned.join(good, on=[*CONTEST, "serial"], how="left").filter(later).drop("good_at")


def _released(record: Record, election: str, place: str, cleared: pl.DataFrame, when: dt.datetime) -> pl.DataFrame:
    here = held(record, election, when).filter(pl.col("constituency") == place)
    if cleared["serial"].null_count() == 0:
        here = here.filter(pl.col("serial").is_in(cleared["serial"].to_list()))
    added = pl.col("evm") + pl.col("postal") + pl.col("migrant").fill_null(0)
    # kinds that do not make the total cannot both stand: the total does
    fits = (added == pl.col("total")).fill_null(value=True)
    kinds = [pl.when(fits).then(name).alias(name) for name in ("evm", "postal", "migrant")]
    said = here.with_columns(*kinds, known_at=pl.lit(when), source=pl.lit(_BY_HAND.id))
    return conformed(model.Tally, said)
