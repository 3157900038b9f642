"""Leads of a count feed: who was shown ahead of whom, their names made serials."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from janadesh.sources.count_feed_candidates import keyed
from janadesh.sources.count_feed_candidates import tidy_name
from janadesh.sources.observations import CONTEST

_SHOWN = (*CONTEST, "at", "margin", "status", "round", "rounds", "page", "source")


@dataclass(frozen=True, slots=True)
class Leads:
    """Rows of leads, with `leading_key`, `leading_id` (the party) and the same of `trailing`."""

    rows: pl.DataFrame

    def people(self) -> pl.DataFrame:
        """Give those named in leads as rows of candidates, without votes."""
        each = [
            self.rows.filter(pl.col(f"{place}_key").is_not_null()).select(
                *CONTEST,
                "at",
                name=place,
                name_key=f"{place}_key",
                party_id=f"{place}_id",
                is_nota=pl.lit(value=False),
                total=pl.lit(None, dtype=pl.Int64),
                evm=pl.lit(None, dtype=pl.Int64),
                # each on a page of their own, since one may lead in two rows of a second
                shown_in=pl.concat_str(pl.lit(place), pl.int_range(pl.len()).cast(pl.String)),
                kind=pl.lit("leads"),
            )
            for place in ("leading", "trailing")
        ]
        return pl.concat(each)

    def numbered(self, printed: pl.DataFrame, uncontested: pl.DataFrame) -> pl.DataFrame:
        """
        Give the leads by serial.

        Args:
            printed: `election, constituency, name_key, party_id, serial`.
            uncontested: rows of candidates without opponent, with `serial`; each is a lead of its own.
        """
        rows = self.rows
        for place in ("leading", "trailing"):
            serials = printed.rename(
                {"name_key": f"{place}_key", "party_id": f"{place}_id", "serial": f"{place}_serial"}
            )
            rows = rows.join(
                serials,
                on=[*CONTEST, f"{place}_key", f"{place}_id"],
                how="left",
                nulls_equal=True,
                maintain_order="left",
            )
        leads = rows.select(*_SHOWN, leading="leading_serial", trailing="trailing_serial")
        alone = uncontested.select(*CONTEST, "at", "page", "source", leading="serial", status=pl.lit("uncontested"))
        return pl.concat([leads, alone], how="diagonal").rename({"at": "observed_at"})


def leads_of(rows: pl.DataFrame, parties: Mapping[str, str]) -> Leads:
    """Take the rows of leads out of a feed's rows; `parties` has ids by printed name."""
    leads = rows.filter(pl.col("kind") == "leads")
    texts = ("leading", "leading_party", "trailing", "trailing_party", "status", "page")
    missing = [pl.lit(None, dtype=pl.String).alias(name) for name in texts if name not in leads.columns]
    missing += [
        pl.lit(None, dtype=pl.Int64).alias(name) for name in ("margin", "round", "rounds") if name not in leads.columns
    ]
    leads = leads.with_columns(missing).with_columns(leading=tidy_name("leading"), trailing=tidy_name("trailing"))
    for place in ("leading", "trailing"):
        leads = keyed(leads, place, f"{place}_key").with_columns(
            pl.col(f"{place}_party").replace_strict(parties, default=None, return_dtype=pl.String).alias(f"{place}_id")
        )
    said = pl.col("status").str.to_lowercase()
    status = (
        pl.when(said.str.contains("uncontested"))
        .then(pl.lit("uncontested"))
        .when(said.str.contains("declared|^won$|elected|^final"))
        .then(pl.lit("declared"))
        .otherwise(pl.lit("counting"))
    )
    return Leads(leads.with_columns(status=status))
