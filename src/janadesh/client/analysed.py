"""Questions of analysis: tallies, close contests, three sides, indices, change, and where a count is going."""

from __future__ import annotations

from typing import Literal

import polars as pl

from janadesh.client.questions import Questions
from janadesh.client.questions import joined
from janadesh.client.questions import seat
from janadesh.client.questions import under
from janadesh.record.moments import Moment

Place = Literal["state", "region", "district", "phase", "reservation", "gender"]
Names = str | list[str]

_ACROSS: dict[str | None, str] = {None: "", "party": "/parties", "alliance": "/alliances"}
_SWING: dict[str, str] = {
    "constituency": "",
    "party": "/parties",
    "alliance": "/alliances",
    "seat": "/seats",
    "gains": "/gains",
}
_PROJECTION: dict[str, str] = {"contest": "", "party": "/parties", "alliance": "/alliances"}


class Analysed(Questions):
    """What results mean, and what changed."""

    def tallies(
        self,
        election: str,
        *,
        by: Place = "region",
        across: Literal["party", "alliance"] | None = None,
        as_of: Moment | None = None,
    ) -> pl.DataFrame:
        """
        Sum up an election by place or gender: the columns of `PlaceTally`, or of `GenderTally`.

        Split by party or alliance, the columns are those of `PartyTally` or `AllianceTally`.
        """
        if by == "gender" and across is None:
            return self._table(under(election, "tallies/genders"), as_of)
        return self._table(under(election, f"tallies{_ACROSS[across]}"), as_of, by=by)

    def several_seats(self, election: str, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give the candidacies of persons who stand in several seats: the columns of `SeveralSeats`."""
        return self._table(under(election, "several-seats"), as_of)

    def margins(
        self,
        election: str,
        *,
        under_votes: int | None = None,
        under_share: float | None = None,
        nota: bool = False,
        by: Literal["contest", "party"] = "contest",
        as_of: Moment | None = None,
    ) -> pl.DataFrame:
        """
        Give contests by the votes between the first two, the closest first: the columns of `MarginRow`.

        Args:
            election: the election.
            under_votes: only margins under so many votes.
            under_share: only margins under so many per cent.
            nota: only where NOTA got more votes than the margin.
            by: `party` counts them by winner and runner-up: the columns of `CloseContests`.
            as_of: the moment; None is now.
        """
        path = under(election, "margins/parties" if by == "party" else "margins")
        return self._table(path, as_of, under=under_votes, under_share=under_share, nota=nota)

    def three_way(self, election: str, sides: Names | None = None, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give the shares of three sides in each seat, without `sides` the largest: the columns of `ThreeWay`."""
        return self._table(under(election, "three-way"), as_of, sides=joined(sides))

    def indices(self, election: str, *, earlier: str | None = None, as_of: Moment | None = None) -> pl.DataFrame:
        """Give the indices of an election: the columns of `Index`."""
        return self._table(under(election, "indices"), as_of, **{"from": earlier})

    def swing(
        self,
        election: str,
        *,
        by: Literal["constituency", "party", "alliance", "seat", "gains"] = "party",
        earlier: str | None = None,
        between: Names | None = None,
        as_of: Moment | None = None,
    ) -> pl.DataFrame:
        """
        Give what changed between two elections.

        Args:
            election: the later one.
            by: `constituency` has the columns of `SeatSwing`, `party` of `PartyChange`, `alliance` of
                `AllianceChange`, `seat` of `SeatHands`, `gains` of `SeatFlow`.
            earlier: the earlier one; None is the one before.
            between: by constituency, the two parties or alliances of the swing; None is the two largest.
            as_of: the moment; None is now.
        """
        sides = {"between": joined(between)} if by == "constituency" else {}
        return self._table(under(election, f"swing{_SWING[by]}"), as_of, **{"from": earlier}, **sides)

    def standing_again(self, election: str, *, earlier: str | None = None, as_of: Moment | None = None) -> pl.DataFrame:
        """Give incumbents, turncoats and others who stand again: the columns of `StandingAgain`."""
        return self._table(under(election, "standing-again"), as_of, **{"from": earlier})

    def rebels(self, election: str, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give rebels and what they cost: the columns of `Rebel`."""
        return self._table(under(election, "rebels"), as_of)

    def stations(
        self, election: str, constituency: str | int, *, segment: int | None = None, as_of: Moment | None = None
    ) -> pl.DataFrame:
        """Give the polling stations of a constituency: the columns of `Station`."""
        return self._table(seat(election, constituency, "stations"), as_of, segment=segment)

    def station_sums(
        self, election: str, constituency: str | int, *, segment: int | None = None, as_of: Moment | None = None
    ) -> pl.DataFrame:
        """Give what polling stations add up to, beside the result: the columns of `StationSum`."""
        return self._table(seat(election, constituency, "stations/sums"), as_of, segment=segment)

    def projection(
        self,
        election: str,
        *,
        by: Literal["contest", "party", "alliance"] = "contest",
        level: float = 0.9,
        as_of: Moment | None = None,
    ) -> pl.DataFrame:
        """
        Give where a count is going: the columns of `ProjectedContest`, `ProjectedParty` or `ProjectedAlliance`.

        `level` is the chance, 0 to 1, that an interval holds the final figure.
        """
        return self._table(under(election, f"projection{_PROJECTION[by]}"), as_of, level=level)

    def alarms(
        self, election: str, *, rule: str | None = None, cleared: bool = False, as_of: Moment | None = None
    ) -> pl.DataFrame:
        """Give where a count contradicts itself, with `cleared` what was settled, too: the columns of `Alarm`."""
        return self._table(under(election, "alarms"), as_of, rule=rule, all=cleared)
