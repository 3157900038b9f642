"""Everything that a person's page says: where they stood, what they won, and which offices they held."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from janadesh import model
from janadesh.analysis.sources import sources_of
from janadesh.analysis.territories import country_of
from janadesh.desk.as_of import AsOf
from janadesh.desk.candidacy_rows import CandidacyRow
from janadesh.desk.candidacy_rows import candidacy_rows
from janadesh.desk.desk import Desk
from janadesh.desk.party_facts import elections_of
from janadesh.desk.party_facts import offices_of
from janadesh.desk.party_facts import other_names
from janadesh.export.figures import Digits
from janadesh.export.figures import digits_of_country
from janadesh.names.casing import in_title_case
from janadesh.names.spelling import spelling_key

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """A candidacy and its election; `left_on` is the vacancy that the person left there, if any."""

    election: model.Election
    row: CandidacyRow
    vacancy: Row | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """What the page of one person says at one moment."""

    person: Row
    party: Row | None
    digits: Digits
    stood: tuple[Stood, ...]
    names: tuple[str, ...]
    offices: tuple[Row, ...]
    sources: tuple[Row, ...]

    @property
    def won(self) -> int:
        """How many contests the person won."""
        return sum(bool(stood.row.won) for stood in self.stood)

    @property
    def known(self) -> int:
        """In how many contests it is known how they ended."""
        return sum(stood.row.is_declared for stood in self.stood)

    @property
    def most_share(self) -> float:
        """The largest share of votes, to which the bars are drawn."""
        return max((stood.row.share or 0 for stood in self.stood), default=0) or 1


def person_facts(desk: Desk, person: Row, as_of: AsOf) -> PersonFacts:
    """Ask the record for a person's page, `person` being its row of `persons`."""
    record, moment = desk.record, as_of.moment
    held = record.frame(model.Candidacy, moment, person=person["id"])["election"].unique().to_list()
    elections = elections_of(record, held, moment)
    stood = _stood(desk, elections, person["id"], as_of)
    party = stood[0].row.party if stood else person["party"]
    parties = record.frame(model.Party, moment, id=party).to_dicts() if party else []
    told = (model.Candidacy, model.Office, model.Vacancy)
    return PersonFacts(
        person=person,
        party=parties[0] if parties else None,
        digits=digits_of_country(country_of(record, elections[0].id, moment) if elections else None),
        stood=stood,
        names=_names(desk, person, stood, as_of),
        offices=offices_of(record, moment, person=person["id"]),
        sources=tuple(sources_of(record, told, moment, person=person["id"]).to_dicts()),
    )


def _stood(desk: Desk, elections: list[model.Election], person: str, as_of: AsOf) -> tuple[Stood, ...]:
    vacancies = {
        (row["election"], row["constituency"]): row
        for row in desk.record.frame(model.Vacancy, as_of.moment, person=person).iter_rows(named=True)
    }
    return tuple(
        Stood(election=election, row=row, vacancy=vacancies.get((election.id, row.constituency)))
        for election in elections
        for row in candidacy_rows(desk.votes(election.id, as_of).filter(pl.col("person") == person))
    )


def _names(desk: Desk, person: Row, stood: tuple[Stood, ...], as_of: AsOf) -> tuple[str, ...]:
    """Give other names and the spellings on ballot papers, each spelling once."""
    names = [*other_names(desk.record, "person", person["id"], as_of.moment)]
    names += [in_title_case(at.row.official_name) for at in stood]
    by_key = {spelling_key(name) or name: name for name in reversed(names)}
    by_key.pop(spelling_key(person["name"]), None)
    return tuple(reversed(by_key.values()))
