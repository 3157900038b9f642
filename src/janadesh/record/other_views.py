"""The queries of the readable views of dates, alliances, people and sources, as they stand now."""

from __future__ import annotations

import sqlalchemy as sa

from janadesh import model
from janadesh.record import schema
from janadesh.record.view_parts import PLACE
from janadesh.record.view_parts import Instant
from janadesh.record.view_parts import Select
from janadesh.record.view_parts import agree
from janadesh.record.view_parts import count_where
from janadesh.record.view_parts import stands


def schedule_now(now: Instant) -> Select:
    """Select the day of each step as last announced."""
    step, election, source = (
        stands(model.ScheduleEntry, now),
        stands(model.Election, now),
        stands(model.Source, now),
    )
    return (
        sa.select(
            step.c.election,
            election.c.name.label("election_name"),
            step.c.event,
            step.c.phase,
            step.c.on_date,
            step.c.known_at.label("announced_at"),
            source.c.title.label("source"),
            step.c.note,
        )
        .select_from(step)
        .outerjoin(election, election.c.id == step.c.election)
        .outerjoin(source, source.c.id == step.c.source)
    )


def alliance_now(now: Instant) -> Select:
    """Select each party's standing in an alliance."""
    member, alliance, party = (
        stands(model.AllianceMember, now),
        stands(model.Alliance, now),
        stands(model.Party, now),
    )
    return (
        sa.select(
            member.c.election,
            alliance.c.name.label("alliance_name"),
            party.c.name.label("party_name"),
            member.c.status,
            member.c.valid_from,
            member.c.valid_to,
            member.c.alliance,
            member.c.party,
            member.c.known_at,
        )
        .select_from(member)
        .outerjoin(alliance, alliance.c.id == member.c.alliance)
        .outerjoin(party, party.c.id == member.c.party)
    )


def people(now: Instant) -> Select:
    """Select each person with other names, candidacies and elections won."""
    person, party, candidacy = (
        stands(model.Person, now),
        stands(model.Party, now),
        stands(model.Candidacy, now),
    )
    declared, name = stands(model.Declaration, now), stands(model.Name, now)
    stood = (
        sa.select(
            candidacy.c.person,
            sa.func.count().label("stood"),
            count_where(declared.c.winner == candidacy.c.serial).label("won"),
        )
        .select_from(candidacy)
        .outerjoin(declared, agree(candidacy, declared, *PLACE))
        .where(candidacy.c.person.is_not(None))
        .group_by(candidacy.c.person)
        .subquery("stood")
    )
    names = (
        sa.select(name.c.of, sa.func.aggregate_strings(name.c.name, "; ").label("other_names"))
        .where(name.c.noun == "person")
        .group_by(name.c.of)
        .subquery("other")
    )
    return (
        sa.select(
            person.c.id.label("person"),
            person.c.name,
            names.c.other_names,
            person.c.gender,
            party.c.name.label("party_name"),
            sa.func.coalesce(stood.c.stood, 0).label("stood"),
            sa.func.coalesce(stood.c.won, 0).label("won"),
        )
        .select_from(person)
        .outerjoin(party, party.c.id == person.c.party)
        .outerjoin(stood, stood.c.person == person.c.id)
        .outerjoin(names, names.c.of == person.c.id)
    )


def sources_used(now: Instant) -> Select:
    """Select each source with the count of its statements."""
    source = stands(model.Source, now)
    said = sa.union_all(
        *(
            sa.select(table.c.source, sa.func.count().label("statements"), sa.func.max(table.c.known_at).label("last"))
            .where(table.c.known_at <= now)
            .group_by(table.c.source)
            for noun, table in schema.TABLES.items()
            if noun is not model.Source
        )
    ).subquery("said")
    counted = (
        sa.select(
            said.c.source, sa.func.sum(said.c.statements).label("statements"), sa.func.max(said.c["last"]).label("last")
        )
        .group_by(said.c.source)
        .subquery("counted")
    )
    return (
        sa.select(
            source.c.id.label("source"),
            source.c.title,
            source.c.publisher,
            source.c.kind,
            source.c.published,
            source.c.url,
            sa.func.coalesce(counted.c.statements, 0).label("statements"),
            counted.c["last"].label("last_known_at"),
        )
        .select_from(source)
        .outerjoin(counted, counted.c.source == source.c.id)
    )
