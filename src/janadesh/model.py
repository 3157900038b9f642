"""
The nouns of an election, as frozen dataclasses without I/O.

Each noun is one *statement*: something a source said, at a time (`known_at`), about a time
(`valid_from` and `valid_to`, a poll's date, a term of office). Nothing here is ever changed in place:
a correction is a later statement with the same key, and the record is asked *as of* a moment.

One declaration serves three uses: the fields below are the columns of the record's tables, the
columns of a pack's CSV files, and the columns of the frames that readers hand over. The order of
fields is the order of columns. `KEY` names the fields that say *which* thing a statement is about;
two statements with the same key speak of the same thing, and the later known one stands.

NOTA ("none of the above") is no candidate. It has votes, so a `Tally` may carry the serial `NOTA`
(0), but no `Candidacy` ever does.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import fields as dataclass_fields
from functools import cache
from types import MappingProxyType
from typing import Any
from typing import ClassVar
from typing import get_type_hints

NOTA = 0
"""The serial under which a contest's NOTA votes are kept; ballot serials start at 1."""


class Noun:
    """The root of every noun: which table keeps it, and which fields say what it is about."""

    __slots__ = ()
    KEY: ClassVar[tuple[str, ...]] = ()
    TABLE: ClassVar[str] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Noun):
    """Who said it: a gazette, a results page, a press note, a newspaper, an archive."""

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    TABLE: ClassVar[str] = "sources"
    id: str
    title: str
    publisher: str
    kind: str
    """`official`, `agency`, `press`, `archive` (a scholarly collection) or `derived` (reasoned from others)."""
    published: dt.date | None = None
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Noun):
    """What every statement carries beside its own fields."""

    known_at: dt.datetime
    """When it was announced, observed or published. A day without a clock time counts from its end."""
    source: str
    """The `Source.id` that said it."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory(Statement):
    """A country, state or union territory, with the status it had from one day to another."""

    KEY: ClassVar[tuple[str, ...]] = ("id", "valid_from")
    TABLE: ClassVar[str] = "territories"
    id: str
    name: str
    status: str
    """`country`, `state`, `union territory`, `union territory with legislature` …"""
    within: str | None = None
    code: str | None = None
    """The election authority's own code, letter included (`U08`; S01 is not U01)."""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class House(Statement):
    """An elected body. Its majority is more than half of the members entitled to vote."""

    KEY: ClassVar[tuple[str, ...]] = ("id", "valid_from")
    TABLE: ClassVar[str] = "houses"
    id: str
    name: str
    territory: str
    kind: str
    """`assembly`, `parliament` or `council`."""
    elected_seats: int
    nominated_seats: int = 0
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Constituency(Statement):
    """One seat of a house under one delimitation; its number is the key that sources share, not its name."""

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    TABLE: ClassVar[str] = "constituencies"
    id: str
    house: str
    delimitation: str
    number: int
    name: str
    official_name: str
    """As the official result prints it."""
    territory: str
    reservation: str = "GEN"
    """`GEN`, `SC` or `ST`."""
    district: str | None = None
    region: str | None = None
    within: str | None = None
    """The parliamentary constituency that an assembly constituency is a segment of."""
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage(Statement):
    """That a constituency carries on from one of an earlier delimitation, and how surely."""

    KEY: ClassVar[tuple[str, ...]] = ("constituency", "predecessor")
    TABLE: ClassVar[str] = "lineage"
    constituency: str
    predecessor: str
    basis: str
    """`unchanged`, `same name` (boundaries differ) or `part`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Statement):
    """A party under its official name. `kind` is `independent` for the heading independents stand under."""

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    TABLE: ClassVar[str] = "parties"
    id: str
    name: str
    abbreviation: str
    kind: str = "registered"
    """`national`, `state`, `registered` or `independent`."""
    colour: str | None = None
    """`#rrggbb`, for drawing only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDescent(Statement):
    """That a party came out of another one: renamed, split from it, or merged with it."""

    KEY: ClassVar[tuple[str, ...]] = ("party", "predecessor")
    TABLE: ClassVar[str] = "party_descents"
    party: str
    predecessor: str
    how: str
    """`renamed`, `split` (the predecessor goes on without it) or `merged` (into `party`)."""
    on_date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alliance(Statement):
    """Parties that stand or sit together; who belongs, and from when, is said by `AllianceMember`."""

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    TABLE: ClassVar[str] = "alliances"
    id: str
    name: str
    short_name: str
    colour: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceMember(Statement):
    """A party's standing in an alliance for one election: `talks`, `member` or `left`."""

    KEY: ClassVar[tuple[str, ...]] = ("alliance", "party", "election")
    TABLE: ClassVar[str] = "alliance_members"
    alliance: str
    party: str
    election: str
    status: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatShare(Statement):
    """Which partner an alliance gives a seat to; `friendly` where partners stand against each other."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "alliance", "constituency", "party")
    TABLE: ClassVar[str] = "seat_shares"
    election: str
    alliance: str
    constituency: str
    party: str
    arrangement: str
    """`allotted`, `friendly`, or `outside` (a member stands there outside the deal)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatShareTotal(Statement):
    """How many seats a deal gave, as announced. `party` is None for the friendly contests."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "alliance", "party", "arrangement")
    TABLE: ClassVar[str] = "seat_share_totals"
    election: str
    alliance: str
    party: str | None
    arrangement: str
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Statement):
    """Somebody, across elections. Other names, titles and transliterations are `Name` statements."""

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    TABLE: ClassVar[str] = "persons"
    id: str
    name: str
    gender: str | None = None
    """`M`, `F` or `T` where a source says so."""
    party: str | None = None
    """The party the person belongs to, where a source says so (a candidate's is on the `Candidacy`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Statement):
    """Another name of a person, party, alliance, constituency, territory, house or election."""

    KEY: ClassVar[tuple[str, ...]] = ("noun", "of", "name")
    TABLE: ClassVar[str] = "names"
    noun: str
    """`person`, `party`, `alliance`, `constituency`, `territory`, `house`, `region`, `district` or `election`."""
    of: str
    name: str
    kind: str = "also"
    """`also`, `short`, `spelling`, `former`, `nickname`, `adjective` or `handle`."""
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Election(Statement):
    """One election to one house: `general` or `by-election`."""

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    TABLE: ClassVar[str] = "elections"
    id: str
    name: str
    house: str
    year: int
    kind: str = "general"
    time_zone: str = "UTC"
    """IANA name; a day told without a clock time is a day of this zone."""
    previous: str | None = None
    """The election to the same house before this one."""
    territory: str | None = None
    """Where less than the house's whole territory is in the record (`in-jk` for the Lok Sabha seats of J&K)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleEntry(Statement):
    """One dated step of an election. A later statement with the same key moves it."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "event", "phase")
    TABLE: ClassVar[str] = "schedule"
    election: str
    event: str
    """`announcement`, `notification`, `nominations`, `scrutiny`, `withdrawal`, `poll`, `count` or `swearing-in`."""
    phase: int | None = None
    on_date: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest(Statement):
    """That a constituency votes in an election, and in which phase."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "constituency")
    TABLE: ClassVar[str] = "contests"
    election: str
    constituency: str
    phase: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidacy(Statement):
    """Somebody on a ballot paper. The key is the serial number, never the name: namesakes stand in one seat."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "constituency", "serial")
    TABLE: ClassVar[str] = "candidacies"
    election: str
    constituency: str
    serial: int
    serial_kind: str = "ballot"
    """`ballot` where the number is the ballot paper's, `list` where a source only lists (by votes, say)."""
    name: str
    party: str
    person: str | None = None
    status: str = "contesting"
    """`contesting`, `withdrawn`, `rejected` or `uncontested`."""
    rebel_of: str | None = None
    """The party whose rebel the candidate is, where a source says so."""
    gender: str | None = None
    """`M`, `F` or `T` as declared on nomination."""
    age: int | None = None
    """In years, as declared on nomination."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endorsement(Statement):
    """That a party or alliance backs a candidacy."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "constituency", "serial", "backer")
    TABLE: ClassVar[str] = "endorsements"
    election: str
    constituency: str
    serial: int
    backer: str
    """A `Party.id` or an `Alliance.id`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally(Statement):
    """
    Votes as counted so far. None is *unknown*, which is not zero: postal votes are often unknown
    until late, and old results give totals only.
    """

    KEY: ClassVar[tuple[str, ...]] = ("election", "constituency", "serial")
    TABLE: ClassVar[str] = "tallies"
    election: str
    constituency: str
    serial: int
    """The candidacy's serial, or `NOTA`."""
    evm: int | None = None
    postal: int | None = None
    migrant: int | None = None
    """Votes of migrant polling stations where the source counts them apart (J&K 2019)."""
    total: int | None = None
    status: str = "final"
    """`interim` or `final`."""
    round: int | None = None
    rounds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead(Statement):
    """Who is ahead in a contest, of whom and by how much, as a source showed it while votes were counted."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "constituency")
    TABLE: ClassVar[str] = "leads"
    election: str
    constituency: str
    leading: int | None = None
    """The serial of the candidacy ahead; None where the source names nobody yet."""
    trailing: int | None = None
    margin: int | None = None
    status: str = "counting"
    """`counting`, `declared` or `uncontested`."""
    round: int | None = None
    rounds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldTally(Tally):
    """
    Votes that a source showed and that raised an alarm, held beside the last good tally.

    What clears the alarm, a later update or a person, is followed by a `Tally` that is no held one.
    """

    TABLE: ClassVar[str] = "held_tallies"
    status: str = "interim"
    """`interim` or `final`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm(Statement):
    """That two observations of a count conflict, by a named rule; a later statement clears it."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "constituency", "rule", "serial", "raised_at")
    TABLE: ClassVar[str] = "alarms"
    election: str
    constituency: str
    rule: str
    """`total fell`, `votes above electors`, `candidate vanished` …: the rules of `janadesh.count`."""
    serial: int | None = None
    """The candidacy it is about, where it is about one."""
    raised_at: dt.datetime
    says: str
    """What conflicts, in a sentence with both figures."""
    earlier_value: float | None = None
    earlier_at: dt.datetime | None = None
    earlier_source: str | None = None
    later_value: float | None = None
    later_at: dt.datetime | None = None
    later_source: str | None = None
    status: str = "raised"
    """`raised` or `cleared`."""
    cleared_by: str | None = None
    """`later update`, or the words of the person who cleared it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration(Statement):
    """How a contest ended: `declared`, `uncontested`, `countermanded` or `adjourned`."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "constituency")
    TABLE: ClassVar[str] = "declarations"
    election: str
    constituency: str
    status: str
    winner: int | None = None
    """The winning candidacy's serial."""
    by_lot: bool = False
    """Whether a tie was broken by lot (Representation of the People Act 1951, section 65)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repoll(Statement):
    """That a poll was ordered again, at some polling stations of a contest or at all of them."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "constituency", "on_date", "station")
    TABLE: ClassVar[str] = "repolls"
    election: str
    constituency: str
    on_date: dt.date
    station: str | None = None
    """The polling station's number; None is every station, or some that are only counted."""
    stations: int | None = None
    """How many stations vote again, where only their count is known."""
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vacancy(Statement):
    """That a seat fell vacant: its member left, died, was unseated, or chose another seat."""

    KEY: ClassVar[tuple[str, ...]] = ("constituency", "on_date")
    TABLE: ClassVar[str] = "vacancies"
    constituency: str
    on_date: dt.date
    reason: str
    """`other seat`, `resigned`, `died`, `disqualified` or `election void`."""
    election: str | None = None
    """The election that its last member had won."""
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PollingStation(Statement):
    """A polling station, called booth or part, of one election."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "constituency", "segment", "station")
    TABLE: ClassVar[str] = "polling_stations"
    election: str
    constituency: str
    segment: int | None = None
    """The number of the assembly segment, where a parliamentary constituency is polled by segments."""
    station: str
    """Its number on the list of stations, with a letter if it has one (`12A`)."""
    name: str | None = None
    electors: int | None = None
    voters: int | None = None
    """Who came to vote, where the source counts them apart from votes."""
    rejected: int | None = None
    tendered: int | None = None
    """Tendered votes, given by electors in whose name somebody had voted; not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StationTally(Statement):
    """Votes on the machines of one polling station for one candidacy; postal votes belong to no station."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "constituency", "segment", "station", "serial")
    TABLE: ClassVar[str] = "station_tallies"
    election: str
    constituency: str
    segment: int | None = None
    station: str
    serial: int
    """The candidacy's serial, or `NOTA`."""
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Statement):
    """A published number about a place in an election: electors, turnout, candidates in the fray."""

    KEY: ClassVar[tuple[str, ...]] = ("election", "scope", "scope_id", "measure", "basis")
    TABLE: ClassVar[str] = "figures"
    election: str
    scope: str
    """`election`, `phase`, `constituency`, `segment` (of a parliamentary constituency), `region` or `district`."""
    scope_id: str
    """The phase's number, the constituency's id, the region's name; the election's id for all of it."""
    measure: str
    """`electors`, `turnout`, `turnout_male`, `turnout_female`, `votes_counted`, `candidates`, `seats_vacant` …"""
    value: float
    unit: str
    """`votes`, `percent`, `candidates` or `seats`."""
    basis: str = "final"
    """What was counted: `final`, `interim`, `tentative`, `approximate`, `at 5 pm` …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office(Statement):
    """That somebody held an office from one day to another."""

    KEY: ClassVar[tuple[str, ...]] = ("office", "of", "person", "valid_from")
    TABLE: ClassVar[str] = "offices"
    office: str
    """`chief minister`, `party president`, `party vice president`, `leader of opposition` …"""
    of: str
    """The territory, party or house whose office it is."""
    person: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Statement):
    """
    A text that was published on a day, kept to be checked; it says nothing of an election by itself.

    Its verdicts are no statements: they are found anew from the text and the record, as of any moment.
    It is known from when it was published.
    """

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    TABLE: ClassVar[str] = "articles"
    id: str
    """A hash of its day, outlet, address and text, so that keeping it again adds nothing."""
    title: str | None = None
    published: dt.date
    outlet: str | None = None
    """Who published it: a newspaper, an agency, a site."""
    url: str | None = None
    language: str | None = None
    """`en` or `hi`, as its letters tell."""
    text: str
    """Its words without markup, at most 1,000,000 characters; places of claims count them."""


NOUNS: tuple[type[Noun], ...] = (
    Source,
    Territory,
    House,
    Constituency,
    Lineage,
    Party,
    PartyDescent,
    Alliance,
    Person,
    Name,
    Election,
    AllianceMember,
    SeatShare,
    SeatShareTotal,
    ScheduleEntry,
    Contest,
    Candidacy,
    Endorsement,
    Tally,
    Lead,
    HeldTally,
    Alarm,
    Declaration,
    Repoll,
    Vacancy,
    PollingStation,
    StationTally,
    Figure,
    Office,
    Article,
)
"""Every noun, those that others refer to first."""

NOUN_OF_TABLE: dict[str, type[Noun]] = {noun.TABLE: noun for noun in NOUNS}

REFERENCES: dict[tuple[str, str], str] = {
    ("houses", "territory"): "territories",
    ("constituencies", "house"): "houses",
    ("constituencies", "territory"): "territories",
    ("constituencies", "within"): "constituencies",
    ("lineage", "constituency"): "constituencies",
    ("lineage", "predecessor"): "constituencies",
    ("party_descents", "party"): "parties",
    ("party_descents", "predecessor"): "parties",
    ("persons", "party"): "parties",
    ("elections", "house"): "houses",
    ("elections", "previous"): "elections",
    ("alliance_members", "alliance"): "alliances",
    ("alliance_members", "party"): "parties",
    ("alliance_members", "election"): "elections",
    ("seat_shares", "election"): "elections",
    ("seat_shares", "alliance"): "alliances",
    ("seat_shares", "constituency"): "constituencies",
    ("seat_shares", "party"): "parties",
    ("seat_share_totals", "election"): "elections",
    ("seat_share_totals", "alliance"): "alliances",
    ("seat_share_totals", "party"): "parties",
    ("schedule", "election"): "elections",
    ("contests", "election"): "elections",
    ("contests", "constituency"): "constituencies",
    ("candidacies", "election"): "elections",
    ("candidacies", "constituency"): "constituencies",
    ("candidacies", "party"): "parties",
    ("candidacies", "person"): "persons",
    ("candidacies", "rebel_of"): "parties",
    ("endorsements", "election"): "elections",
    ("endorsements", "constituency"): "constituencies",
    ("tallies", "election"): "elections",
    ("tallies", "constituency"): "constituencies",
    ("leads", "election"): "elections",
    ("leads", "constituency"): "constituencies",
    ("held_tallies", "election"): "elections",
    ("held_tallies", "constituency"): "constituencies",
    ("alarms", "election"): "elections",
    ("alarms", "constituency"): "constituencies",
    ("declarations", "election"): "elections",
    ("declarations", "constituency"): "constituencies",
    ("repolls", "election"): "elections",
    ("repolls", "constituency"): "constituencies",
    ("vacancies", "constituency"): "constituencies",
    ("vacancies", "election"): "elections",
    ("vacancies", "person"): "persons",
    ("polling_stations", "election"): "elections",
    ("polling_stations", "constituency"): "constituencies",
    ("station_tallies", "election"): "elections",
    ("station_tallies", "constituency"): "constituencies",
    ("figures", "election"): "elections",
    ("offices", "person"): "persons",
}
"""Which column of which table names a row of which other table (by its `id`)."""


def columns(noun: type[Noun]) -> dict[str, type]:
    """
    Name the columns of a noun with their plain types, own fields first, then those of every statement.

    Returns: a mapping of column name to `str`, `int`, `float`, `bool`, `datetime.date` or `datetime.datetime`.
    """
    hints = _hints(noun.TABLE)
    names = [f.name for f in dataclass_fields(noun)]  # type: ignore[arg-type]
    common = [f.name for f in dataclass_fields(Statement)] if issubclass(noun, Statement) else []
    ordered = [n for n in names if n not in common] + common
    return {name: _plain(hints[name]) for name in ordered}


def required(noun: type[Noun]) -> frozenset[str]:
    """Name the columns of a noun that must not be empty."""
    hints = _hints(noun.TABLE)
    return frozenset(name for name in columns(noun) if type(None) not in getattr(hints[name], "__args__", ()))


@cache
def _hints(table: str) -> Mapping[str, Any]:
    # resolving them takes milliseconds, and every question about the record asks for some
    return MappingProxyType(get_type_hints(NOUN_OF_TABLE[table]))


def _plain(hint: object) -> type:
    arguments = [a for a in getattr(hint, "__args__", ()) if a is not type(None)]
    chosen = arguments[0] if arguments else hint
    if not isinstance(chosen, type):
        raise TypeError(f"a column cannot be of type {chosen!r}")
    return chosen
