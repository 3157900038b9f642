"""A scenario put to an election's votes: each candidate's votes as a sum of what is certain and what is drawn."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from janadesh.analysis.field import Field
from janadesh.analysis.scenario import Rate
from janadesh.analysis.scenario import Scenario
from janadesh.analysis.scenario import Swing
from janadesh.errors import Impossible
from janadesh.errors import NotInRecord

BREAKAWAY = " (breakaway)"
"""Follows a party's id in that of the party split from it."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class SupposedVotes:
    """
    Votes of each candidacy: `certain` + `moving` @ what is drawn, times the factor of its party if it has one.

    `drawn` says what each column of `moving` is: a rate, or a swing in points. `factor` is, by place among the
    parties, a proportional swing. `touched` are the candidacies whose votes change otherwise than all others'.
    `unparted` are the seats (ids) in which partners break up and the one that stood has no earlier votes: it keeps all.
    """

    field: Field
    certain: Floats
    moving: Floats
    drawn: tuple[Rate | Swing, ...]
    factor: Mapping[int, Swing]
    touched: npt.NDArray[np.bool_]
    unparted: tuple[str, ...] = ()


def supposed_votes(
    field: Field, scenario: Scenario, past: Mapping[tuple[str, str], float], called: Callable[[str], str] = repr
) -> SupposedVotes:
    """
    Put a scenario to a field.

    Every move is of the votes that were cast: who receives some and withdraws as well hands on only the own ones.

    Args:
        field: the candidacies.
        scenario: what is supposed.
        past: shares of votes by seat and party, for parties that stand again where a partner had stood.
        called: how a person calls the party or constituency with an id.

    Raises: NotInRecord, where a party did not stand or a candidacy is not there; Impossible, where a party is to
        break away that has no votes, or an alliance breaks up of which no past votes are known in any seat.
    """
    _stood(field, scenario, called)
    building = _Building(field, called)
    for party, rate in scenario.splits.items():
        building.split(party, rate)
    for group in scenario.apart:
        building.break_up(group, scenario, past)
    sources = [building.candidacy(w.constituency, w.serial) for w in scenario.withdrawals]
    building.withdrawn.update(sources)
    for group in scenario.together:
        building.join(group, scenario)
    for source, withdrawal in zip(sources, scenario.withdrawals, strict=True):
        target = building.strongest(withdrawal.constituency, withdrawal.to)
        building.hand_over(
            source, target, scenario.rate(building.parties[building.party[source]], withdrawal.to), scenario
        )
    building.swing({p: s for p, s in scenario.swings.items() if s.points is not None})
    factor = {building.parties.index(p): s for p, s in scenario.swings.items() if s.times is not None}
    return building.made(factor)


def _stood(field: Field, scenario: Scenario, called: Callable[[str], str]) -> None:
    named = [p for group in (*scenario.together, *scenario.apart) for p in group]
    for party in (*named, *scenario.swings, *scenario.splits, *(w.to for w in scenario.withdrawals)):
        if party not in field.parties:
            raise NotInRecord(f"{called(party)} has no votes in this election, and nothing can be supposed of it.")


class _Building:
    def __init__(self, field: Field, called: Callable[[str], str]) -> None:
        self.field = field
        self.called = called
        self.unparted: list[str] = []
        self.parties = list(field.parties)
        self.seat, self.party, self.serial = list(field.seat), list(field.party), list(field.serial)
        self.votes = list(field.votes)
        self.moves: list[tuple[int, int, float]] = []
        self.drawn: list[Rate | Swing] = []
        self.columns: dict[tuple[str, str], int] = {}
        self.constant: list[tuple[int, float]] = []
        self.touched: set[int] = set()
        self.withdrawn: set[int] = set()
        self.in_seat: list[list[int]] = [[] for _ in field.seats]
        for place, seat in enumerate(field.seat):
            self.in_seat[seat].append(place)

    def candidacy(self, constituency: str, serial: int) -> int:
        if constituency in self.field.seats:
            for place in self.in_seat[self.field.seats.index(constituency)]:
                if self.serial[place] == serial:
                    return place
        raise NotInRecord(f"There is no candidate {serial} with votes in {self.called(constituency)}.")

    def strongest(self, constituency: str, party: str) -> int:
        wanted = self.parties.index(party)
        for place in self.in_seat[self.field.seats.index(constituency)]:
            if self.party[place] == wanted and place not in self.withdrawn:
                return place
        where = self.called(constituency)
        raise NotInRecord(f"{self.called(party)} has no candidate with votes in {where} to withdraw for.")

    def split(self, party: str, rate: Rate) -> None:
        self.parties.append(party + BREAKAWAY)
        column = self._column("split", party, rate)
        old = self.parties.index(party)
        for place in [place for place, held in enumerate(self.party) if held == old]:
            new = self._newcomer(self.seat[place], len(self.parties) - 1)
            self._move(place, new, column, self.votes[place])

    def break_up(self, group: tuple[str, ...], scenario: Scenario, past: Mapping[tuple[str, str], float]) -> None:
        members = [self.parties.index(party) for party in group]
        parted = 0
        unparted: list[str] = []
        for seat, name in enumerate(self.field.seats):
            standing = [p for p in self.in_seat[seat] if self.party[p] in members]
            absent = [party for party in group if self.parties.index(party) not in {self.party[p] for p in standing}]
            if not standing or not absent:
                continue
            shares = {party: past.get((name, party), 0.0) for party in group}
            together = sum(shares.values())
            carrier = max(standing, key=lambda p: self.votes[p])
            partner = self.parties[self.party[carrier]]
            # parted by what it had before, one that did not stand then would be left with nothing
            if shares[partner] <= 0:
                unparted.append(name)
                continue
            parted += 1
            for party in absent:
                column = self._column(party, partner, scenario.rate(party, partner))
                new = self._newcomer(seat, self.parties.index(party))
                self._move(carrier, new, column, self.votes[carrier] * shares[party] / together)
        if unparted and not parted:
            partners = " and ".join(map(self.called, group))
            raise Impossible(
                f"No earlier votes of {partners} are known in any seat to part them by. "
                "Name an election in which they stood against each other (from)."
            )
        self.unparted += unparted

    def join(self, group: tuple[str, ...], scenario: Scenario) -> None:
        members = {self.parties.index(party) for party in group}
        for seat in range(len(self.field.seats)):
            standing = [p for p in self.in_seat[seat] if self.party[p] in members and p not in self.withdrawn]
            if len(standing) < 2:
                continue
            carrier = max(standing, key=lambda p: self.votes[p])
            self.withdrawn.update(p for p in standing if p != carrier)
            for source in standing:
                if source != carrier:
                    pair = self.parties[self.party[source]], self.parties[self.party[carrier]]
                    self.hand_over(source, carrier, scenario.rate(*pair), scenario)

    def hand_over(self, source: int, target: int, rate: Rate, scenario: Scenario) -> None:
        pair = self.parties[self.party[source]], self.parties[self.party[target]]
        column, votes = self._column(*pair, rate), self.votes[source]
        self.constant.append((source, -votes))
        self.moves.append((target, column, votes))
        self.touched |= {source, target}
        others = [p for p in self.in_seat[self.seat[source]] if p != target and p not in self.withdrawn]
        theirs = sum(self.votes[p] for p in others)
        if scenario.rest == "others" and theirs > 0:
            for other in others:
                part = votes * self.votes[other] / theirs
                self.constant.append((other, part))
                self.moves.append((other, column, -part))

    def swing(self, swings: Mapping[str, Swing]) -> None:
        if not swings:
            return
        valid = self.field.valid / 100
        named = {self.parties.index(party): self._column("swing", party, swing) for party, swing in swings.items()}
        for seat, held_by in enumerate(self.in_seat):
            places = [p for p in held_by if p not in self.withdrawn]
            others = [p for p in places if self.party[p] not in named]
            theirs = sum(self.votes[p] for p in others)
            for party, column in named.items():
                of_party = [p for p in places if self.party[p] == party]
                held = sum(self.votes[p] for p in of_party)
                for place in of_party:
                    part = self.votes[place] / held if held else 1 / len(of_party)
                    self.moves.append((place, column, valid[seat] * part))
                    self.touched.add(place)
                if of_party and theirs > 0:
                    self.moves += [(p, column, -valid[seat] * self.votes[p] / theirs) for p in others]

    def made(self, factor: Mapping[int, Swing]) -> SupposedVotes:
        certain = np.array(self.votes)
        np.add.at(certain, [place for place, _ in self.constant], [votes for _, votes in self.constant])
        moving = np.zeros((len(self.votes), len(self.drawn)))
        if self.moves:
            places, columns, votes = zip(*self.moves, strict=True)
            np.add.at(moving, (np.array(places), np.array(columns)), np.array(votes))
        touched = np.zeros(len(self.votes), dtype=bool)
        touched[sorted(self.touched)] = True
        touched |= np.isin(self.party, list(factor))
        seat, party = np.array(self.seat), np.array(self.party)
        field = replace(
            self.field, parties=tuple(self.parties), seat=seat, party=party, serial=np.array(self.serial), votes=certain
        )
        unparted = tuple(dict.fromkeys(self.unparted))
        return SupposedVotes(field, certain, moving, tuple(self.drawn), dict(factor), touched, unparted)

    def _column(self, source: str, target: str, drawn: Rate | Swing) -> int:
        if (source, target) not in self.columns:
            self.columns[source, target] = len(self.drawn)
            self.drawn.append(drawn)
        return self.columns[source, target]

    def _newcomer(self, seat: int, party: int) -> int:
        self.seat.append(seat)
        self.party.append(party)
        self.serial.append(-1)
        self.votes.append(0.0)
        self.in_seat[seat].append(len(self.votes) - 1)
        return len(self.votes) - 1

    def _move(self, source: int, target: int, column: int, votes: float) -> None:
        self.moves += [(source, column, -votes), (target, column, votes)]
        self.touched |= {source, target}
