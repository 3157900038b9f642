"""The tools that an assistant is given: each asks the record one question, as of any moment, and names the sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from typing import Any
from typing import Literal

import polars as pl
from pydantic import Field

from janadesh import model
from janadesh.analysis.ballots import ballot_results
from janadesh.analysis.careers import career
from janadesh.analysis.contests import contest_results
from janadesh.analysis.found import the_constituency
from janadesh.analysis.found import the_election
from janadesh.analysis.offices import with_names
from janadesh.analysis.parties import alliance_results
from janadesh.analysis.parties import party_results
from janadesh.analysis.schedule import schedule
from janadesh.analysis.sources import sources_of
from janadesh.analysis.things import NAMED
from janadesh.analysis.things import the_thing
from janadesh.assistant.sourced import Sourced
from janadesh.assistant.sourced import rows_of
from janadesh.count.standings import contest_standings
from janadesh.count.standings_by import standings_by_alliance
from janadesh.count.standings_by import standings_by_party
from janadesh.desk.api.shapes import results as shapes
from janadesh.desk.api.shapes.elections import Step
from janadesh.desk.api.shapes.envelope import Shape
from janadesh.desk.api.shapes.people import OfficeRow
from janadesh.desk.api.shapes.record import CitedSource
from janadesh.desk.api.shapes.record import Thing
from janadesh.desk.as_of import read_as_of
from janadesh.errors import NotInRecord
from janadesh.record.book import Record

ElectionName = Annotated[str, Field(description="The election's id, such as in-jk-2024, or its name.")]
AsOf = Annotated[
    str | None,
    Field(
        description="Answer with what was known then: a day (2024-08-22) or a time (2024-10-08T14:05). Without it, now."
    ),
]
Most = Annotated[int, Field(ge=1, le=1000, description="At most so many rows, the first ones.")]
FEW = 30
_RESULTS = (model.Tally, model.Declaration)


class Ballot(Shape):
    """A constituency's contest and its ballot."""

    contest: shapes.Contest
    ballot: list[shapes.BallotRow]


class Life(Shape):
    """A person's offices and candidacies."""

    id: str
    name: str
    offices: list[OfficeRow]
    candidacies: list[shapes.CareerRow]


@dataclass(frozen=True, slots=True)
class Tools:
    """The questions that an assistant may ask of one record; every method is a tool."""

    record: Record

    def results(
        self,
        election: ElectionName,
        by: Literal["party", "alliance"] = "party",
        as_of: AsOf = None,
        most: Most = FEW,
    ) -> Sourced[list[shapes.PartyResult | shapes.AllianceResult]]:
        """Give seats and votes of an election by party or alliance, most seats first."""
        moment, held = self._election(election, as_of)
        if by == "party":
            frame = party_results(self.record, held.id, moment)
            rows: list[Any] = rows_of(frame.head(most), shapes.PartyResult)
        else:
            frame = alliance_results(self.record, held.id, moment)
            rows = rows_of(frame.head(most), shapes.AllianceResult)
        said = self._said(_RESULTS, moment, election=held.id)
        return Sourced(as_of=moment, sources=said, left_out=frame.height - len(rows), data=rows)

    def standings(
        self,
        election: ElectionName,
        by: Literal["party", "alliance", "contest"] = "party",
        as_of: AsOf = None,
        most: Most = FEW,
    ) -> Sourced[list[shapes.PartyStanding | shapes.AllianceStanding | shapes.Standing]]:
        """Give how a running or finished count stands: seats won and led by party or alliance, or each contest."""
        moment, held = self._election(election, as_of)
        frame, row = self._standing(held.id, by, moment)
        rows: list[Any] = rows_of(frame.head(most), row)
        said = self._said((*_RESULTS, model.Lead), moment, election=held.id)
        return Sourced(as_of=moment, sources=said, left_out=frame.height - len(rows), data=rows)

    def constituency(
        self,
        election: ElectionName,
        constituency: Annotated[str, Field(description="The constituency's number, name or id in this election.")],
        as_of: AsOf = None,
    ) -> Sourced[Ballot]:
        """Give one constituency: who won or leads and by how much, every candidate with votes, and NOTA."""
        moment, held = self._election(election, as_of)
        place = the_constituency(self.record, held.id, constituency, moment)["id"]
        contest = contest_results(self.record, held.id, moment).filter(pl.col("constituency") == place)
        ballot = rows_of(ballot_results(self.record, held.id, place, moment), shapes.BallotRow)
        data = Ballot(contest=rows_of(contest, shapes.Contest)[0], ballot=ballot)
        said = self._said(_RESULTS, moment, election=held.id, constituency=place)
        return Sourced(as_of=moment, sources=said, left_out=0, data=data)

    def person(
        self,
        person: Annotated[str, Field(description="A person's name, or id.")],
        as_of: AsOf = None,
    ) -> Sourced[Life]:
        """Give a person's offices and every candidacy with votes and outcome, latest first."""
        moment = self._moment(as_of)
        found = the_thing(self.record, person, moment)
        if found.noun != "person":
            raise NotInRecord(f"{person!r} is no person in the record; it is the {found.noun} {found.name}.")
        terms = with_names(self.record, self.record.frame(model.Office, moment, person=found.id), moment)
        stood = not self.record.frame(model.Candidacy, moment, person=found.id).is_empty()
        life = Life(
            id=found.id,
            name=found.name,
            offices=rows_of(terms, OfficeRow),
            candidacies=rows_of(career(self.record, found.id, moment), shapes.CareerRow) if stood else [],
        )
        said = self._said((model.Office, model.Candidacy), moment, person=found.id)
        return Sourced(as_of=moment, sources=said, left_out=0, data=life)

    def schedule(self, election: ElectionName, as_of: AsOf = None) -> Sourced[list[Step]]:
        """Give the dated steps of an election as they stood at a moment, with the day before a step was moved."""
        moment, held = self._election(election, as_of)
        rows = rows_of(schedule(self.record, held.id, moment), Step)
        said = self._said((model.ScheduleEntry,), moment, election=held.id)
        return Sourced(as_of=moment, sources=said, left_out=0, data=rows)

    def find(
        self,
        name: Annotated[str, Field(description="An id, or a name in any spelling.")],
        as_of: AsOf = None,
    ) -> Sourced[Thing]:
        """Find what a name means: an election, constituency, party, alliance, person, territory or house."""
        moment = self._moment(as_of)
        found = the_thing(self.record, name, moment)
        said = self._said((NAMED[found.noun],), moment, id=found.id)
        return Sourced(
            as_of=moment, sources=said, left_out=0, data=Thing(noun=found.noun, id=found.id, name=found.name)
        )

    def _moment(self, as_of: str | None) -> dt.datetime:
        return read_as_of(self.record, {"as_of": as_of or ""}).moment

    def _election(self, election: str, as_of: str | None) -> tuple[dt.datetime, model.Election]:
        moment = self._moment(as_of)
        return moment, the_election(self.record, election, moment)

    def _standing(self, election: str, by: str, moment: dt.datetime) -> tuple[pl.DataFrame, type[Shape]]:
        if by == "contest":
            return contest_standings(self.record, election, moment), shapes.Standing
        seats = standings_by_party if by == "party" else standings_by_alliance
        # nothing is compared with here
        unasked = {name: pl.lit(None, dtype=pl.Int64) for name in ("gained", "lost")}
        frame = seats(self.record, election, moment).with_columns(**unasked)
        return frame, shapes.PartyStanding if by == "party" else shapes.AllianceStanding

    def _said(self, nouns: Sequence[type[model.Noun]], moment: dt.datetime, **equals: Any) -> list[CitedSource]:
        return rows_of(sources_of(self.record, nouns, moment, **equals), CitedSource)
