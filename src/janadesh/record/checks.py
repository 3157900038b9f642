"""
What must hold of statements before they may enter the record, whatever they were read from.

Each rule is a function from the statements (and the ids already in the record) to faults. `check`
runs them all; a load with any fault is refused whole.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping

import polars as pl

from janadesh import model
from janadesh.errors import Fault
from janadesh.names.spelling import spelling_key
from janadesh.record.statements import Statements

Known = Callable[[str], frozenset[str]]
"""Gives the ids that the record already holds in a table."""

_PLACES = ("election", "constituency", "serial")
_VOTES = ("evm", "postal", "migrant", "total")


def check(statements: Statements, known: Known) -> list[Fault]:
    """List every fault, in the order of the rules below."""
    return [
        *_empty_cells(statements),
        *_dangling_references(statements, known),
        *_said_twice(statements),
        *_parties_named_two_ways(statements),
        *_votes_below_zero(statements),
        *_sums_that_do_not_add_up(statements),
        *_tallies_without_candidacy(statements),
        *_winners_of_no_poll(statements),
    ]


def _empty_cells(statements: Statements) -> Iterator[Fault]:
    for noun, frame in statements.frames.items():
        for column in sorted(model.required(noun)):
            for row in _rows(frame, pl.col(column).is_null()):
                yield _fault(statements, noun, row, column, None, "a value is needed here", "Fill the cell.")


def _dangling_references(statements: Statements, known: Known) -> Iterator[Fault]:
    for noun, frame in statements.frames.items():
        table: str = noun.TABLE
        targets = {column: to for (of, column), to in model.REFERENCES.items() if of == table}
        if noun is not model.Source:
            targets["source"] = "sources"
        for column, target in targets.items():
            ids = known(target) | _ids(statements, target)
            for row in _rows(frame, pl.col(column).is_not_null() & ~pl.col(column).is_in(list(ids))):
                value = frame[column][row]
                problem = f"no {_singular(target)} has this id, here or in the record"
                cure = f"Add it to {target}.csv, or correct the id."
                yield _fault(statements, noun, row, column, value, problem, cure)


def _said_twice(statements: Statements) -> Iterator[Fault]:
    for noun, frame in statements.frames.items():
        key = list(noun.KEY) + (["known_at"] if "known_at" in frame.columns else [])
        for row in _rows(frame, ~pl.struct(key).is_first_distinct()):
            said = ", ".join(f"{name} {frame[name][row]}" for name in noun.KEY)
            yield _fault(
                statements,
                noun,
                row,
                key[0],
                said,
                "this was already said, with the same key and time, in a row above",
                "Keep one of the two, or give the correction its own, later known_at.",
            )


def _parties_named_two_ways(statements: Statements) -> Iterator[Fault]:
    frame = statements.frames.get(model.Party)
    if frame is None:
        return
    first: dict[str, tuple[str, int]] = {}
    for row, (party, name) in enumerate(frame.select("id", "name").iter_rows()):
        if party is None or name is None:
            continue
        other, above = first.setdefault(spelling_key(name), (party, row))
        if other != party:
            yield _fault(
                statements,
                model.Party,
                row,
                "name",
                name,
                f"one party is named two ways: {party!r} here and {other!r} in row {above + 2} have the same name",
                "Keep one id, and put other spellings into names.csv.",
            )


def _votes_below_zero(statements: Statements) -> Iterator[Fault]:
    frame = statements.frames.get(model.Tally)
    if frame is None:
        return
    for column in _VOTES:
        for row in _rows(frame, pl.col(column) < 0):
            value = frame[column][row]
            cure = "Correct it; leave the cell empty where the number is unknown."
            yield _fault(statements, model.Tally, row, column, value, "votes cannot be negative", cure)


def _sums_that_do_not_add_up(statements: Statements) -> Iterator[Fault]:
    frame = statements.frames.get(model.Tally)
    if frame is None:
        return
    added = pl.col("evm") + pl.col("postal") + pl.col("migrant").fill_null(0)
    for row in _rows(frame, added.is_not_null() & (pl.col("total") != added)):
        total = frame["total"][row]
        problem = f"the total is not EVM and postal votes together, {frame.select(added).to_series()[row]}"
        yield _fault(statements, model.Tally, row, "total", total, problem, "Correct one of the three.")


def _tallies_without_candidacy(statements: Statements) -> Iterator[Fault]:
    frame = statements.frames.get(model.Tally)
    candidacies = statements.frames.get(model.Candidacy)
    if frame is None or candidacies is None:
        return
    numbered = frame.with_row_index("row").filter(pl.col("serial") != model.NOTA)
    for row in numbered.join(candidacies, on=list(_PLACES), how="anti", nulls_equal=True)["row"]:
        value = frame["serial"][row]
        place = f"{frame['constituency'][row]} in {frame['election'][row]}"
        problem = f"no candidacy has this serial number in {place}"
        cure = "Add the candidacy, or give NOTA the serial 0."
        yield _fault(statements, model.Tally, row, "serial", value, problem, cure)


def _winners_of_no_poll(statements: Statements) -> Iterator[Fault]:
    frame = statements.frames.get(model.Declaration)
    if frame is None:
        return
    for row in _rows(frame, pl.col("status").is_in(["countermanded", "adjourned"]) & pl.col("winner").is_not_null()):
        problem = f"a poll that was {frame['status'][row]} elects nobody"
        cure = "Leave the winner empty, or correct the status."
        yield _fault(statements, model.Declaration, row, "winner", frame["winner"][row], problem, cure)


def _rows(frame: pl.DataFrame, condition: pl.Expr) -> list[int]:
    return frame.select(pl.arg_where(condition)).to_series().to_list()


def _ids(statements: Statements, table: str) -> frozenset[str]:
    frame = statements.frames.get(model.NOUN_OF_TABLE[table])
    return frozenset() if frame is None else frozenset(frame["id"].drop_nulls().to_list())


def _singular(table: str) -> str:
    irregular: Mapping[str, str] = {
        "parties": "party",
        "territories": "territory",
        "constituencies": "constituency",
        "candidacies": "candidacy",
    }
    return irregular.get(table, table.removesuffix("s"))


def _fault(
    statements: Statements, noun: type[model.Noun], row: int, column: str, value: object, problem: str, cure: str
) -> Fault:
    shown = None if value is None else str(value)
    return Fault(file=statements.file_of(noun), row=row + 2, column=column, value=shown, problem=problem, cure=cure)
