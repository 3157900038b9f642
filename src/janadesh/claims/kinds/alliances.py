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
    r"(?:its|their) (?:\w+ ){0,2}(?:ally|allies|partners?)|for partners|allies of|belongs? to the [\w.]+ (?:bloc|"
    r"alliance|front)|(?:are|stand|stood|fought|fight) together|partner of|"
    r"(?:alliance|pact|tie-up)\)? has been (?:done|finalised|sealed|stitched)|into? the election together|joined hands|"
    r"going it together|'s all(?:y|ies)\b|(?:nda|bloc|alliance|coalition) (?:partner|ally|partners|allies)\b|"
    r"fought [^.;]{0,50}?as (?:allies|partners)|made up of|(?:contesting|fighting) [^.;]{0,30}?(?:in|"
    r"as an) alliance|an agreement on seats|agreed on who contests where|an understanding on|in a tie-up with)\b"
)
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
    if match is None:
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
    yield Reading(
        kind="alliance",
        start=min(first, match.start()),
        end=max(last, seats.noun_end if seats else 0),
        subject=Subject("party", vocabulary.parties[larger][0], larger),
        election=scene.focus.election,
        with_subjects=tuple(Subject("party", vocabulary.parties[p][0], p) for p in parties if p != larger),
        value=int(seats.value) if seats else None,
        unit="seats" if seats else None,
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
