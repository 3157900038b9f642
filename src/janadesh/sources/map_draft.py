"""A first draft of a mapping file for a table that no reader knows, with comments that tell what to correct."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import polars as pl
import tomlkit
from pydantic import BaseModel
from tomlkit.items import Table

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.names.spelling import spelling_key
from janadesh.sources.map_fields import guessed_fields
from janadesh.sources.map_fields import heading_row
from janadesh.sources.mapped_text import first_rows
from janadesh.sources.mapped_text import guessed_file
from janadesh.sources.mapped_text import text_table
from janadesh.sources.mapping import ColumnsOfTable
from janadesh.sources.mapping import ElectionOfTable
from janadesh.sources.mapping import HouseOfTable
from janadesh.sources.mapping import SourceOfTable
from janadesh.sources.mapping import TableFile
from janadesh.sources.mapping import TableMap
from janadesh.sources.mapping import TerritoryOfTable
from janadesh.sources.mapping import ValuesOfTable

_ROWS_LOOKED_AT = 30
_MOSTLY = 0.8
_MOST_PARTIES = 60
_NAME_FIELDS = ("first_name", "surname")
_LISTS = ("candidate", "votes", "evm", "postal", "votes_by_party", "ignored")
_YEAR = re.compile(r"(?<!\d)(1[789]\d\d|20\d\d|21\d\d)(?!\d)")
_MARK = re.compile(r"(?<=\s)([*†‡#]+)(?=\s|$)")
_WORDS_OF_A_PARTY = 14


def drafted_map(path: Path) -> str:
    """
    Draft the mapping of a CSV or XLSX file, as TOML for a person to correct.

    Lines that end in `# ?` are what only a person can say; the table is not read without them.

    Raises: Refused, NoSuchFile and others of the file.
    """
    how = guessed_file(path)
    rows = first_rows(path, how, _ROWS_LOOKED_AT)
    how = how.model_copy(update={"heading_row": heading_row(rows)})
    _check_is_table(path, rows[how.heading_row - 1 :])
    table = text_table(path, how)
    fields = guessed_fields(table.headings)
    draft = tomlkit.document()
    for line in _preface(path):
        draft.add(tomlkit.comment(line) if line else tomlkit.nl())
    endings = _party_endings(table.rows, fields)
    _add(draft, TableMap, {"prefix": "", "delimitation": "", "party_ends_candidate": bool(endings)}, always=True)
    draft.add("file", _section(TableFile, how.model_dump(exclude_none=True), always=True))
    draft.add("source", _section(SourceOfTable, {"id": "", "title": "", "publisher": "", "kind": "official"}))
    draft.add("election", _section(ElectionOfTable, _election(path)))
    draft.add("house", _section(HouseOfTable, {"id": "", "name": "", "kind": "parliament", "elected_seats": 0}))
    draft.add("territory", _section(TerritoryOfTable, {"id": "", "name": "", "status": "country"}))
    draft.add("columns", _columns(table.headings, fields))
    draft.add("values", _values(table.rows, fields))
    draft.add("parties", _parties(table.rows, fields, endings))
    return tomlkit.dumps(draft)


def _check_is_table(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """
    Make sure that the rows have cells below headings, so that no mapping is drafted of an article or a web page.

    Raises: Refused.
    """
    heading, *below = rows or [[]]
    filled = [cells for cells in below if any(cell.strip() for cell in cells)]
    if len(heading) > 1 and filled:
        # prose has commas, too, and not the same number of them in each line
        alike = sum(len(cells) == len(heading) for cells in filled)
        if guessed_fields([cell for cell in heading if cell.strip()]) or alike >= len(filled) * _MOSTLY:
            return
    problem = "no row in it looks like headings with rows of cells below, so it is no table of results"
    cure = "Give a table with a row of headings, as CSV or XLSX. An article is read by `janadesh check`."
    raise Refused(path.name, [Fault(file=path.name, problem=problem, cure=cure)])


def _preface(path: Path) -> list[str]:
    return [
        f"How {path.name} is to be read. Correct this file, then load the table with it:",
        f"    janadesh load {path.name} --map THIS-FILE",
        "Fill in the lines that end in `# ?`. Check the others: they are guesses from the headings.",
        "",
    ]


def _election(path: Path) -> dict[str, Any]:
    written = _YEAR.findall(path.stem)
    year = int(written[0]) if written else 0
    return {"id": "", "name": "", "year": year, "kind": "general", "known_at": "", "time_zone": ""}


def _section(model: type[BaseModel], values: Mapping[str, Any], *, always: bool = False) -> Table:
    section = tomlkit.table()
    _add(section, model, values, always=always)
    return section


def _add(
    to: Table | tomlkit.TOMLDocument, model: type[BaseModel], values: Mapping[str, Any], *, always: bool = False
) -> None:
    for name, value in values.items():
        described = model.model_fields[name].description or ""
        to.add(tomlkit.comment(described))
        to.add(name, value)
        if value in ("", 0) and not isinstance(value, bool):
            to[name].comment("?")
        elif not always and name == "kind":
            to[name].comment("check")


def _columns(headings: Sequence[str], fields: Mapping[str, str]) -> Table:
    section = tomlkit.table()
    chosen: dict[str, Any] = {field: heading for field, heading in fields.items() if field not in _NAME_FIELDS}
    names = [fields[field] for field in _NAME_FIELDS if field in fields]
    if names:
        chosen["candidate"] = names
    for field, description in ColumnsOfTable.model_fields.items():
        if field == "ignored":
            continue
        section.add(tomlkit.comment(description.description or ""))
        value = chosen.get(field)
        if value is None:
            section.add(tomlkit.comment(f"{field} = {['...'] if field in _LISTS else chr(34) * 2}".replace("'", '"')))
            continue
        section.add(field, [value] if field in _LISTS and isinstance(value, str) else value)
    used = {heading for value in chosen.values() for heading in ([value] if isinstance(value, str) else value)}
    section.add(tomlkit.comment("Columns that are left out; every column is named here or above."))
    section.add("ignored", _in_lines([heading for heading in headings if heading not in used]))
    return section


def _in_lines(items: Sequence[str]) -> Any:
    listed = tomlkit.array()
    listed.extend(items)
    return listed.multiline(multiline=True)


def _values(rows: pl.DataFrame, fields: Mapping[str, str]) -> Table:
    section = tomlkit.table()
    marks = [fields["candidate"]] if "candidate" in fields else []
    found = Counter(mark for column in marks for cell in rows[column].drop_nulls() for mark in _MARK.findall(cell))
    defaults = ValuesOfTable().model_dump()  # type: ignore[call-arg]
    defaults["left_out_of_names"] = list(found)
    for name, value in defaults.items():
        section.add(tomlkit.comment(ValuesOfTable.model_fields[name].description or ""))
        section.add(name, value)
        if name == "left_out_of_names" and value:
            section[name].comment("check: found in the candidates' column")
    return section


def _party_endings(rows: pl.DataFrame, fields: Mapping[str, str]) -> list[str]:
    """Find the parties that the candidates' cells end in, where the table has no column of parties."""
    if "party" in fields or "party_abbreviation" in fields or "candidate" not in fields:
        return []
    cells = [cell.split() for cell in rows[fields["candidate"]].drop_nulls()]
    counted: Counter[str] = Counter()
    for words in cells:
        counted.update(" ".join(words[-most:]) for most in range(1, min(len(words), _WORDS_OF_A_PARTY)))
    endings: Counter[str] = Counter()
    for words in cells:
        shared = [
            end for most in range(1, min(len(words), _WORDS_OF_A_PARTY)) if counted[end := " ".join(words[-most:])] > 1
        ]
        if shared:
            # an ending of many candidates goes before a longer one of a few namesakes
            endings[max(shared, key=lambda end: counted[end] * len(end))] += 1
    return [_MARK.sub("", f" {end}").strip() for end, _ in endings.most_common(_MOST_PARTIES)]


def _parties(rows: pl.DataFrame, fields: Mapping[str, str], endings: Sequence[str]) -> Table:
    section = tomlkit.table()
    section.add(tomlkit.comment(TableMap.model_fields["parties"].description or ""))
    if endings:
        for ending in dict.fromkeys(endings):
            section.add(ending, re.split(r"\s*/\s*", ending)[0])
        section.add(tomlkit.comment("check: the endings above are shared by two candidates or more; add the others."))
    elif "party" not in fields and "party_abbreviation" in fields:
        shorts = rows[fields["party_abbreviation"]].drop_nulls().value_counts(sort=True)
        for short in shorts[fields["party_abbreviation"]].head(_MOST_PARTIES):
            section.add(short, "")
            section[short].comment("?")
    elif "party" in fields:
        section.add(tomlkit.comment(f'"{_odd_party(rows[fields["party"]])}" = "the name it is to have"'))
    return section


def _odd_party(parties: pl.Series) -> str:
    """Give a party that is there in two spellings, or else any, for an example."""
    printed = [*dict.fromkeys(parties.drop_nulls())]
    keys = Counter(spelling_key(name) for name in printed)
    return next((name for name in printed if keys[spelling_key(name)] > 1), printed[0] if printed else "Lab")
