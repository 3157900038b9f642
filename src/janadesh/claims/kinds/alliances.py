"""That parties stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import clause
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary

_TOGETHER = re.compile(
    r"\b(?:in alliance with|"
    r"contested [^.;]{0,50}?together(?: as part of (?:the )?[\w.]+(?: (?:bloc|alliance|front))?)?|"
    r"(?:have|has) (?:an|a|stitched|sealed|forged|formed) (?:\w+[ -]){0,2}(?:alliance|tie-up|pact|formula|agreement)|"
    r"(?:announced|sealed|struck|stitched(?: up| together)?|clinched|signed|finali[sz]ed|inked|forged|entered into)"
    r" (?:an?|their|its) (?:\w+[ -]){0,2}(?:alliance|tie-up|pact|coalition|understanding)|"
    r"(?:tied|teamed) up with|allied (?:itself |themselves )?with|joined forces|aligned with|"
    r"(?:shaken|shook) hands|(?:form|formed|shared) an? government (?:together|jointly)|"
    r"together with|as partners|jointly|are allies|were allies|the two allies|had been allies|the allies|"
    r"(?:its|their) (?:[\w-]+ ){0,2}(?:ally|allies|partners?)|for partners|allies of|belongs? to the [\w.]+ (?:bloc|"
    r"alliance|front)|(?:are|stand|stood|fought|fight) together|partner of|"
    r"(?:alliance|pact|tie-up)\)? has been (?:done|finalised|sealed|stitched)|into? the election together|joined hands|"
    r"going it together|'s all(?:y|ies)\b|(?:nda|bloc|alliance|coalition) (?:partner|ally|partners|allies)\b|"
    r"fought [^.;]{0,50}?as (?:allies|partners)|'s (?:\w+ ){0,2}?partners?\b|"
    r"(?:are|were|remain|remained|have been|had been) (?:\w+ ){0,2}?(?:partners|allies)\b|"
    r"(?:contesting|fighting|contested) (?:\w+ ){0,3}?together|(?:are|is|were|was) in alliance\b|"
    r"form(?:ed|ing)? (?:an? |the )?(?:\w+ )?government with|consists? of|compris(?:es|ed|ing)|"
    r"made up of|(?:contesting|fighting) [^.;]{0,30}?(?:in|"
    r"as an) alliance|an agreement on seats|agreed on who contests where|an understanding on|in a tie-up with)\b"
)
_CONSISTS = re.compile(r"made up of|consists? of|compris")
_DENIED = re.compile(
    r"(?:\bnot|n't|\bnever|\bno longer|\bwithout|\bneither|\bnone|\bnobody|\bfailed to)\s+(?:\w+\s+){0,2}$"
)
"""What makes parties stand apart: "has not tied up with anybody"."""
_BELONGS = re.compile(
    r",\s+(?:the|a|an|another)\s+(?:[\w-]+\s+){0,3}?(?:member|partner|constituent)\s+(?:of|in)\s+(?:the\s+)?|"
    r"(?:,[^,;.]{3,60},)?\s+(?:(?:is|are|was|were|remains?|has been|have been)\s+"
    r"(?:now\s+|still\s+|also\s+|once again\s+)*"
    r"(?:a\s+)?(?:back in|in|part of|parts? of|members? of|constituents? of|partners? (?:in|of))|"
    r"(?:has\s+|have\s+|had\s+)?(?:since\s+|now\s+|also\s+)?(?:joined|returned to|rejoined|entered)|"
    r"belongs? to)\s+(?:the\s+)?"
)
"""What stands between a party and the alliance that it belongs to."""
_LIKELY = re.compile(
    r"\b(?:possible|potential|likely|may|might|could|would|discuss|exploring|talks|hope|"
    r"whether|if)\b"
)
_SAID = re.compile(r"\b(?:said|announced|added|told|declared)\b")
_ALL_SEATS = re.compile(r"\b(?:on|in|for)\s+all\s+(?:the\s+)?$")


def alliance_readings(scene: Scene, vocabulary: Vocabulary, parties_so_far: tuple[str, ...]) -> Iterator[Reading]:
    """
    Read that parties stand together in the sentence's election.

    `parties_so_far` are the parties that the article has named, for "both parties" and "the alliance".
    """
    start, end = scene.sentence.start, scene.sentence.end
    match = _TOGETHER.search(scene.lowered, start, end)
    yield from _memberships(scene, vocabulary)
    if match is not None and match.group() == "together with":
        # "sworn in together with the ministers" tells of no partners
        match = match if any(0 <= m.start - match.end() < 8 for m in scene.of_kind("party")) else None
    if match is None or _DENIED.search(scene.between(match.start() - 24, match.start())):
        return
    likely = _LIKELY.search(scene.lowered, max(start, match.start() - 30), match.end())
    # "he said that both would stand together" tells of what is agreed
    if likely and not (likely.group() == "would" and _SAID.search(scene.lowered, start, end)):
        return
    named = [m for m in scene.of_kind("party") if clause(scene, match.start())[0] <= m.start]
    parties = list(dict.fromkeys([m.id for m in named] or parties_so_far))
    if scene.last_candidate and re.search(r"\bhis party\b|\bher party\b", scene.between(start, match.start())):
        parties.append(scene.last_candidate[0].party)
    here = [c for c in scene.of_kind("candidate") if c.end <= match.start()]
    if here and "party" in scene.between(here[-1].end, match.start()):
        parties.append(here[-1].candidates[0].party)
    if not parties or scene.focus.election is None:
        return
    parties = _of_one_alliance(scene, vocabulary, parties, [m.id for m in named if m.end <= match.start()])
    larger = _largest(scene, vocabulary, parties)
    first = _first_name(named, match.start())
    last = next((m.end for m in named if 0 <= m.start - match.end() < 6), match.end())
    seats = next(
        (n for n in scene.numbers if n.noun in ("seat", None) and _ALL_SEATS.search(scene.between(start, n.start))),
        None,
    )
    whole = _whole(scene, vocabulary, match)
    others = [p for p in parties if whole is not None or p != larger]
    yield Reading(
        kind="alliance",
        start=min(first, match.start()),
        end=max(last, seats.noun_end if seats else 0),
        subject=whole or Subject("party", vocabulary.parties[larger][0], larger),
        election=scene.focus.election,
        with_subjects=tuple(Subject("party", vocabulary.parties[p][0], p) for p in others),
        value=int(seats.value) if seats else None,
        unit="seats" if seats else None,
        earlier=scene.focus.earlier,
    )


def _whole(scene: Scene, vocabulary: Vocabulary, match: re.Match[str]) -> Subject | None:
    """Give the alliance whose members are listed: "the NDA comprises the BJP and …"."""
    if not _CONSISTS.match(match.group()):
        return None
    named = [m for m in scene.of_kind("alliance") if 0 <= match.start() - m.end < 24]
    return Subject("alliance", vocabulary.alliances[named[-1].id], named[-1].id) if named else None


def _memberships(scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
    """Read that a party belongs to an alliance: "the RJD is part of the INDIA bloc", "has joined the NDA"."""
    if scene.focus.election is None:
        return
    for whole in scene.of_kind("alliance"):
        parties = [m for m in scene.of_kind("party") if m.end <= whole.start]
        if not parties or not _BELONGS.fullmatch(scene.between(parties[-1].end, whole.start)):
            continue
        party = parties[-1]
        yield Reading(
            kind="alliance",
            start=party.start,
            end=whole.end,
            subject=Subject("party", vocabulary.parties[party.id][0], party.id),
            election=scene.focus.election,
            with_subjects=(Subject("alliance", vocabulary.alliances[whole.id], whole.id),),
            earlier=scene.focus.earlier,
        )


def _of_one_alliance(scene: Scene, vocabulary: Vocabulary, parties: list[str], before: list[str]) -> list[str]:
    """Leave out whom the allies oppose, named behind them or sentences before: "A and B are partners, against C"."""
    of = {p: vocabulary.members.get((scene.focus.election or "", p)) for p in parties}
    main = of.get(before[0]) if before else scene.alliance
    together = [p for p in parties if of[p] == main]
    kept = all(p in together for p in before)
    return together if main is not None and len(together) > 1 and kept else parties


def _first_name(named: list[Mention], at: int) -> int:
    before = [m for m in named if m.end <= at and at - m.end < 30]
    return before[0].start if before else at


def _largest(scene: Scene, vocabulary: Vocabulary, parties: list[str]) -> str:
    """Of partners, name a regional party before a national one, then the one with most candidates."""
    stood = scene.names.stood if scene.names is not None else {}
    members = [p for p in parties if (scene.focus.election, p) in vocabulary.members] or parties
    return max(members, key=lambda p: (vocabulary.parties[p][2] != "national", stood.get(p, 0)))
