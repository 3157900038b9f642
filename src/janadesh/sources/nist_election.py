"""
How a report is read: what it says when, and the houses that its contests elect members of.

In the record an election is to one house. A report of ours has one; in others one election has contests
for many offices. There each legislature (told by the type of its districts) and each other office is a
house of its own, with an election of its own.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from janadesh import model
from janadesh.record.moments import Moment
from janadesh.record.moments import UnreadableMoment
from janadesh.record.moments import read_moment
from janadesh.sources.nist_objects import Object
from janadesh.sources.nist_objects import Report
from janadesh.sources.nist_objects import slug
from janadesh.sources.nist_terms import ELECTION_TYPES
from janadesh.sources.nist_terms import POLL_BEGINS
from janadesh.sources.nist_terms import POLL_ENDS

_KINDS = {special: kind for kind, special in ELECTION_TYPES.items()}
_OWN_VENDOR = "Janadesh"


@dataclass(frozen=True, slots=True)
class Said:
    """When and by whom the report says what it says."""

    known_at: dt.datetime
    source: model.Source

    @property
    def common(self) -> dict[str, Any]:
        """Give what every statement carries."""
        return {"known_at": self.known_at, "source": self.source.id}


@dataclass(frozen=True, slots=True)
class Poll:
    """The days of an election."""

    first: dt.date
    last: dt.date

    @property
    def is_known(self) -> bool:
        """Whether more than the year is known."""
        return (self.first, self.last) != (dt.date(self.first.year, 1, 1), dt.date(self.first.year, 12, 31))


def said_by(report: Report, known_at: Moment | None) -> Said:
    """
    Read when the report was made, and by whom.

    Raises: Refused where neither the report nor `known_at` says when.
    """
    written = report.text(report.content, "GeneratedDate")
    try:
        moment = read_moment(written or known_at, "UTC") if written or known_at else None
    except UnreadableMoment:
        moment = None
    if moment is None:
        raise report.refused("it does not say when it was made", "GeneratedDate", written)
    issuer = report.text(report.content, "Issuer") or "unnamed"
    is_own = report.text(report.content, "VendorApplicationId") == _OWN_VENDOR
    source = model.Source(
        id=f"nist-{slug(issuer)}-{moment:%Y%m%dt%H%M%Sz}",
        title=f"{issuer}: election results in the NIST Common Data Format, {moment:%Y-%m-%d %H:%M} UTC",
        publisher=issuer,
        kind="derived" if is_own else "official",
        published=moment.date(),
    )
    return Said(moment, source)


def poll_of(report: Report, election: Object) -> Poll:
    """
    Read the days of an election.

    Raises: Refused where one is absent or no day.
    """
    days = []
    for name in ("StartDate", "EndDate"):
        written = report.text(election, name)
        try:
            days.append(dt.date.fromisoformat(written or ""))
        except ValueError:
            raise report.refused("this is no day", name, written) from None
    return Poll(*days)


def kind_of_election(report: Report, election: Object) -> str:
    """Name the kind of an election as the record does."""
    kind = report.text(election, "Type") or "other"
    if kind == "other":
        return report.text(election, "OtherType") or kind
    return _KINDS.get(kind, kind)


def schedule(election: str, poll: Poll, said: Said) -> list[model.Noun]:
    """Say when the poll was; where it took several days only the first and last are known."""
    if not poll.is_known:
        return []
    if poll.first == poll.last:
        return [model.ScheduleEntry(election=election, event="poll", on_date=poll.first, **said.common)]
    days = {POLL_BEGINS: poll.first, POLL_ENDS: poll.last}
    return [model.ScheduleEntry(election=election, event=e, on_date=day, **said.common) for e, day in days.items()]
