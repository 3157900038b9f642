"""
A mapping file: what the columns of a table mean that no reader knows, written by the one who knows them.

It is TOML, drafted by `janadesh map` and corrected by hand. Every key is declared here once; the drafts'
comments are these fields' descriptions.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal
from zoneinfo import available_timezones

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field
from pydantic import ValidationError
from pydantic import field_validator

from janadesh.errors import Fault
from janadesh.errors import Refused
from janadesh.record.moments import UnreadableMoment
from janadesh.record.moments import read_moment
from janadesh.sources.mapping_faults import mapping_faults
from janadesh.sources.text_file import MEGABYTE
from janadesh.sources.text_file import read_text

MOST_BYTES = MEGABYTE
_SLUG = r"^[a-z0-9][a-z0-9._-]*$"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class TableFile(_Part):
    """How the file is to be taken apart."""

    heading_row: int = Field(1, ge=1, description="The row with the headings; titles above it are left out.")
    separator: str = Field(",", min_length=1, max_length=1, description="Between the cells of a CSV file.")
    encoding: Literal["utf-8", "windows-1252"] = Field("utf-8", description="utf-8 or windows-1252; CSV files only.")
    sheet: str | None = Field(None, description="The sheet of a workbook; without it the first.")


class SourceOfTable(_Part):
    """Who published the table."""

    id: str = Field(pattern=_SLUG, description="Small letters, figures and hyphens; unique in your record.")
    title: str = Field(min_length=1, description="The table's title, as you would cite it.")
    publisher: str = Field(min_length=1, description="Who published it.")
    kind: Literal["official", "agency", "press", "archive", "derived"] = Field(
        "official", description="official, agency, press, archive (a collection) or derived."
    )
    url: str | None = Field(None, description="Where it was fetched.")


class ElectionOfTable(_Part):
    """Which election the table is of; one that the record has is not changed."""

    id: str = Field(pattern=_SLUG, description="Small letters, figures and hyphens: uk-commons-2024.")
    name: str = Field(min_length=1, description="As people call it.")
    year: int = Field(ge=1700, le=2200, description="The year of the poll.")
    kind: Literal["general", "by-election"] = Field("general", description="general or by-election.")
    known_at: str = Field(min_length=1, description="When the result was known: a day, or a time as 2024-07-05T12:00.")
    time_zone: str = Field("UTC", description="The IANA name of the zone in which days are meant: Europe/London.")
    previous: str | None = Field(None, description="The id of the election before, if the record has it.")

    @field_validator("time_zone")
    @classmethod
    def _is_zone(cls, name: str) -> str:
        if name not in available_timezones():
            raise ValueError("this is no IANA name of a time zone, such as Europe/London")
        return name

    @field_validator("known_at")
    @classmethod
    def _is_moment(cls, written: str) -> str:
        try:
            read_moment(written, "UTC")
        except UnreadableMoment:
            raise ValueError("write a day, 2024-07-05, or a time, 2024-07-05T12:00") from None
        return written


class HouseOfTable(_Part):
    """The elected body; one that the record has is not changed."""

    id: str = Field(pattern=_SLUG, description="Small letters, figures and hyphens: uk-commons.")
    name: str = Field(min_length=1, description="Its name.")
    kind: Literal["assembly", "parliament", "council"] = Field(
        "parliament", description="assembly, parliament, council."
    )
    elected_seats: int = Field(ge=1, description="How many members are elected.")


class TerritoryOfTable(_Part):
    """The country or state that the house is of; one that the record has is not changed."""

    id: str = Field(pattern=_SLUG, description="Small letters: gb. Rules of law go by a country's id: in, gb, ca.")
    name: str = Field(min_length=1, description="Its name.")
    status: str = Field("country", min_length=1, description="country, state, province …")


class ColumnsOfTable(_Part):
    """Which column says what, by its heading. A list of columns is joined with blanks, or added up if votes."""

    constituency: str | None = Field(None, description="The constituency's name.")
    constituency_code: str | None = Field(None, description="Its official code, which becomes part of its id.")
    constituency_number: str | None = Field(None, description="Its number; without one they are numbered by name.")
    region: str | None = Field(None, description="The region or province it lies in.")
    district: str | None = Field(None, description="The district or county it lies in.")
    candidate: list[str] = Field([], description="The candidate's name, in one or several columns.")
    party: str | None = Field(None, description="The party's name, or its abbreviation if there is no name.")
    party_abbreviation: str | None = Field(None, description="The party's abbreviation.")
    serial: str | None = Field(None, description="The number on the ballot paper; without it they go by votes.")
    gender: str | None = Field(None, description="The candidate's gender.")
    age: str | None = Field(None, description="The candidate's age in years.")
    votes: list[str] = Field([], description="All votes of the candidate.")
    evm: list[str] = Field([], description="Votes cast at polling stations, where kinds are told apart.")
    postal: list[str] = Field([], description="Postal votes, where kinds are told apart.")
    kind_of_vote: str | None = Field(None, description="Where each kind of vote has a row of its own: which it is.")
    winner: str | None = Field(None, description="Who was elected; without it whoever has most votes.")
    electors: str | None = Field(None, description="Electors of the constituency.")
    valid_votes: str | None = Field(None, description="Valid votes of the constituency; only checked.")
    majority: str | None = Field(None, description="The winner's majority; only checked.")
    votes_by_party: list[str] = Field([], description="A wide table: columns of votes, each headed by a party.")
    ignored: list[str] = Field([], description="Columns that are left out.")


class ValuesOfTable(_Part):
    """What cells say in words of their own."""

    none_of_the_above: list[str] = Field(["NOTA", "None of the above"], description="Votes for none of the above.")
    independent: list[str] = Field(["Independent", "Ind"], description="Parties that mean no party at all.")
    winner: list[str] = Field(
        ["yes", "y", "true", "1", "elected", "won"], description='Who is elected; ["*"] is any cell that is filled.'
    )
    male: list[str] = Field(["male", "m", "man"], description="Men.")
    female: list[str] = Field(["female", "f", "woman"], description="Women.")
    third_gender: list[str] = Field(["third", "other", "t", "non-binary"], description="Others.")
    unknown: list[str] = Field(["", "-", "n/a", "na", "…"], description="Cells that say nothing.")
    left_out_of_names: list[str] = Field([], description="Marks that are no part of a candidate's name: **.")
    evm: list[str] = Field([], description="Kinds of vote that were cast at polling stations (see kind_of_vote).")
    postal: list[str] = Field([], description="Kinds of vote that are postal (see kind_of_vote).")


class TableMap(_Part):
    """A whole mapping file."""

    prefix: str = Field(pattern=_SLUG, description="Begins the ids of parties made here: uk-labour.")
    delimitation: str = Field(
        pattern=_SLUG, description="Names the map of constituencies: the year it came into force."
    )
    file: TableFile = TableFile()  # type: ignore[call-arg]
    source: SourceOfTable
    election: ElectionOfTable
    house: HouseOfTable
    territory: TerritoryOfTable
    columns: ColumnsOfTable
    values: ValuesOfTable = ValuesOfTable()  # type: ignore[call-arg]
    parties: dict[str, str] = Field(
        {}, description="As printed = as the record is to name it. Where names end in their party, each such ending."
    )
    party_ends_candidate: bool = Field(
        default=False, description="Whether the candidate's cell ends in the party, as listed under [parties]."
    )


def read_map(path: Path) -> TableMap:
    """
    Read a mapping file.

    Raises: Refused, with every key that is missing, unknown or wrong; NoSuchFile, WrongEncoding.
    """
    text = read_text(path, MOST_BYTES)
    try:
        return TableMap.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        cure = "Put text in quotes; see https://toml.io."
        raise Refused(path.name, [Fault(file=path.name, problem=f"this is not TOML: {error}", cure=cure)]) from None
    except ValidationError as error:
        raise Refused(path.name, mapping_faults(path.name, TableMap, error)) from None
