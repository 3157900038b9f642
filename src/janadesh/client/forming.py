"""Questions of what could be: seats shared, governments formed, an election reckoned again."""

from __future__ import annotations

from typing import Literal

from janadesh.client.questions import Given
from janadesh.client.questions import Questions
from janadesh.client.questions import joined
from janadesh.client.questions import under
from janadesh.desk.api.shapes import forming
from janadesh.desk.api.shapes.analysis import Supposed
from janadesh.record.moments import Moment

Names = str | list[str]
Texts = list[str] | tuple[str, ...]


class Forming(Questions):
    """What could be."""

    def shares(
        self,
        election: str,
        parties: Names,
        earlier: Names,
        *,
        as_of: Moment | None = None,
        **wishes: str | float | bool,
    ) -> forming.SharedSeats:
        """
        Share the seats of an election among partners so that they win most of them.

        Args:
            election: the election.
            parties: the partners.
            earlier: elections that say who is strong where.
            as_of: the moment; None is now.
            **wishes: as the interface has them: `rate`, `unsure`, `minimum="INC=38"`, `must="NC=Budgam"`, `fair`,
                `within`, `friendly`, `aim`, `keep`.
        """
        given: dict[str, Given] = {"parties": joined(parties), "from": joined(earlier), **wishes}
        return self._object(under(election, "shares"), forming.SharedSeats, as_of, **given)

    def government(
        self,
        election: str,
        *,
        by: Literal["alliance", "party"] = "alliance",
        nominated: str | None = None,
        never: str | None = None,
        most: int = 100,
        as_of: Moment | None = None,
    ) -> forming.House:
        """
        Tell who can govern in the house that an election filled.

        Args:
            election: the election.
            by: what sits together.
            nominated: nominated members by the party they sit with: `BJP=5`.
            never: pairs that do not govern together: `BJP+NC`, parted by commas.
            most: so many coalitions at most.
            as_of: the moment; None is now.
        """
        given: dict[str, Given] = {"by": by, "nominated": nominated, "never": never, "most": most}
        return self._object(under(election, "government"), forming.House, as_of, **given)

    def what_if(
        self,
        election: str,
        *,
        together: Texts = (),
        apart: Texts = (),
        transfer: Texts = (),
        rest: Literal["home", "others"] = "home",
        swing: Texts = (),
        withdraw: Texts = (),
        split: Texts = (),
        local: float = 0,
        earlier: Names | None = None,
        draws: int = 10_000,
        seed: int = 1,
        as_of: Moment | None = None,
    ) -> Supposed:
        """
        Reckon an election again under other alliances, swings and candidates, as `janadesh whatif` does.

        Args:
            election: the election.
            together: groups whose strongest stands for all: `["NC,INC,PDP"]`.
            apart: partners who stand against each other.
            transfer: the share of votes that follows: `["0.9±0.05", "NC>INC=0.8"]`.
            rest: where the other votes go.
            swing: `["BJP=+2±1", "NC=x0.9"]`.
            withdraw: `["Banihal:Vikar Rasool Wani>NC"]`.
            split: the share of a party's votes that a breakaway takes: `["NC=0.2±0.05"]`.
            local: luck of each candidate in each seat, in points.
            earlier: elections that partners are told apart by.
            draws: how often the uncertain is drawn.
            seed: the same seed gives the same answer.
            as_of: the moment; None is now.
        """
        given: dict[str, Given] = {
            "together": list(together),
            "apart": list(apart),
            "transfer": list(transfer),
            "rest": rest,
            "swing": list(swing),
            "withdraw": list(withdraw),
            "split": list(split),
            "local": local,
            "from": joined(earlier),
            "draws": draws,
            "seed": seed,
        }
        return self._object(under(election, "what-if"), Supposed, as_of, **given)
