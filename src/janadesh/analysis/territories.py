"""Where an election is held."""

from __future__ import annotations

import polars as pl

from janadesh import model
from janadesh.analysis.found import the_election
from janadesh.record.book import Record
from janadesh.record.moments import Moment


def country_of(record: Record, election: str, as_of: Moment | None = None) -> str | None:
    """
    Name the country that an election is held in by its territory id, or None where the record does not say.

    Raises: NotInRecord.
    """
    house = record.frame(model.House, as_of, id=the_election(record, election, as_of).house)
    territories = record.frame(model.Territory, as_of)
    countries = set(territories.filter(pl.col("status") == "country")["id"].to_list())
    within = dict(territories.select("id", "within").iter_rows())
    place = None if house.is_empty() else house["territory"][-1]
    seen: set[str] = set()
    while place is not None and place not in countries and place not in seen:
        seen.add(place)
        place = within.get(place)
    return place if place in countries else None


def home_country(record: Record, as_of: Moment | None = None) -> str | None:
    """Name the country of the record's elections, or None where they are of several or of none."""
    held = record.frame(model.Election, as_of).unique("house")["id"].to_list()
    countries = {country_of(record, election, as_of) for election in held}
    return countries.pop() if len(countries) == 1 else None
