"""What a desk would miss: days, electors, alliances, an earlier election, outlines for the map."""

from __future__ import annotations

import json
from collections.abc import Iterator

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.sources.linting.given import ROW
from janadesh.sources.linting.given import Given
from janadesh.sources.linting.given import listed

MAP = "map.json"


def elections_without_days(given: Given) -> Iterator[Fault]:
    """Tell elections with candidates or results that have no day of poll or count."""
    days = given.standing(model.ScheduleEntry)
    for row in _told(given).iter_rows(named=True):
        for event in ("poll", "count"):
            if days.filter(pl.col("election") == row["id"], pl.col("event") == event).is_empty():
                problem = f"{row['id']} has no day of its {event}"
                cure = f"Add a row with the event `{event}`: reports of it are checked against that day."
                yield given.advice(model.ScheduleEntry, problem, cure, column="event", value=row["id"])


def elections_without_electors(given: Given) -> Iterator[Fault]:
    """Tell, election by election, counted contests without electors and without turnout."""
    figures = given.standing(model.Figure).filter(pl.col("scope") == "constituency")
    counted = given.standing(model.Tally).select("election", scope_id="constituency").unique(maintain_order=True)
    for (election,), seats in counted.group_by("election", maintain_order=True):
        for measure in ("electors", "turnout"):
            of = figures.filter(pl.col("election") == election, pl.col("measure") == measure)
            without = seats.join(of, on=["election", "scope_id"], how="anti")["scope_id"].to_list()
            # turnout follows from electors, if not to the last vote
            if not without or (measure == "turnout" and without == _without_electors(seats, figures, str(election))):
                continue
            if measure == "turnout" and len(without) == seats.height:
                continue
            problem = f"{len(without)} of {seats.height} counted contests of {election} have no {measure}"
            cure = f"Add a row: scope constituency, measure {measure}. First: {listed(without)}."
            yield given.advice(model.Figure, problem, cure, column="measure", value=measure)


def elections_without_the_one_before(given: Given) -> Iterator[Fault]:
    """Tell elections that name no `previous`, where the pack has results of an earlier one to the same house."""
    told = _told(given).filter(pl.col("kind") == "general").sort("year")
    for row in told.filter(pl.col("previous").is_null()).iter_rows(named=True):
        before = told.filter(pl.col("house") == row["house"], pl.col("year") < row["year"])
        if not before.is_empty():
            problem = f"it names no election before it, and {before['id'][-1]} is here"
            cure = "Name it, and swing and seats that changed hands are reckoned."
            yield given.advice(model.Election, problem, cure, row=row[ROW], column="previous")


def houses_without_all_seats(given: Given) -> Iterator[Fault]:
    """Tell houses of which this pack has fewer or more seats at a general election than are elected."""
    seats = given.standing(model.Constituency).select("house", constituency="id")
    houses = given.standing(model.House).sort("known_at").unique("id", keep="last")
    sizes = dict(houses.select("id", "elected_seats").iter_rows())
    stood = given.standing(model.Contest).join(seats, on="constituency")
    for row in _told(given).filter(pl.col("kind") == "general", pl.col("territory").is_null()).iter_rows(named=True):
        there = stood.filter(pl.col("election") == row["id"])["constituency"].n_unique()
        size = sizes.get(row["house"])
        if size is not None and there and there != size and _is_of_last_size(given, row):
            problem = f"{row['house']} has {size} elected seats, and {there} vote in {row['id']}"
            cure = "Add the contests, correct elected_seats, or say in elections.csv which `territory` this is of."
            yield given.advice(model.Contest, problem, cure, column="election", value=row["id"])


def alliances_without_members(given: Given) -> Iterator[Fault]:
    """Tell alliances that nobody belongs to, and seats shared with a party that is no member."""
    members = given.standing(model.AllianceMember)
    alliances = given.standing(model.Alliance).filter(~pl.col("id").is_in(members["alliance"].to_list()))
    for row in alliances.iter_rows(named=True):
        problem, cure = "no party belongs to this alliance", "Say who does, by election, in alliance_members.csv."
        yield given.advice(model.Alliance, problem, cure, row=row[ROW], column="id", value=row["id"])
    of = ["alliance", "party", "election"]
    shares = given.standing(model.SeatShare).filter(pl.col("arrangement") != "outside")
    strangers = shares.join(members, on=of, how="anti").unique(of, keep="first", maintain_order=True)
    for row in strangers.iter_rows(named=True):
        problem = f"{row['party']} is no member of {row['alliance']} in {row['election']}, and shares seats with it"
        cure = "Add the member to alliance_members.csv."
        yield given.advice(model.SeatShare, problem, cure, row=row[ROW], column="party", value=row["party"])


def seat_shares_that_do_not_add_up(given: Given) -> Iterator[Fault]:
    """Tell announced totals that the seats listed for a party do not make, where all its seats are listed."""
    of = ["election", "alliance", "party", "arrangement"]
    counted = given.standing(model.SeatShare).group_by(of).agg(seats_listed=pl.len())
    totals = given.standing(model.SeatShareTotal).join(counted, on=of)
    for row in totals.filter(pl.col("seats") != pl.col("seats_listed")).sort(ROW).iter_rows(named=True):
        problem = f"seat_shares.csv lists {row['seats_listed']} seats of {row['party']}"
        cure = "If a deal was changed later, say so with a later row; else correct one of the two."
        yield given.advice(model.SeatShareTotal, problem, cure, row=row[ROW], column="seats", value=row["seats"])


def sources_that_say_nothing(given: Given) -> Iterator[Fault]:
    """Tell sources that no row names."""
    named = {
        source
        for noun, frame in given.statements.frames.items()
        if noun is not model.Source
        for source in frame["source"].drop_nulls().unique()
    }
    for row in given.every(model.Source).filter(~pl.col("id").is_in(list(named))).iter_rows(named=True):
        problem, cure = "no row names this source", "Name it in the `source` of what it said, or take it out."
        yield given.advice(model.Source, problem, cure, row=row[ROW], column="id", value=row["id"])


def seats_without_outline(given: Given) -> Iterator[Fault]:
    """Tell seats that vote and have no outline in `map.json`, and outlines of no seat; once each."""
    seats = given.standing(model.Constituency)
    file = given.folder / MAP
    if not file.is_file():
        if not _told(given).is_empty():
            problem = "there is no map.json, so the desk shows no map"
            cure = "Optional: GeoJSON whose features have the property `constituency`, an id of constituencies.csv. "
            cure += "Open the desk with `janadesh desk --map FILE`."
            yield Fault(file=MAP, problem=problem, cure=cure)
        return
    try:
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        drawn = {feature["properties"]["constituency"] for feature in features}
    except (ValueError, KeyError, TypeError):
        cure = "Each feature of a GeoJSON FeatureCollection needs the property `constituency`."
        yield Fault(file=MAP, problem="this is no map that the desk can draw", cure=cure)
        return
    if strange := sorted(drawn - set(seats["id"])):
        problem = f"{len(strange)} outlines are of no constituency here: {listed(strange)}"
        yield Fault(file=MAP, column="constituency", value=strange[0], problem=problem, cure="Correct the ids.")
    for (house, delimitation), of_house in seats.group_by("house", "delimitation", maintain_order=True):
        without = sorted(set(of_house["id"]) - drawn)
        if without and len(without) < of_house.height:
            problem = f"seats of {house} ({delimitation}) have no outline, so the desk draws no map"
            yield Fault(file=MAP, value=without[0], problem=problem, cure=f"Add {listed(without)}.")


def _told(given: Given) -> pl.DataFrame:
    """Give the elections of which the pack names candidates or winners."""
    named = {
        election
        for noun in (model.Candidacy, model.Declaration)
        for election in given.every(noun)["election"].drop_nulls().unique()
    }
    return given.standing(model.Election).filter(pl.col("id").is_in(list(named)))


def _without_electors(seats: pl.DataFrame, figures: pl.DataFrame, election: str) -> list[str]:
    of = figures.filter(pl.col("election") == election, pl.col("measure") == "electors")
    return seats.join(of, on=["election", "scope_id"], how="anti")["scope_id"].to_list()


def _is_of_last_size(given: Given, election: dict[str, object]) -> bool:
    """Whether the house has had one size only: of which size it was earlier, days of terms do not surely tell."""
    return given.every(model.House).filter(pl.col("id") == election["house"])["elected_seats"].n_unique() == 1
