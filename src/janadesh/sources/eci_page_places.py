"""Which election, house and seat of the record an official result page belongs to."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from dataclasses import replace

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.record.book import Record
from janadesh.sources.eci_assembly_seats import fault_of_fit
from janadesh.sources.eci_assembly_seats import new_seat
from janadesh.sources.eci_assembly_seats import seats_in_record
from janadesh.sources.eci_elections import INDIA
from janadesh.sources.eci_elections import PlacedElection
from janadesh.sources.eci_page import Page
from janadesh.sources.eci_page_names import ElectionName
from janadesh.sources.eci_page_tree import INDIA as INDIAN_TIME
from janadesh.sources.known import Known
from janadesh.sources.lokdhaba_places import LOK_SABHA

_LOAD_INDIA = "Load what is known of India's states first, `janadesh load india`."
_NAME_IT = "Keep the page in a folder named as on the site, such as `AcResultGenOct2024`."
_DAYS_AFTER_COUNT = 3
"""Within how many days of a count a page of no named election is taken to be of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSeat:
    """A seat's id, and the statement on it where the record does not have it."""

    id: str
    new: model.Constituency | None = None


class Places:
    """Places pages in a record, and keeps what was placed for the pages that follow."""

    def __init__(self, record: Record, known: Known) -> None:
        """Look up territories by the Commission's code and by name."""
        self._known = known
        self._elections = record.frame(model.Election)
        territories = record.frame(model.Territory)
        self._by_code: dict[str, str] = dict(territories.drop_nulls("code").select("code", "id").iter_rows())
        other = record.frame(model.Name, noun="territory")
        named = [*territories.select("name", "id").iter_rows(), *other.select("name", "of").iter_rows()]
        self._by_name: dict[str, str] = {spelling_key(name): territory for name, territory in named}
        latest_last = territories.sort("valid_from", nulls_last=False).drop_nulls("code")
        self._codes: dict[str, str] = dict(latest_last.select("id", "code").iter_rows())
        sizes = record.frame(model.House).sort("valid_from", nulls_last=False)
        self._house_sizes: dict[str, int] = dict(sizes.select("id", "elected_seats").iter_rows())
        self._seats: dict[tuple[str, str | None], dict[int, str]] = {}
        self._placed: dict[tuple[object, ...], PlacedElection | Fault] = {}

    def election(self, page: Page, instant: dt.datetime) -> PlacedElection | Fault:
        """Place a page's election, or say why that cannot be done."""
        told = (page.state_code, page.state, page.house, page.election)
        day = instant.astimezone(INDIAN_TIME).date()
        key = told if page.election else (*told, day)
        if key not in self._placed:
            self._placed[key] = self._election(page, instant, day)
        found = self._placed[key]
        return replace(found, file=page.file) if isinstance(found, Fault) else found

    def seat(self, file: str, number: int | None, printed: str | None, election: PlacedElection) -> PlacedSeat | Fault:
        """Place a seat by number, checked by name, or by name alone where no number is told."""
        key = (election.id, election.code)
        if key not in self._seats:
            self._seats[key] = seats_in_record(election, self._known)
        held = self._seats[key]
        if number is None:
            return self._seat_by_name(file, printed, held)
        if held and not self._is_missing(number, held, election):
            fault = fault_of_fit(file, None, number, printed, held, self._known)
            return fault or PlacedSeat(id=held[number])
        if election.code is not None or printed is None:
            problem = f"the record has no seats of {election.house} here"
            return Fault(file=file, problem=problem, value=printed, cure=_LOAD_INDIA)
        new = new_seat(number, printed, election)
        return PlacedSeat(id=new.id, new=new)

    def _is_missing(self, number: int, held: dict[int, str], election: PlacedElection) -> bool:
        """Tell whether the record has some of a house's seats only, and not this one."""
        seats = self._house_sizes.get(election.house, 0)
        return election.code is None and number not in held and len(held) < seats and number <= seats

    def _seat_by_name(self, file: str, printed: str | None, held: dict[int, str]) -> PlacedSeat | Fault:
        cure = "Keep the name the page has on the site, such as `ConstituencywiseU0827.htm`."
        if printed is None:
            return Fault(file=file, problem="neither its name nor the page tells the seat", cure=cure)
        key = spelling_key(printed)
        found = {seat for seat in held.values() if key in map(spelling_key, self._known.seat_names[seat])}
        if len(found) != 1:
            problem = "the page tells its seat by name only, which fits no seat of the record, or several"
            return Fault(file=file, problem=problem, value=printed, cure=cure)
        return PlacedSeat(id=found.pop())

    def _election(self, page: Page, instant: dt.datetime, day: dt.date) -> PlacedElection | Fault:
        territory = self._territory(page)
        if isinstance(territory, Fault):
            return territory
        name = page.election
        if name is None:
            counted = self._counted_by(territory, page.house, day)
            if len(counted) != 1:
                problem = "neither its name nor the page tells the election, and by date there is not just one"
                return Fault(file=page.file, problem=problem, value=", ".join(counted) or None, cure=_NAME_IT)
            return self._of_record(counted[0], territory, page, instant)
        house = f"{territory}-assembly" if name.house == "assembly" else LOK_SABHA
        if house not in self._known.houses:
            problem = f"the record has no {name.house} of {territory}"
            return Fault(file=page.file, problem=problem, value=page.state_code or page.state, cure=_LOAD_INDIA)
        place = territory if name.house == "assembly" else "in-ls"
        election = f"{place}-{name.year}" if name.kind == "general" else self._by_election(place, house, name)
        if election in self._known.elections:
            return self._of_record(election, territory, page, instant)
        return self._new(election, house, territory, name, page, instant)

    def _territory(self, page: Page) -> str | Fault:
        by_code = self._by_code.get(page.state_code or "")
        by_name = self._by_name.get(spelling_key(page.state or ""))
        if page.state_code and by_code is None:
            problem = "the record knows no state or union territory of this code"
            return Fault(file=page.file, problem=problem, value=page.state_code, cure=_LOAD_INDIA)
        if by_code and by_name and by_code != by_name:
            problem = f"its name says {page.state_code}, which is {self._known.territories[by_code].name}"
            return Fault(
                file=page.file, problem=f"{problem}, and the page is of {page.state}", cure="Correct its name."
            )
        territory = by_code or by_name
        if territory is None:
            problem = "neither its name nor the page tells a state that the record knows"
            return Fault(file=page.file, problem=problem, value=page.state, cure=_LOAD_INDIA)
        return territory

    def _counted_by(self, territory: str, house: str | None, day: dt.date) -> list[str]:
        houses = {"assembly": f"{territory}-assembly", "parliament": LOK_SABHA}
        wanted = {houses[house]} if house else set(houses.values())
        return [
            election
            for election, counted in self._known.count_days.items()
            if self._known.elections.get(election) in wanted
            and dt.timedelta(0) <= day - counted <= dt.timedelta(days=_DAYS_AFTER_COUNT)
        ]

    def _by_election(self, place: str, house: str, name: ElectionName) -> str:
        """Name the record's by-elections of the month, or give the first free id."""
        held = self._elections.filter(
            pl.col("house") == house, pl.col("kind") == "by-election", pl.col("year") == name.year
        )["id"].to_list()
        months = {election: counted.month for election, counted in self._known.count_days.items()}
        for election in held:
            if months.get(election, name.month) == name.month:
                return str(election)
        plain = f"{place}-{name.year}-by"
        return f"{plain}-{name.month:02}" if plain in held else plain

    def _of_record(self, election: str, territory: str, page: Page, instant: dt.datetime) -> PlacedElection:
        held = self._elections.filter(pl.col("id") == election).row(0, named=True)
        return self._placed_at(election, held["house"], territory, held["name"], held["year"], page, instant)

    def _new(
        self, election: str, house: str, territory: str, name: ElectionName, page: Page, instant: dt.datetime
    ) -> PlacedElection:
        body = "Lok Sabha" if house == LOK_SABHA else f"{self._known.territories[territory].name} Legislative Assembly"
        month = calendar.month_name[name.month]
        title = (
            f"{body} election, {name.year}" if name.kind == "general" else f"{body} by-elections, {month} {name.year}"
        )
        placed = self._placed_at(election, house, territory, title, name.year, page, instant)
        new = model.Election(
            id=election,
            name=title,
            house=house,
            year=name.year,
            kind=name.kind,
            time_zone=INDIA,
            known_at=instant,
            source=placed.source,
        )
        return replace(placed, statements=(*placed.statements, new))

    def _placed_at(
        self, election: str, house: str, territory: str, title: str, year: int, page: Page, instant: dt.datetime
    ) -> PlacedElection:
        day = self._known.count_days.get(election, instant.astimezone(INDIAN_TIME).date())
        source = model.Source(
            id=f"eci-pages-{election}",
            title=f"{title}: result pages",
            publisher="Election Commission of India",
            kind="official",
            published=self._known.count_days.get(election),
            url="https://results.eci.gov.in/",
        )
        return PlacedElection(
            id=election,
            house=house,
            territory=territory,
            year=year,
            known_at=instant,
            day=day,
            source=source.id,
            statements=(source,),
            code=_code_of_seats(page.state_code or self._codes[territory], day) if house == LOK_SABHA else None,
        )


def _code_of_seats(code: str, day: dt.date) -> str:
    """Give the code in the ids of Lok Sabha seats: U03 was another territory's until 2020."""
    return "DNH" if code == "U03" and day < dt.date(2020, 1, 26) else code
