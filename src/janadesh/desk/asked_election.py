"""How a page of one election begins: what is asked, as of when, or the address that the election has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import RedirectResponse

from janadesh import model
from janadesh.desk.as_of import AsOf
from janadesh.desk.as_of import read_as_of
from janadesh.desk.desk import Desk
from janadesh.desk.election_facts import ElectionFacts
from janadesh.desk.election_page import facts_of
from janadesh.desk.election_page import find_election
from janadesh.desk.links import Links


@dataclass(frozen=True, slots=True)
class AskedElection:
    """An election that a page is asked for, as of a moment, with its facts and the links that keep the moment."""

    election: model.Election
    as_of: AsOf
    links: Links
    facts: ElectionFacts


def asked_election(
    desk: Desk, request: Request, election: str, own_address: Callable[[Links, str], str]
) -> AskedElection | RedirectResponse:
    """
    Find the election that a page's address names, or send the reader to the address with its id.

    `own_address` gives the page's address for an election's id.

    Raises: NotInRecord.
    """
    as_of = read_as_of(desk.record, request.query_params)
    found = find_election(desk, election, as_of)
    links = Links(as_of.asked, as_of.lang)
    if found.id != election:
        return RedirectResponse(own_address(links, found.id), status_code=308)
    return AskedElection(found, as_of, links, facts_of(desk, found, as_of))
