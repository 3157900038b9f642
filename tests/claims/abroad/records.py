"""Small records of elections in other countries; places, people and figures are made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from janadesh import model
from janadesh.names.spelling import spelling_key

Stood = tuple[str, str, int]
"""A candidate's name, party id and votes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An election with the seats that a record holds of it."""

    id: str
    name: str
    day: dt.date
    seats: Mapping[str, Sequence[Stood]]
    previous: str | None = None
    turnout: Mapping[str, float] | None = None
    counted: dt.date | None = None
    """The day of the count, where it is another than the day of the poll."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country (or state) with its house, its parties and their other names, and its elections."""

    id: str
    name: str
    house: str
    house_kind: str
    size: int
    zone: str
    parties: Mapping[str, tuple[str, str, Sequence[str]]]
    elections: Sequence[Held]


def nouns_of(country: Country) -> list[model.Noun]:
    """Give everything that a record holds of a country."""
    source = model.Source(id=f"{country.id}-source", title="Official results", publisher="The office", kind="official")
    said: dict[str, Any] = {"known_at": dt.datetime(2000, 1, 1, tzinfo=dt.UTC), "source": source.id}
    house = f"{country.id}-house"
    nouns: list[model.Noun] = [
        source,
        model.Territory(id=country.id, name=country.name, status="country", **said),
        model.House(
            id=house,
            name=country.house,
            territory=country.id,
            kind=country.house_kind,
            elected_seats=country.size,
            **said,
        ),
    ]
    for party, (name, short, others) in country.parties.items():
        kind = "independent" if name == "Independent" else "registered"
        nouns.append(model.Party(id=party, name=name, abbreviation=short, kind=kind, **said))
        nouns += [model.Name(noun="party", of=party, name=other, **said) for other in others]
    seats = dict.fromkeys(seat for election in country.elections for seat in election.seats)
    nouns += [
        model.Constituency(
            id=_seat_id(country, seat),
            house=house,
            delimitation="2020",
            number=number,
            name=seat,
            official_name=seat,
            territory=country.id,
            **said,
        )
        for number, seat in enumerate(seats, start=1)
    ]
    for election in country.elections:
        nouns += _election(country, election, house, said)
    return nouns


def _seat_id(country: Country, seat: str) -> str:
    return f"{country.id}-{spelling_key(seat)}"


def _election(country: Country, election: Held, house: str, said: Mapping[str, Any]) -> list[model.Noun]:
    counted = election.counted or election.day
    known: dict[str, Any] = {
        "known_at": dt.datetime.combine(counted, dt.time(23), tzinfo=dt.UTC) + dt.timedelta(hours=6),
        "source": said["source"],
    }
    nouns: list[model.Noun] = [
        model.Election(
            id=election.id,
            name=election.name,
            house=house,
            year=election.day.year,
            time_zone=country.zone,
            previous=election.previous,
            **said,
        ),
        model.ScheduleEntry(election=election.id, event="poll", on_date=election.day, **said),
        model.ScheduleEntry(election=election.id, event="count", on_date=counted, **said),
    ]
    for seat, stood in election.seats.items():
        where: dict[str, Any] = {"election": election.id, "constituency": _seat_id(country, seat)}
        nouns.append(model.Contest(**where, **said))
        for serial, (name, party, votes) in enumerate(stood, start=1):
            nouns.append(model.Candidacy(**where, serial=serial, name=name, party=party, **said))
            nouns.append(model.Tally(**where, serial=serial, total=votes, **known))
        first = max(range(len(stood)), key=lambda i: stood[i][2]) + 1
        nouns.append(model.Declaration(**where, status="declared", winner=first, **known))
    for seat, percent in (election.turnout or {}).items():
        scope = "constituency" if seat else "election"
        place = _seat_id(country, seat) if seat else election.id
        nouns.append(
            model.Figure(
                election=election.id,
                scope=scope,
                scope_id=place,
                measure="turnout",
                value=percent,
                unit="percent",
                **known,
            )
        )
    return nouns


BRITAIN = Country(
    id="xb",
    name="United Kingdom",
    house="House of Commons",
    house_kind="parliament",
    size=650,
    zone="Europe/London",
    parties={
        "xb-lab": ("Labour Party", "Lab", ["Labour"]),
        "xb-con": ("Conservative and Unionist Party", "Con", ["Conservative", "Conservatives", "Tory", "Tories"]),
        "xb-ld": ("Liberal Democrats", "LD", ["Liberal Democrat", "Lib Dem", "Lib Dems"]),
        "xb-ref": ("Reform UK", "RUK", ["Reform"]),
        "xb-grn": ("Green Party", "GP", ["Green", "Greens"]),
    },
    elections=[
        Held(
            id="xb-2019",
            name="General election, 2019",
            day=dt.date(2019, 12, 12),
            seats={
                "Marbury North": [("PRYCE, David", "xb-con", 24100), ("ASHWORTH, Helen", "xb-lab", 18032)],
                "Castlebridge and Dunmere": [("LYLE, Robert", "xb-con", 30412), ("MORGAN, Nia", "xb-ld", 15217)],
                "Eastwick": [("ODUYA, Grace", "xb-lab", 20412), ("HART, Simon", "xb-con", 13005)],
            },
        ),
        Held(
            id="xb-2024",
            name="General election, 2024",
            day=dt.date(2024, 7, 4),
            previous="xb-2019",
            seats={
                "Marbury North": [
                    ("ASHWORTH, Helen", "xb-lab", 19482),
                    ("BATES, Colin", "xb-ref", 7215),
                    ("PRYCE, David", "xb-con", 15904),
                    ("RAO, Sunita", "xb-ld", 4410),
                ],
                "Castlebridge and Dunmere": [
                    ("LYLE, Robert", "xb-con", 21330),
                    ("MORGAN, Nia", "xb-ld", 20096),
                    ("TATE, Owen", "xb-lab", 6002),
                ],
                "Eastwick": [
                    ("FLINT, Peter", "xb-ref", 9981),
                    ("ODUYA, Grace", "xb-lab", 17650),
                    ("WREN, Isla", "xb-grn", 5120),
                ],
            },
            turnout={"Marbury North": 62.4, "Castlebridge and Dunmere": 70.1, "Eastwick": 51.3},
        ),
    ],
)

CANADA = Country(
    id="xc",
    name="Canada",
    house="House of Commons",
    house_kind="parliament",
    size=343,
    zone="America/Toronto",
    parties={
        "xc-lib": ("Liberal Party of Canada", "Lib.", ["Liberal", "Liberals"]),
        "xc-con": ("Conservative Party of Canada", "Cons.", ["Conservative", "Conservatives", "Tories"]),
        "xc-ndp": ("New Democratic Party", "NDP", ["New Democrat", "New Democrats"]),
        "xc-bq": ("Bloc Québécois", "BQ", ["Bloc"]),
    },
    elections=[
        Held(
            id="xc-2021",
            name="Federal election, 2021",
            day=dt.date(2021, 9, 20),
            seats={
                "Lakeshore-Elmira": [("Marc Tessier", "xc-ndp", 18110), ("Joan Whitfield", "xc-lib", 17420)],
                "Port Hadley": [("Brent Kowalski", "xc-con", 26500), ("Anita Gill", "xc-lib", 15008)],
            },
        ),
        Held(
            id="xc-2025",
            name="Federal election, 2025",
            day=dt.date(2025, 4, 28),
            previous="xc-2021",
            seats={
                "Lakeshore-Elmira": [
                    ("Joan Whitfield", "xc-lib", 28745),
                    ("Peter Novak", "xc-con", 26311),
                    ("Marc Tessier", "xc-ndp", 8230),
                ],
                "Port Hadley": [
                    ("Anita Gill", "xc-lib", 22107),
                    ("Brent Kowalski", "xc-con", 31986),
                    ("Luc Perrault", "xc-ndp", 3410),
                ],
            },
            turnout={"Lakeshore-Elmira": 71.2, "": 68.7},
        ),
    ],
)

FRANKLIN = Country(
    id="xf",
    name="Franklin",
    house="Franklin House of Representatives",
    house_kind="assembly",
    size=99,
    zone="America/New_York",
    parties={
        "xf-dem": ("Democratic Party", "D", ["Democrat", "Democrats", "Democratic"]),
        "xf-rep": ("Republican Party", "R", ["Republican", "Republicans", "GOP"]),
        "xf-lbt": ("Libertarian Party", "L", ["Libertarian"]),
    },
    elections=[
        Held(
            id="xf-2022",
            name="State House election, 2022",
            day=dt.date(2022, 11, 8),
            seats={
                "District 14": [("Tom Becker", "xf-rep", 21450), ("Maria Lopez", "xf-dem", 20102)],
                "District 27": [("Ruth Ellison", "xf-rep", 25004), ("Carl Dunn", "xf-dem", 18004)],
            },
        ),
        Held(
            id="xf-2024",
            name="State House election, 2024",
            day=dt.date(2024, 11, 5),
            previous="xf-2022",
            seats={
                "District 14": [
                    ("Tom Becker", "xf-rep", 24871),
                    ("Maria Lopez", "xf-dem", 25019),
                    ("Sam Pike", "xf-lbt", 1202),
                ],
                "District 27": [("Ruth Ellison", "xf-rep", 30555), ("Angela Price", "xf-dem", 21444)],
            },
        ),
    ],
)

SURYAGARH = Country(
    id="xs",
    name="Suryagarh",
    house="Suryagarh Legislative Assembly",
    house_kind="assembly",
    size=60,
    zone="Asia/Kolkata",
    parties={
        "xs-jhp": ("Janhit Party", "JHP", []),
        "xs-kmd": ("Kisan Morcha Dal", "KMD", []),
        "xs-led": ("Lok Ekta Dal", "LED", []),
    },
    elections=[
        Held(
            id="xs-2025",
            name="Assembly election, 2025",
            day=dt.date(2025, 3, 2),
            counted=dt.date(2025, 3, 9),
            seats={
                "Rampura": [
                    ("SURESH KUMAR YADAV", "xs-jhp", 48210),
                    ("MEENA DEVI CHAUDHARY", "xs-kmd", 39154),
                    ("RAFIQ AHMED", "xs-led", 6021),
                ],
                "Devgarh": [
                    ("ANIL PRATAP SINGH", "xs-kmd", 51877),
                    ("KAVITA RATHORE", "xs-jhp", 50665),
                ],
                "Nandpur East": [
                    ("DINESH MISHRA", "xs-jhp", 30125),
                    ("FARHANA BEGUM", "xs-led", 33450),
                    ("GOPAL VERMA", "xs-kmd", 21009),
                ],
            },
            turnout={"": 71.8},
        ),
    ],
)

LESANGA = Country(
    id="xg",
    name="Lesanga",
    house="National Assembly of Lesanga",
    house_kind="parliament",
    size=61,
    zone="Africa/Gaborone",
    parties={
        "xg-bp": ("Botho Party", "BP", []),
        "xg-udc": ("Union for Democratic Change", "UDC", []),
        "xg-afp": ("Alliance for Progressives", "AFP", []),
        "xg-ind": ("Independent", "IND", []),
    },
    elections=[
        Held(
            id="xg-2019",
            name="General election, 2019",
            day=dt.date(2019, 10, 23),
            seats={
                "Maseru Hill": [("Neo Seretse", "xg-bp", 7120), ("Thabo Kgari", "xg-udc", 5105)],
                "Tsodilo": [("Kagiso Molefe", "xg-bp", 5310), ("Onalenna Tau", "xg-udc", 3380)],
                "Lotsane": [("Mpho Rankwe", "xg-bp", 6044), ("Gorata Sebina", "xg-udc", 3902)],
            },
        ),
        Held(
            id="xg-2024",
            name="General election, 2024",
            day=dt.date(2024, 10, 30),
            previous="xg-2019",
            seats={
                "Maseru Hill": [
                    ("Neo Seretse", "xg-bp", 5377),
                    ("Thabo Kgari", "xg-udc", 6912),
                    ("Lesedi Moeng", "xg-afp", 1204),
                ],
                "Tsodilo": [("Kagiso Molefe", "xg-bp", 4488), ("Onalenna Tau", "xg-udc", 4102)],
                "Lotsane": [
                    ("Mpho Rankwe", "xg-ind", 5015),
                    ("Tshepo Dube", "xg-bp", 3890),
                    ("Boitumelo Pule", "xg-udc", 2777),
                ],
            },
            turnout={"": 81.4},
        ),
    ],
)
