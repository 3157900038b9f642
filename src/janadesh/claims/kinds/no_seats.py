"""Parties that are said to have no seat at all, without a number: "drew a blank", "failed to open its account"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import head_of
from janadesh.claims.kinds.seat_owners import joined_up_to
from janadesh.claims.kinds.seat_regions import region_behind
from janadesh.claims.kinds.seat_regions import unnamed_part
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary

_NO_SEAT = re.compile(
    r"\b(?:(?:failed|unable|struggled|was unable|were unable) to (?:even )?(?:open (?:its|their|an?|the) account|"
    r"win (?:a|any|even (?:a|one)|one|a single)(?: single)? seats?|get (?:a|any|even a) (?:single )?seats?)|"
    r"(?:could|did|does|do|has|have|had)(?: not|n't) (?:even )?(?:win|won|get|got|have|open|opened|bag|bagged|manage)"
    r" (?:(?:a|any|even (?:a|one)|one|a single)(?: single)? seats?|(?:its|their) account)|"
    r"(?:drew|drawn|drawing|draws) (?:a |another )?blank|blanked out|(?:won|has|have|had|got) no seats?|"
    r"without a (?:single )?seat|"
    r"(?:was|were) wiped out|ended (?:up )?(?:empty-handed|with nothing)|(?:won|got) none)\b"
)
_ALL_OF_THEM = re.compile(
    r"(?:\s*\([^()]{1,20}\))?,?\s+(?:have\s+|had\s+)?(?:all|both|each)\s+(?:have\s+|had\s+|also\s+)*"
)
_LONE = re.compile(
    r"(?:'s|’s|')\s+(?:only|lone|sole|solitary|single)\s+(?:\w+\s+)?"
    r"(?:legislator|mla|mla-elect|mp|member|seat|winner|representative|lawmaker|winning candidate)\b"
)
_UNTIL_NOW = re.compile(r"\b(?:yet|so far|hopes?|hoping|may|might|could again|fears?|if)\b")


def no_seat_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read that a party has no seat; the subject is the party named before, or spoken of last."""
    for said in _NO_SEAT.finditer(scene.lowered, scene.sentence.start, scene.sentence.end):
        if _UNTIL_NOW.search(scene.between(said.start() - 20, said.start())):
            continue
        party = _party(scene, said.start())
        actor = as_actor(scene, vocabulary, party, said.start()) if party else None
        if actor is None:
            continue
        region = region_behind(scene, said.end())
        if region is None and unnamed_part(scene, said.end()) is not None:
            continue
        start = party.start if party and 0 <= said.start() - party.end < 30 else said.start()
        for other in _listed_before(scene, party, said.start()) if party else []:
            subject = Subject("party", vocabulary.parties[other.id][0], other.id)
            yield _none(scene, subject, (other.start, other.end), region)
        yield _none(scene, actor.subject, (start, said.end()), region)


def _listed_before(scene: Scene, last: Mention, at: int) -> list[Mention]:
    """List the parties told with the last one by "all" or "both": "the BSP, the DPAP and the RPI all drew a blank"."""
    if not _ALL_OF_THEM.fullmatch(scene.between(last.end, at)):
        return []
    return joined_up_to(scene, [m for m in scene.of_kind("party") if m.end <= last.end], last)[:-1]


def _none(scene: Scene, subject: Subject, told: tuple[int, int], region: str | None) -> Reading:
    return Reading(
        kind="history" if scene.focus.earlier else "seats",
        role="seats" if scene.focus.earlier else None,
        start=told[0],
        end=told[1],
        subject=subject,
        election=scene.focus.election,
        value=0,
        unit="seats",
        side="won",
        while_counting=scene.counting,
        earlier=scene.focus.earlier,
        scope="region" if region else None,
        scope_name=region,
    )


def lone_seat_readings(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read that a party has one seat, told by its only member: "the CPI(M)'s only legislator", "AAP's lone MLA"."""
    for party in scene.of_kind("party"):
        lone = _LONE.match(scene.lowered, party.end, scene.sentence.end)
        if lone is None or scene.focus.earlier:
            continue
        yield Reading(
            kind="seats",
            start=party.start,
            end=lone.end(),
            subject=Subject("party", vocabulary.parties[party.id][0], party.id),
            election=scene.focus.election,
            value=1,
            unit="seats",
            side="won",
            while_counting=scene.counting,
        )


def _party(scene: Scene, at: int) -> Mention | None:
    before = [m for m in scene.of_kind("party", "alliance", "candidate") if m.end <= at]
    if before:
        if len(before) > 1 and before[-1].kind == "candidate" and before[-2].kind == "party":
            # "the Apni Party of Altaf Bukhari drew a blank"
            of_whom = re.fullmatch(r"\s+of\s+(?:[\w.-]+\s+){0,2}", scene.between(before[-2].end, before[-1].start))
            before = before[:-1] if of_whom else before
        head = head_of(scene, before, at)
        return head if head is not None and head.kind != "candidate" else None
    return scene.last_party
