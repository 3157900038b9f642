"""The shapes of results: seats and votes, contests, candidates, and how a running count stands."""

from __future__ import annotations

import datetime as dt

from pydantic import ConfigDict

from janadesh.desk.api.shapes.envelope import Shape
from janadesh.desk.api.shapes.record import CitedSource


# fields stand in the order of the bases, the last one first
class PartyNamed(Shape):
    """A party by its names."""

    party: str
    party_name: str
    party_short: str


class AllianceNamed(Shape):
    """An alliance by its names."""

    alliance: str
    alliance_name: str
    alliance_short: str


class _Seats(Shape):
    """Seats and votes, whoever they are of."""

    colour: str | None
    """`#rrggbb`, for drawing."""
    won: int
    """Seats declared for it."""
    leading: int
    """Seats it is ahead in without a declaration."""
    contested: int
    second: int
    """Seats in which it came second."""
    votes: int
    share: float | None
    """Per cent of the votes for candidates."""
    share_with_nota: float | None
    """Per cent with NOTA in the base, as the Election Commission of India prints it."""
    strike_rate: float
    """Seats won in per cent of those contested."""
    lost_deposits: int


class PartyResult(_Seats, PartyNamed):
    """A party's seats and votes in an election."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "party": "in-nc",
                    "party_name": "Jammu & Kashmir National Conference",
                    "party_short": "NC",
                    "colour": "#b3123f",
                    "won": 42,
                    "leading": 0,
                    "contested": 56,
                    "second": 11,
                    "votes": 1336147,
                    "share": 23.78363050997281,
                    "share_with_nota": 23.431621914152895,
                    "strike_rate": 75.0,
                    "lost_deposits": 2,
                }
            ]
        }
    )


class AllianceResult(_Seats, AllianceNamed):
    """An alliance's seats and votes; a party in none stands for itself, under its own id."""


class Contest(Shape):
    """One contest of an election: who won or leads, by how much, and what else was cast."""

    constituency: str
    """The constituency's id."""
    number: int
    constituency_name: str
    official_name: str
    """As the official result prints it."""
    region: str | None
    district: str | None
    reservation: str
    """`GEN`, `SC` or `ST`."""
    phase: int | None
    status: str
    """`scheduled`, `counting`, `declared`, `uncontested`, `countermanded` …"""
    winner: str | None
    """Who was elected, or is ahead while votes are counted."""
    winner_serial: int | None
    winner_party: str | None
    winner_short: str | None
    winner_votes: int | None
    runner_up: str | None
    """The candidate next to them; never NOTA."""
    runner_up_serial: int | None
    runner_up_party: str | None
    runner_up_short: str | None
    runner_up_votes: int | None
    margin: int | None
    """Votes between the two."""
    margin_share: float | None
    """The margin in per cent of the votes for candidates."""
    candidates: int | None
    """How many stood."""
    valid: int | None
    """Votes for candidates, NOTA left out."""
    nota: int | None
    """Votes for none of the above; null where unknown."""
    electors: int | None
    turnout: float | None
    """In per cent, where a source says so."""
    by_lot: bool | None
    """Whether a tie was broken by lot."""


class Candidate(Shape):
    """Somebody on a ballot paper, with the votes known at the moment; null is unknown, which is not 0."""

    constituency: str
    number: int
    """The constituency's number."""
    constituency_name: str
    serial: int
    """The number on the ballot paper, which is the key: namesakes stand in one seat."""
    serial_kind: str
    """`ballot`, or `list` where a source only lists candidates."""
    candidate: str
    """The name as on the ballot paper."""
    person: str | None
    """The id of a person known across elections."""
    party: str
    party_name: str
    party_short: str
    evm: int | None
    """Votes on the machines."""
    postal: int | None
    migrant: int | None
    """Votes of migrant polling stations, where they are counted apart."""
    total: int | None
    counted: int | None
    """What is counted so far: the total, or the kinds that are known."""
    position: int | None
    """1 for most counted; equal counts share a position."""
    share: float | None
    """Per cent of the votes for candidates, NOTA left out."""
    share_with_nota: float | None
    margin: int | None
    """Votes ahead of the second, or, below 0, behind the first."""
    won: bool | None
    """Null until declared."""
    lost_deposit: bool | None
    """Null until final, or where no law is known."""
    rebel_of: str | None
    """The party whose rebel the candidate is."""
    status: str
    """`contesting`, `withdrawn`, `rejected` or `uncontested`."""
    tally_status: str | None
    """`interim` or `final`."""


class _OfElection(Shape):
    election: str
    election_name: str
    year: int


class CareerRow(Candidate, _OfElection):
    """A person's candidacy in one election."""


class BallotRow(Shape):
    """What the voters of a constituency could choose: a candidate, or NOTA, which has serial 0 and no position."""

    serial: int
    candidate: str
    person: str | None
    party: str | None
    party_name: str | None
    party_short: str | None
    evm: int | None
    postal: int | None
    migrant: int | None
    total: int | None
    counted: int | None
    position: int | None
    share: float | None
    share_with_nota: float | None
    margin: int | None
    won: bool | None
    lost_deposit: bool | None
    rebel_of: str | None
    status: str | None
    tally_status: str | None


class Constituency(Shape):
    """One constituency of an election: its contest, everything on its ballot, and who said the figures."""

    contest: Contest
    ballot: list[BallotRow]
    sources: list[CitedSource]


class Standing(Shape):
    """One contest as it stood at a moment of the count."""

    constituency: str
    number: int
    constituency_name: str
    territory: str | None
    region: str | None
    status: str
    leader: str | None
    """Who is ahead, or won."""
    leader_serial: int | None
    leader_party: str | None
    leader_short: str | None
    leader_votes: int | None
    second: str | None
    """Who is next; never NOTA."""
    second_serial: int | None
    second_party: str | None
    second_short: str | None
    second_votes: int | None
    margin: int | None
    shown_by: str | None
    """`votes` or `leads`: which source was seen last."""
    counted: int | None
    """All votes counted, NOTA's among them."""
    evm: int | None
    postal: int | None
    round: int | None
    rounds: int | None
    last_at: dt.datetime | None
    """When anything new was last shown."""
    held: int
    """Candidacies whose last figures an alarm holds."""
    alarms: int
    """Alarms that stand."""


class _StandingSeats(Shape):
    won: int
    leading: int
    seats: int
    """Won and leading together."""
    second: int
    votes: int | None
    share: float | None
    gained: int | None
    """Seats it is ahead in and was not at `since`; null where no `since` was asked for."""
    lost: int | None


class PartyStanding(_StandingSeats, PartyNamed):
    """A party's standing in a count."""


class AllianceStanding(_StandingSeats, AllianceNamed):
    """An alliance's standing in a count; a party in none stands for itself."""
