"""Where an election is held."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping

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
    house = the_election(record, election, as_of).house
    return countries_of_houses(record, [house], as_of)[house]


def countries_of_houses(record: Record, houses: Iterable[str], as_of: Moment | None = None) -> dict[str, str | None]:
    """Name the country of each of some houses, None where the record does not say."""
    wanted = list(houses)
    territory = dict(record.frame(model.House, as_of, id=wanted).select("id", "territory").iter_rows())
    territories = record.frame(model.Territory, as_of)
    countries = set(territories.filter(pl.col("status") == "country")["id"].to_list())
    within = dict(territories.select("id", "within").iter_rows())
    return {house: _country(territory.get(house), countries, within) for house in wanted}


def territory_names(record: Record, as_of: Moment | None = None) -> pl.DataFrame:
    """Give the name of each territory, the latest where it changed its status or name: `territory, name`."""
    held = record.frame(model.Territory, as_of).sort("valid_from", descending=True, nulls_last=True)
    return held.unique("id", keep="first", maintain_order=True).select("name", territory="id")


def home_country(record: Record, as_of: Moment | None = None) -> str | None:
    """Name the country of the record's elections, or None where they are of several or of none."""
    held = record.frame(model.Election, as_of)["house"].unique().to_list()
    countries = set(countries_of_houses(record, held, as_of).values())
    return countries.pop() if len(countries) == 1 else None


def _country(place: str | None, countries: Collection[str], within: Mapping[str, str | None]) -> str | None:
    seen: set[str] = set()
    while place is not None and place not in countries and place not in seen:
        seen.add(place)
        place = within.get(place)
    return place if place in countries else None
