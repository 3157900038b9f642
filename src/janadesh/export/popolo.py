"""
Who holds and held which office and seat, and for which party, as Popolo (https://www.popoloproject.com/specs).

Popolo dates what it says, but not when this became known, and has no votes. Persons, organizations
(parties, alliances, houses), posts (seats and offices), memberships, areas and events (elections) are
lists at the top, under the ids of the record.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from janadesh import model
from janadesh.export.losses import Loss
from janadesh.export.popolo_losses import losses
from janadesh.export.said import Said
from janadesh.export.said import standing

_GENDERS = {"M": "male", "F": "female", "T": "transgender"}
_PARTS = ("persons", "organizations", "posts", "memberships", "areas", "events")

Thing = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PopoloExport:
    """The six lists of Popolo, and what they could not carry."""

    content: dict[str, list[Thing]]
    losses: tuple[Loss, ...]

    def as_json(self) -> bytes:
        """Write it as JSON."""
        return (json.dumps(self.content, ensure_ascii=False, indent=1) + "\n").encode()


def popolo(said: Said) -> PopoloExport:
    """Put what stands among statements into Popolo's lists."""
    stands = {noun: standing(noun, frame) for noun, frame in said.items()}
    held = _held({noun: frame.to_dicts() for noun, frame in stands.items()})
    makers = (_persons, _organizations, _posts, _memberships, _areas, _events)
    content = {name: list(make(held)) for name, make in zip(_PARTS, makers, strict=True)}
    return PopoloExport(content, losses(said, stands, elected=len(list(_elected(held)))))


@dataclass(frozen=True, slots=True)
class _Held:
    """Rows by noun; sources by id, other names by noun and id, and which ids are territories'."""

    rows: Mapping[type[model.Noun], list[dict[str, Any]]]
    sources: Mapping[str, dict[str, Any]]
    names: Mapping[tuple[str, str], list[dict[str, Any]]]
    territories: frozenset[str]


def _held(rows: Mapping[type[model.Noun], list[dict[str, Any]]]) -> _Held:
    names: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in rows[model.Name]:
        names.setdefault((row["noun"], row["of"]), []).append(row)
    sources = {row["id"]: row for row in rows[model.Source]}
    return _Held(rows, sources, names, frozenset(row["id"] for row in rows[model.Territory]))


def _thing(held: _Held, row: dict[str, Any] | None, **fields: Any) -> Thing:
    made = {name: value for name, value in fields.items() if value not in (None, [])}
    source = held.sources[row["source"]] if row is not None else None
    if source is not None:
        # an address is asked for; what has none gets a name in the form of one
        url = source["url"] or f"urn:janadesh:source:{quote(source['id'])}"
        made["sources"] = [{"url": url, "note": f"{source['publisher']}: {source['title']}"}]
    return made


def _latest(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep of each id the row that is valid last."""
    ordered = sorted(rows, key=lambda row: row.get("valid_from") or dt.date.min)
    return list({row["id"]: row for row in ordered}.values())


def _other_names(held: _Held, noun: str, of: str) -> list[Thing]:
    return [
        {"name": row["name"], "note": f"{row['kind']}, {row['language']}"} for row in held.names.get((noun, of), ())
    ]


def _persons(held: _Held) -> Iterator[Thing]:
    for row in held.rows[model.Person]:
        yield _thing(
            held,
            row,
            id=row["id"],
            name=row["name"],
            other_names=_other_names(held, "person", row["id"]),
            gender=_GENDERS.get(row["gender"]),
        )


def _organizations(held: _Held) -> Iterator[Thing]:
    for row in held.rows[model.Party]:
        names = [{"name": row["abbreviation"], "note": "abbreviation"}, *_other_names(held, "party", row["id"])]
        yield _thing(held, row, id=row["id"], name=row["name"], classification="party", other_names=names)
    for row in held.rows[model.Alliance]:
        names = [{"name": row["short_name"], "note": "abbreviation"}, *_other_names(held, "alliance", row["id"])]
        yield _thing(held, row, id=row["id"], name=row["name"], classification="alliance", other_names=names)
    for row in _latest(held.rows[model.House]):
        yield _thing(
            held,
            row,
            id=row["id"],
            name=row["name"],
            classification="legislature",
            area_id=row["territory"],
            other_names=_other_names(held, "house", row["id"]),
        )


def _posts(held: _Held) -> Iterator[Thing]:
    for row in _latest(held.rows[model.Constituency]):
        yield _thing(
            held,
            row,
            id=row["id"],
            label=f"Member for {row['name']}",
            role="member",
            organization_id=row["house"],
            area_id=row["id"],
            start_date=_day(row["valid_from"]),
            end_date=_day(row["valid_to"]),
        )
    for office, of in dict.fromkeys((row["office"], row["of"]) for row in held.rows[model.Office]):
        yield _thing(held, None, id=_post(office, of), label=office, role=office, **_of(held, of))


def _memberships(held: _Held) -> Iterator[Thing]:
    for row in held.rows[model.Office]:
        yield _thing(
            held,
            row,
            person_id=row["person"],
            post_id=_post(row["office"], row["of"]),
            role=row["office"],
            start_date=_day(row["valid_from"]),
            end_date=_day(row["valid_to"]),
            **_of(held, row["of"]),
        )
    for row in held.rows[model.Person]:
        if row["party"] is not None:
            yield _thing(held, row, person_id=row["id"], organization_id=row["party"], role="member")
    for row in held.rows[model.AllianceMember]:
        if row["status"] == "member":
            yield _thing(
                held,
                row,
                label=f"Member in {row['election']}",
                member={"id": row["party"], "classification": "party"},
                organization_id=row["alliance"],
                start_date=_day(row["valid_from"]),
                end_date=_day(row["valid_to"]),
            )
    yield from _elected(held)


def _elected(held: _Held) -> Iterator[Thing]:
    candidacies = {(r["election"], r["constituency"], r["serial"]): r for r in held.rows[model.Candidacy]}
    houses = {row["id"]: row["house"] for row in held.rows[model.Constituency]}
    for row in held.rows[model.Declaration]:
        winner = candidacies.get((row["election"], row["constituency"], row["winner"]))
        if winner is not None and winner["person"] is not None:
            yield _thing(
                held,
                row,
                label=f"Elected in {row['election']}",
                person_id=winner["person"],
                post_id=row["constituency"],
                organization_id=houses.get(row["constituency"]),
                on_behalf_of_id=winner["party"],
                area_id=row["constituency"],
                role="member",
            )


def _areas(held: _Held) -> Iterator[Thing]:
    for row in _latest(held.rows[model.Territory]):
        yield _thing(
            held,
            row,
            id=row["id"],
            name=row["name"],
            identifier=row["code"],
            classification=row["status"],
            parent_id=row["within"],
        )
    for row in _latest(held.rows[model.Constituency]):
        yield _thing(
            held,
            row,
            id=row["id"],
            name=row["name"],
            identifier=str(row["number"]),
            classification="constituency",
            parent_id=row["within"] or row["territory"],
        )


def _events(held: _Held) -> Iterator[Thing]:
    polls: dict[str, list[dt.date]] = {}
    for entry in held.rows[model.ScheduleEntry]:
        if entry["event"].startswith("poll"):
            polls.setdefault(entry["election"], []).append(entry["on_date"])
    for row in held.rows[model.Election]:
        days = polls.get(row["id"])
        yield _thing(
            held,
            row,
            id=row["id"],
            name=row["name"],
            classification=f"{row['kind']} election" if row["kind"] == "general" else row["kind"],
            organization_id=row["house"],
            start_date=_day(min(days)) if days else str(row["year"]),
            end_date=_day(max(days)) if days else str(row["year"]),
        )


def _post(office: str, of: str) -> str:
    return f"{of}/{office}"


def _of(held: _Held, of: str) -> Thing:
    return {"area_id": of} if of in held.territories else {"organization_id": of}


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
