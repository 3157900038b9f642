"""
Result pages in the layouts of 2014 and since, made of figures that a test gives.

The markup follows what is known of the pages of eciresults.nic.in (to 2017) and results.eci.gov.in (since): the
tables, classes and texts that a reader depends on, amid a little of what else stands on them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from html import escape


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A candidate or NOTA as a page shows it; votes that are None are shown as `-`."""

    name: str
    party: str
    evm: int | None = None
    postal: int | None = None
    migrant: int | None = None
    total: int | None = None
    standing: str = ""

    @property
    def votes(self) -> int | None:
        parts = [self.evm, self.postal, *([] if self.migrant is None else [self.migrant])]
        known = [part for part in parts if part is not None]
        return self.total if self.total is not None else sum(known) if known else None


def nota(evm: int | None = None, postal: int | None = None, total: int | None = None) -> Shown:
    return Shown(name="NOTA", party="None of the Above", evm=evm, postal=postal, total=total)


LADAKH = (
    Shown(name="TASHI GYALSON", party="Bharatiya Janata Party", evm=31505, postal=451),
    Shown(name="TSERING NAMGYAL", party="Indian National Congress", evm=35770, postal=1627),
    Shown(name="MOHMAD HANEEFA", party="Independent", evm=64443, postal=816),
    nota(896, 16),
)
"""Ladakh, 4 June 2024, with the Commission's votes by kind."""

BUDGAM = (
    Shown(name="OMAR ABDULLAH", party="Jammu & Kashmir National Conference", evm=35804, postal=206),
    Shown(name="AGA SYED MUNTAZIR MEHDI", party="Jammu & Kashmir Peoples Democratic Party", evm=17445, postal=80),
    nota(1728, 29),
)
"""Budgam, 8 October 2024: the first two and NOTA."""


def page(
    body: str, *, title: str = "Election Commission of India", updated: str | None = "08:10 pm On 08/10/2024"
) -> bytes:
    """Put a page's body into what stands around it since 2024."""
    last = f'<div class="updated"><p>Last Updated at <span>{updated}</span></p></div>' if updated else ""
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{title}</title>"
        "<script>var note = 'Total';</script></head>\n<body><header><h1>Election Commission of India</h1></header>\n"
        f"<main class='inner-content'>{body}\n{last}</main><footer>Disclaimer</footer></body></html>\n"
    ).encode()


def heading(
    number: int, seat: str, state: str, *, house: str = "Assembly", when: str | None = "October-2024", rounds: str = ""
) -> str:
    """Give the heading of a seat's page since 2024."""
    trends = f"General Election to {house} Constituencies: Trends &amp; Results {when}" if when else ""
    counted = rounds.partition("/")
    status = f"<h2>Status of EVM Round: <span>{counted[0]}</span>/{counted[2]}</h2>" if rounds else ""
    return (
        f'<div class="page-title"><h1>{trends}</h1><h2>{house} Constituency <span>{number} - {escape(seat)} '
        f"<strong>({escape(state)})</strong></span></h2>{status}</div>"
    )


def table_2014(state: str, seat: str, lines: Sequence[Shown]) -> bytes:
    """The table of eciresults.nic.in: no serials, no kinds of votes, no time."""
    rows = "".join(
        f"<tr><td>{escape('None of the Above' if line.name == 'NOTA' else line.name)}</td><td>{escape(line.party)}</td>"
        f"<td align='right'>{_shown(line.votes)}</td></tr>"
        for line in lines
    )
    return (
        "<html><head><title>Constituencywise-All Candidates</title></head><body>"
        f"<table><tr><td>{escape(state)}-{escape(seat)}</td></tr></table>"
        f"<table id='div1'><tr><th>Candidate</th><th>Party</th><th>Votes</th></tr>{rows}</table></body></html>"
    ).encode()


def table_2019(
    state: str,
    seat: str,
    lines: Sequence[Shown],
    *,
    status: str = "Result Declared",
    seats: Mapping[str, Mapping[int, str]] | None = None,
    updated: str | None = "11:20 PM On 23/05/2019",
) -> bytes:
    """The table of 2018 to 2023 inside a table of the whole page, with a hidden list of seats."""
    with_migrants = any(line.migrant is not None for line in lines)
    heads = ["O.S.N.", "Candidate", "Party", "EVM Votes", "Postal Votes", "Total Votes", "% of Votes"]
    if with_migrants:
        heads.insert(4, "Migrant Votes")
    rows = "".join(_row_of_kinds(place, line, lines, with_migrants) for place, line in enumerate(lines, start=1))
    sums = ["", "Total", "", _sum(lines, "evm"), _sum(lines, "postal"), _sum(lines, "votes"), ""]
    if with_migrants:
        sums.insert(4, _sum(lines, "migrant"))
    wide = f"colspan='{len(heads)}'"
    hidden = "".join(
        f"<input type='hidden' id='{code}' value='{';'.join(f'{n},{escape(name)}' for n, name in names.items())};'>"
        for code, names in (seats or {}).items()
    )
    last = f"<p>Last Updated at {updated}</p>" if updated else ""
    return (
        "<html><head><title>Election Commission of India</title></head><body>"
        f"{hidden}<table class='tabc'><tr><td><select id='state'><option>Select State</option></select></td></tr>"
        f"<tr><td><div id='div1'><table><tr><th {wide}>{escape(state)}-{escape(seat)}</th></tr>"
        f"<tr><th {wide}>{status}</th></tr>{_cells(heads, 'th')}{rows}{_cells(sums)}</table></div></td></tr></table>"
        f"{last}</body></html>"
    ).encode()


def table_2024(
    number: int,
    seat: str,
    state: str,
    lines: Sequence[Shown],
    *,
    with_total: bool = True,
    updated: str | None = "08:10 pm On 08/10/2024",
    **of_heading: str | None,
) -> bytes:
    """The table since 2024; its row of totals is shorter than the others."""
    heads = ["S.N.", "Candidate", "Party", "EVM Votes", "Postal Votes", "Total Votes", "% of Votes"]
    rows = "".join(_row_of_kinds(place, line, lines, False) for place, line in enumerate(lines, start=1))
    sums = ["Total", "", _sum(lines, "evm"), _sum(lines, "postal"), _sum(lines, "votes")]
    foot = f"<tfoot>{_cells(sums)}</tfoot>" if with_total else ""
    table = (
        f"<div class='table-responsive'><table class='table table-striped table-bordered'>"
        f"<thead>{_cells(heads, 'th')}</thead><tbody>{rows}</tbody>{foot}</table></div>"
    )
    return page(heading(number, seat, state, **of_heading) + table, updated=updated)  # type: ignore[arg-type]


def cards_2024(
    number: int,
    seat: str,
    state: str,
    lines: Sequence[Shown],
    *,
    done: bool = True,
    updated: str | None = "08:10 pm On 08/10/2024",
    **of_heading: str | None,
) -> bytes:
    """The cards since 2024, by votes; an uncontested seat's one card has no votes."""
    by_votes = sorted(lines, key=lambda line: (line.name == "NOTA", -(line.votes or 0)))
    candidates = [line for line in by_votes if line.name != "NOTA"]
    shown = "".join(_card(line, candidates, done=done) for line in by_votes)
    body = f"{heading(number, seat, state, **of_heading)}<div class='box-wraper'>{shown}</div>"  # type: ignore[arg-type]
    return page(body, updated=updated)


def _card(line: Shown, candidates: Sequence[Shown], *, done: bool) -> str:
    if len(candidates) == 1:
        state, counted = "won", "Uncontested "
    else:
        first, second = candidates[0].votes or 0, candidates[1].votes or 0
        behind = (line.votes or 0) - first
        is_first = line is candidates[0]
        state = (
            ""
            if line.name == "NOTA"
            else ("won" if done else "leading")
            if is_first
            else "lost"
            if done
            else "trailing"
        )
        margin = f"(+ {first - second})" if is_first else f"( {behind})"
        counted = f"{line.votes} <span>{margin}</span>"
    return (
        "<div class='cand-box'><figure><img src='x.jpg' alt=''></figure><div class='cand-info'>"
        f"<div class='status {state}'>\n <div style='text-transform: capitalize'>{state}</div>\n"
        f"<div>{counted}</div></div>"
        f"<div class='nme-prty'><h5>{escape(line.name)}</h5><h6>{escape(line.party)}</h6></div></div></div>"
    )


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of the list of seats."""

    seat: str
    number: int
    leading: str = "-"
    leading_party: str = "-"
    trailing: str = "-"
    trailing_party: str = "-"
    margin: str = "-"
    rounds: str = "0/0"
    status: str = "Result Declared"


def statewise_2024(state: str, rows: Sequence[Row], *, updated: str | None = "08:12 pm On 08/10/2024") -> bytes:
    """The list of seats since 2024; cells of parties hold tooltip tables of the list's own class."""
    heads = ["Constituency", "Const. No.", "Leading Candidate", "Leading Party", "Trailing Candidate"]
    heads += ["Trailing Party", "Margin", "Round", "Status"]
    body = "".join(
        f"<tr><td align='left'>{escape(row.seat)}</td><td>{row.number}</td><td>{escape(row.leading)}</td>"
        f"{_party_cell(row.leading_party)}<td>{escape(row.trailing)}</td>{_party_cell(row.trailing_party)}"
        f"<td>{row.margin}</td><td>{row.rounds}</td><td>{row.status}</td></tr>"
        for row in sorted(rows, key=lambda row: row.seat)
    )
    title = (
        f"<div class='page-title'><h2><span>Assembly Constituencies <strong>{escape(state)}</strong></span></h2></div>"
    )
    head = f"<thead>{_cells(heads, 'th')}</thead>"
    table = f"<table class='table table-striped table-bordered'>{head}<tbody>{body}</tbody></table>"
    return page(title + table, updated=updated)


def _party_cell(party: str) -> str:
    if party == "-":
        return "<td>-</td>"
    inner = f"<tr><td align='left'>{escape(party)}</td><td>i</td><td>Won 42 Leading 0</td></tr>"
    return f"<td><table class='table table-striped'><tbody>{inner}</tbody></table></td>"


def partywise(state: str, parties: Mapping[str, tuple[int, int]], *, updated: str | None = None) -> bytes:
    """The tally of seats by party."""
    rows = "".join(_cells([escape(party), str(won), str(led), str(won + led)]) for party, (won, led) in parties.items())
    won, led = (sum(pair[place] for pair in parties.values()) for place in (0, 1))
    table = (
        f"<table class='table'><thead>{_cells(['Party', 'Won', 'Leading', 'Total'], 'th')}</thead><tbody>{rows}"
        f"</tbody><tfoot>{_cells(['Total', str(won), str(led), str(won + led)])}</tfoot></table>"
    )
    return page(
        f"<div class='page-title'><h2><span><strong>{escape(state)}</strong></span></h2></div>{table}", updated=updated
    )


def party_wins(rows: Sequence[tuple[str, int, str, int, int]], *, updated: str | None = None) -> bytes:
    """The list of seats that a party won: seat, number, candidate, votes, margin."""
    heads = ["S.No", "Constituency", "Winning Candidate", "Total Votes", "Margin", "Status"]
    body = "".join(
        _cells([str(place), f"{escape(seat)}({number})", escape(name), str(votes), str(margin), "Result Declared"])
        for place, (seat, number, name, votes, margin) in enumerate(rows, start=1)
    )
    return page(
        f"<table class='table'><thead>{_cells(heads, 'th')}</thead><tbody>{body}</tbody></table>", updated=updated
    )


def roundwise(
    number: int,
    seat: str,
    state: str,
    rounds: Sequence[Mapping[tuple[str, str], int]],
    *,
    updated: str | None = "08:10 pm On 08/10/2024",
    **of_heading: str | None,
) -> bytes:
    """The counting rounds: votes of each round by name and party, added up here."""
    heads = ["Candidate", "Party", "Votes Brought From Previous Rounds", "Current Round", "Total"]
    before = dict.fromkeys(rounds[0], 0)
    tabs = ""
    for place, of_round in enumerate(rounds, start=1):
        body = "".join(
            _cells([escape(who[0]), escape(who[1]), str(before[who]), str(votes), str(before[who] + votes)])
            for who, votes in of_round.items()
        )
        after = {who: before[who] + votes for who, votes in of_round.items()}
        sums = ["Total", "", str(sum(before.values())), str(sum(of_round.values())), str(sum(after.values()))]
        second = "<tr><th></th><th></th><th>(EVM Votes)</th><th>(EVM Votes)</th><th></th></tr>"
        tabs += (
            f"<div id='tab{place}' class='tabcontent'><table class='round-tbl'><thead>{_cells(heads, 'th')}{second}"
            f"</thead><tbody>{body}{_cells(sums)}</tbody></table></div>"
        )
        before = after
    return page(f"{heading(number, seat, state, **of_heading)}<div class='all-tabs'>{tabs}</div>", updated=updated)  # type: ignore[arg-type]


def live_json(leads: Mapping[str, Sequence[tuple[str, int, str]]]) -> bytes:
    """The file behind the live map: abbreviation, seat's number, leading candidate, by state."""
    return json.dumps(
        {
            state: {
                "chartData": [[party, state, number, name, "#ff9933"] for party, number, name in rows],
                "tableData": [],
            }
            for state, rows in leads.items()
        }
    ).encode()


def with_totals(lines: Sequence[Shown]) -> tuple[Shown, ...]:
    """Keep only the total of each line's votes, as pages without kinds do."""
    return tuple(replace(line, evm=None, postal=None, migrant=None, total=line.votes) for line in lines)


def _row_of_kinds(place: int, line: Shown, lines: Sequence[Shown], with_migrants: bool) -> str:
    counted = sum(each.votes or 0 for each in lines)
    share = f"{100 * (line.votes or 0) / counted:.2f}" if counted else "-"
    cells = [str(place), escape(line.name), escape(line.party), _shown(line.evm), _shown(line.postal)]
    if with_migrants:
        cells.insert(4, _shown(line.migrant))
    return _cells([*cells, _shown(line.votes), share])


def _cells(texts: Sequence[str], tag: str = "td") -> str:
    return f"<tr>{''.join(f'<{tag}>{text}</{tag}>' for text in texts)}</tr>\n"


def _shown(votes: int | None) -> str:
    return "-" if votes is None else str(votes)


def _sum(lines: Sequence[Shown], kind: str) -> str:
    known = [votes for line in lines if (votes := getattr(line, kind)) is not None]
    return str(sum(known)) if known else "-"
