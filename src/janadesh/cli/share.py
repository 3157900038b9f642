"""`janadesh share`: how partners best share the seats of an election."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import Format
from janadesh.cli.options import FormatOption
from janadesh.cli.options import PlotOption
from janadesh.cli.options import RecordOption

if TYPE_CHECKING:
    from janadesh.analysis.seat_sharing import Wishes
    from janadesh.record.book import Record

EXAMPLES = (
    "janadesh share --parties NC,INC,CPIM --election in-jk-2024 --from in-jk-2014,in-ls-2024",
    "janadesh share --parties NC,INC --election in-jk-2024 --from in-jk-2014 --minimum INC=38 --keep-incumbents",
    "janadesh share --parties NC,INC --election in-jk-2024 --from in-jk-2014 --must NC=Budgam --fair shapley",
    "janadesh share --parties NC,INC --election in-jk-2024 --from in-jk-2014 --transfer 0.3±0.1 --plans",
)


class Fair(StrEnum):
    """What a partner's fair part of the seats is by."""

    VOTES = "votes"
    SHAPLEY = "shapley"


class Aim(StrEnum):
    """What the allotment is to win."""

    SEATS = "seats"
    MAJORITY = "majority"


def share(
    parties: Annotated[str, typer.Option("--parties", metavar="A,B,…", help="The partners.")],
    election: Annotated[str, typer.Option("--election", metavar="ELECTION", help="The one to stand in.")],
    earlier: Annotated[
        str, typer.Option("--from", metavar="ELECTION,…", help="Earlier ones, whose votes say who is strong where.")
    ],
    minimum: Annotated[
        list[str] | None, typer.Option("--minimum", metavar="PARTY=N,…", help="At least so many seats.")
    ] = None,
    must: Annotated[
        list[str] | None, typer.Option("--must", metavar="PARTY=SEAT,…", help="Seats that a partner insists on.")
    ] = None,
    fair: Annotated[
        Fair | None, typer.Option("--fair", help="Hold seats to each partner's part, by votes or by what it adds.")
    ] = None,
    tolerance: Annotated[
        float, typer.Option("--within", min=0, help="By how many seats a fair part may be missed.")
    ] = 1.0,
    transfer: Annotated[
        list[str] | None,
        typer.Option(
            "--transfer",
            metavar="RATE",
            help="Votes that follow the partner's candidate: 0.9±0.05, or NC>INC=0.8. [default: 0.85±0.05]",
        ),
    ] = None,
    friendly: Annotated[
        int | None, typer.Option("--friendly", min=0, help="At most so many friendly contests. [default: any]")
    ] = None,
    aim: Annotated[Aim, typer.Option("--aim", help="Most seats, or most likely a majority.")] = Aim.SEATS,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same answer.")] = 1,
    as_of: AsOfOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TABLE,
    plot: PlotOption = None,
    *,
    keep_incumbents: Annotated[
        bool, typer.Option("--keep-incumbents", help="Who won a seat last time keeps it.")
    ] = False,
    plans: Annotated[bool, typer.Option("--plans", help="Only the comparison with other plans.")] = False,
) -> None:
    """
    Share the seats of an election among partners, so that they win most of them.

    Earlier votes say how strong each partner is in each seat: by the seat itself where lineage ties it to an
    earlier one, else by the parliamentary constituency, region or house around it, with more uncertainty. The
    allotment is a mixed-integer program, proved best or shown with its gap, beside what the partners agreed and
    each standing alone.
    """
    from janadesh import model
    from janadesh.analysis.found import the_election
    from janadesh.analysis.seat_sharing import seat_sharing
    from janadesh.analysis.supposing import read_parties
    from janadesh.cli.government_tables import plans_table
    from janadesh.cli.government_tables import shared_seats_table
    from janadesh.cli.records import opened
    from janadesh.cli.showing import draw
    from janadesh.cli.showing import show
    from janadesh.cli.showing import titled
    from janadesh.cli.talk import say

    with opened(record) as book:
        found = the_election(book, election, as_of)
        before = [the_election(book, name.strip(), as_of).id for name in earlier.split(",") if name.strip()]
        partners = read_parties(book, parties, as_of)
        wishes = _wishes(book, found.id, (minimum, must, transfer), as_of)
        told = seat_sharing(
            book,
            found.id,
            partners,
            before,
            _with(wishes, (fair, tolerance), friendly, aim, keep_incumbents=keep_incumbents),
            as_of,
            seed=seed,
        )
        shorts = dict(book.frame(model.Party, as_of, id=partners).select("id", "abbreviation").iter_rows())
        if plot is not None:
            from janadesh.cli.plotting import plot_tiles

            plot_tiles(book, f"{found.name}, seats shared", told.seats, ("choice", "choice_short"), plot)
    say("Proved: no allotment wins more." if told.proved else f"Not proved: at most {told.gap:.2f} seats better.")
    for party, part in told.parts.items():
        say(f"Fair for {shorts.get(party, party)}: {100 * part:.1f}% of the seats.")
    title = titled(found.name, f"seats shared, {told.majority_mark} make a majority", as_of=as_of)
    table = plans_table(title, told.plans)
    if plans:
        show(told.plans, table, form)
    elif form is Format.TABLE:
        draw(table, shared_seats_table("Seat by seat", told.seats))
    else:
        show(told.seats, table, form)


Texts = list[str] | None


def _wishes(book: Record, election: str, said: tuple[Texts, Texts, Texts], as_of: str | None) -> Wishes:
    from janadesh.analysis.found import the_constituency
    from janadesh.analysis.found import the_party
    from janadesh.analysis.scenario import Rate
    from janadesh.analysis.seat_sharing import Wishes
    from janadesh.analysis.supposing import read_pairs
    from janadesh.analysis.supposing import read_transfers
    from janadesh.errors import Impossible

    minimum, must, transfer = said
    rate, of_pairs = read_transfers(book, transfer, as_of) if transfer else (Rate(0.85, 0.05), {})
    least = {}
    for name, value in read_pairs(minimum or (), "minimum"):
        if not value.isdigit():
            raise typer.BadParameter(
                f"takes PARTY=NUMBER, and {value!r} is no number of seats (0, 1, 2 …)", param_hint="--minimum"
            )
        least[str(the_party(book, name, as_of)["id"])] = int(value)
    fixed: dict[str, str] = {}
    for name, seat in read_pairs(must or (), "must"):
        party = str(the_party(book, name, as_of)["id"])
        place = the_constituency(book, election, seat, as_of)
        if fixed.setdefault(place["id"], party) != party:
            raise Impossible(f"{place['name']} cannot go to two partners.")
    return Wishes(transfer=rate, transfers=of_pairs, minimum=least, must=fixed)


def _with(
    wishes: Wishes, fair: tuple[Fair | None, float], friendly: int | None, aim: Aim, *, keep_incumbents: bool
) -> Wishes:
    from dataclasses import replace

    return replace(
        wishes,
        fair=fair[0].value if fair[0] else None,
        tolerance=fair[1],
        friendly=friendly,
        aim=aim.value,
        keep_incumbents=keep_incumbents,
    )
