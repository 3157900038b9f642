"""Votes, margins and leads told as numbers: "secured 64,443 votes", "by 18,485", "ahead by 5,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import candidate_of
from janadesh.claims.grammar import carried_actor
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import other_in_contest
from janadesh.claims.grammar import person_behind
from janadesh.claims.grammar import place_near
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_BY = re.compile(
    r"\b(?:by|with)\s+(?:(?:just|only|merely|barely|some|as many as|a|an|the)\s+)*"
    r"(?:(?:whopping|massive|huge|slender|narrow|mere|thin|comfortable|wafer-thin|record|razor-thin|big|small)\s+)?"
    r"(?:margin\s+of\s+|majority\s+of\s+|difference\s+of\s+|gap\s+of\s+|lead\s+of\s+)?$"
)
_LEFT = re.compile(r"\b(?:left|leaving|leaves)\b[^;]{0,70}$")
_PAIR = re.compile(r"\s*(?:votes?\s*)?(?:,\s*)?(?:to|as against|against|-)\s*(?:the\s+)?")
"""What stands between the two figures of a contest: "15,204 to 14,377"."""
_WHOSE = re.compile(r"^\s*(?:votes?\s*)?(?:for|to|went to|in favour of)\s+(?:the\s+)?(?=[a-z])")
_EACH = re.compile(r"^\s*(?:votes?\s+)?(?:each|apiece)\b\s*[:,]?")
_WITHIN = re.compile(r"\bwithin\s+(?:just\s+|only\s+)?$")
_GIVES = re.compile(r"\b(?:giving|gives|gave|given|handing|hands|handed|leaving|leaves|left)\s+(?:the\s+)?$")
_A_GAP = re.compile(r"\s+(?:a|an|the|with a)\s+(?:[\w-]+\s+){0,3}?(?:majority|margin|lead|advantage)\s+of\s+")
_BEHIND = re.compile(r"^\s*(?:votes?\s+)?(?:behind|back|short|shy|adrift|down|fewer)\b")
_GREW = (
    "grown|widened|widening|shrunk|shrank|shrinking|cut|slashed|trimmed|whittled|reduced|narrowed|narrowing|increased|"
    "increasing|rose|risen|rising|fell|fallen|falling|dropped|extended|stretched|doubled|down|up"
)
_NOUN_OF = re.compile(
    r"\b(lead|leads|advantage|margin|majority|maj|gap|difference|deficit)\b(?:\s*:|(?:\s+|\s*(?=,))(?:there|"
    r"here|over\s+[^,;]{1,40}|"
    r"was|is|of|stood|stands|at|by|about|above|now|to|from|has|had|just|only|been|then|put at|being|" + _GREW + r"|"
    r",[^,\d]{1,40},|,)){0,5}\s*$"
)
_AFTER_LEAD = re.compile(
    r"^\s*(?:votes?\s+)?(?:more\s+|fewer\s+)?(ahead|behind|up|short|shy|in front|fewer|adrift|clear|down|more than|"
    r"back(?=\s*(?:of|,|\.|;|in|while|and|$))|off the pace)\b"
)
_CAST = re.compile(r"^\s*(?:valid\s+|total\s+)?(?:votes?\s+|ballots?\s+)?(?:were\s+|was\s+)?(?:cast|in all)\b")
"""What follows a number of all votes, which are nobody's own."""
_APART = re.compile(r"^\s*(?:votes?\s+)?(?:lay\s+|stood\s+)?(?:between|separat)")
_AFTER_MARGIN = re.compile(r"^[\s-]*(?:votes?[\s-]+)?(win|victory|margin|majority|lead|defeat)\b")
_BY_AGENT = re.compile(r"\b(?:by|to)\s+(?:the\s+)?(?:[\w.()'-]+\s+){0,4}?$")
_FINAL_AHEAD = re.compile(r"\b(?:finished|ended|home|won|wins|winning|win|victory|got|left|defeated|beat|declared)\b")
_IN_SEAT_OF = re.compile(r"\b(?:in|at)\s+[\w -]{3,30}\s+of\s+$")
_HINDI_AFTER = re.compile(
    r"^\s*(?:वोटों|मतों|वोट|मत)?\s*(?:(?:के|की)?\s*(?:भारी\s+)?(अंतर|बढ़त)|(से)(?![\u0900-\u0963\u0970-\u097f]))"
)
_FOR_HIM = re.compile(r"^\s*(?:votes?\s*)?for (?:him|her)\b(?! opponent| rival)")
_WON = re.compile(r"\b(?:finished|home|won|beat|defeated)\b")
_TOTAL_WORDS = re.compile(
    r"\b(?:has|had|have|got|get|gets|with|polled|polling|secured|garnered|received|bagged|managed|on|at|to|"
    r"and|against|over|while|tally|total|votes?|mustered|collected|left|beyond|drew|took|is|was|were|it)\b|[:(,–-]"
)


def vote_number(scene: Scene, vocabulary: Vocabulary, number: Number, since: int, until: int) -> Iterator[Reading]:
    """
    Read one number of votes: as a lead, a margin or somebody's votes.

    The words that may govern it begin at `since` (the end of the number before) and end at `until`
    (the start of the next number).
    """
    if number.value != int(number.value) or number.value < 1 or "single" in scene.between(number.start, number.end):
        return
    left = scene.between(since, number.comparator_start)
    right = scene.between(number.noun_end, until)
    kind, cue_start = _kind(scene, number, left, right, since)
    if kind == "margin" and _is_first_of_pair(scene, number, until):
        # "beat him by 19,482 votes to 15,904" tells both their votes
        kind, cue_start = "votes", number.start
    if kind is None:
        return
    if kind == "votes":
        each = list(_each(scene, number, right))
        if each:
            yield from (_reading(scene, number, kind, cue_start, number.noun_end, of) for of in each)
            return
    actor = _nota(scene, number, since) or _pair(scene, vocabulary, number, since, until) if kind == "votes" else None
    actor = actor or _actor(scene, vocabulary, number, kind, since, until, right)
    if actor is None or actor.subject.type in ("alliance",):
        return
    place = actor.constituency or (place_near(scene, number.start) if actor.subject.type == "party" else None)
    if kind != "votes" and actor.subject.type == "party" and place is None:
        return
    end = number.noun_end
    after = _AFTER_LEAD.match(right) or _AFTER_MARGIN.match(right)
    if after and kind != "votes":
        end = number.noun_end + after.end()
    yield _reading(scene, number, kind, cue_start, end, replace(actor, constituency=place))


def _reading(scene: Scene, number: Number, kind: str, start: int, end: int, actor: Actor) -> Reading:
    return Reading(
        kind="history" if scene.focus.earlier else kind,
        role=kind if scene.focus.earlier else None,
        start=start,
        end=end,
        subject=actor.subject,
        election=scene.focus.election,
        constituency=actor.constituency,
        value=int(number.value),
        unit="votes",
        comparator=number.comparator,
        while_counting=kind == "lead" or _counting_words(scene),
        earlier=scene.focus.earlier,
    )


def _is_first_of_pair(scene: Scene, number: Number, until: int) -> bool:
    behind = next((n for n in scene.numbers if n.comparator_start == until and n.unit == "count"), None)
    return behind is not None and behind.value >= 1 and bool(_PAIR.fullmatch(scene.between(number.noun_end, until)))


def _nota(scene: Scene, number: Number, since: int) -> Actor | None:
    """Say that NOTA got the votes, where it is named nearest before the number."""
    cues = [c for c in scene.cues("nota") if since <= c.start and c.end <= number.start]
    people = [m for m in scene.of_kind("candidate") if since <= m.start and m.end <= number.start]
    if not cues or (people and people[-1].start > cues[-1].start):
        return None
    return Actor(Subject("party", "None of the Above", "nota"), place_near(scene, number.start))


def _each(scene: Scene, number: Number, right: str) -> Iterator[Actor]:
    """List everybody who got so many votes each: "Three others got eight apiece: A, B and C"."""
    after = _EACH.match(right)
    if after is None:
        return
    people = scene.of_kind("candidate")
    behind = [m for m in people if m.start >= number.end]
    row = behind if after.group().rstrip().endswith(":") else [m for m in people if m.end <= number.start]
    for person in row:
        actor = of_candidates(scene, person.candidates, person.start, person)
        if actor is not None:
            yield actor


def _pair(scene: Scene, vocabulary: Vocabulary, number: Number, since: int, until: int) -> Actor | None:
    """Say whose a figure of a pair is, the subject's or the opponent's: "led Becker 15,204 to 14,377"."""
    second = since > scene.sentence.start and bool(_PAIR.fullmatch(scene.between(since, number.comparator_start)))
    first = _is_first_of_pair(scene, number, until)
    if (not first and not second) or _WHOSE.match(scene.between(number.noun_end, number.noun_end + 20)):
        return None
    at = since if second else number.start
    verbs = [c for c in scene.cues("win", "beat", "lose", "lead", "trail") if c.end <= at]
    subject = candidate_of(scene, vocabulary, verbs[-1].start if verbs else at)
    if subject is None or subject.subject.type != "candidate":
        return None
    return subject if first else other_in_contest(scene, subject)


def _kind(scene: Scene, number: Number, left: str, right: str, since: int) -> tuple[str | None, int]:
    """Say whether a number is a lead, a margin or votes by the words around it, and where its quote begins."""
    start = number.comparator_start
    bare = number.noun is None and number.value < 100
    if _CAST.match(right):
        return None, start
    if bare and scene.lowered[:start].rstrip().endswith((" of", " the first", "after")):
        return None, start
    by_words_after = _kind_after(scene, left, right)
    if by_words_after is not None:
        return by_words_after, start
    noun = _NOUN_OF.search(left)
    if noun:
        leads = noun.group(1) in ("lead", "leads", "advantage", "deficit") or _leads(scene, number, noun.group(1))
        return ("lead" if leads else "margin"), since + noun.start()
    by = _BY.search(left)
    if by and (by.group().startswith("by") or "margin" in by.group() or "majority" in by.group()):
        return _kind_of_by(scene, number, since, since + by.start())
    return ("votes", start) if _is_votes(scene, number, left, right) else (None, start)


def _kind_after(scene: Scene, left: str, right: str) -> str | None:
    """Read what follows a number: "… votes ahead", "…-vote win", "… के अंतर से"."""
    if _IN_SEAT_OF.search(left) and scene.cues("lead", "margin"):
        return "lead" if scene.cues("lead") else "margin"
    hindi = _HINDI_AFTER.match(right)
    if hindi:
        leads = hindi.group(1) == "बढ़त" or (hindi.group(2) and scene.cues("lead", "trail"))
        return "lead" if leads else "margin"
    noun = _AFTER_MARGIN.match(right)
    if noun and noun.group(1) != "lead":
        return "margin"
    if _WITHIN.search(left) and right.lstrip().startswith("of "):
        return "margin"
    if _APART.match(right):
        return "lead" if scene.counting or scene.cues("counting") else "margin"
    after = _AFTER_LEAD.match(right) if not _LEFT.search(left) else None
    if after or noun:
        final = not scene.counting and bool(scene.cues("win", "beat"))
        final = final or bool(_WON.search(left)) or (bool(_FINAL_AHEAD.search(left)) and not scene.counting)
        return "margin" if final else "lead"
    return None


def _kind_of_by(scene: Scene, number: Number, since: int, start: int) -> tuple[str, int]:
    """Read "by N" by its verb: leading by is a lead, winning and losing by a margin."""
    governing = _governing(scene, number, since)
    if governing is None:
        return ("lead" if scene.counting else "margin"), start
    if governing.id in ("lead", "trail"):
        return "lead", governing.start if number.start - governing.start < 60 else start
    return "margin", start


def _governing(scene: Scene, number: Number, since: int) -> Mention | None:
    """Find the verb nearest before a number that says won, lost, leads or trails."""
    start = min(since, clause(scene, number.start)[0])
    cues = [c for c in scene.cues("win", "beat", "lose", "lead", "trail") if start <= c.start and c.end <= number.start]
    if not cues:
        cues = [c for c in scene.cues("win", "beat", "lose", "lead", "trail") if c.end <= number.start]
    return _in_sense(scene, cues[-1]) if cues else None


def _in_sense(scene: Scene, cue: Mention) -> Mention:
    """Take "left X behind by" for what it says: X was beaten, or trails while counting goes on."""
    if scene.between(cue.start, cue.end) == "behind" and _LEFT.search(scene.between(cue.start - 70, cue.start)):
        left = _LEFT.search(scene.between(cue.start - 70, cue.start))
        start = max(cue.start - 70, 0) + left.start() if left else cue.start
        return replace(cue, id="lead" if scene.cues("round") else "beat", start=start)
    return cue


def _leads(scene: Scene, number: Number, noun: str) -> bool:
    """Whether a gap told by a noun is a lead: a margin is final unless somebody is said to lead by it."""
    governing = _governing(scene, number, scene.sentence.start)
    return (scene.counting and noun != "margin") if governing is None else governing.id in ("lead", "trail")


def _is_votes(scene: Scene, number: Number, left: str, right: str) -> bool:
    if number.noun == "vote":
        return True
    if number.noun is not None or number.unit != "count" or number.word:
        return False
    if number.value < 100 or (not _TOTAL_WORDS.search(left[-40:]) and left.strip()):
        return number.value >= 1000 and bool(scene.of_kind("candidate"))
    return bool(scene.of_kind("candidate") or scene.last_candidate) or "vote" in right[:20]


def _actor(
    scene: Scene,
    vocabulary: Vocabulary,
    number: Number,
    kind: str,
    since: int,
    until: int,
    right: str,
) -> Actor | None:
    if kind == "votes":
        return _whose_votes(scene, vocabulary, number, since, until, right)
    given = _given_to(scene, number) if kind in ("margin", "lead") else None
    if given is not None:
        return as_actor(scene, vocabulary, given, number.start)
    if kind == "margin" and _BEHIND.match(right):
        return candidate_of(scene, vocabulary, number.start)
    governing = _governing(scene, number, since)
    if governing is not None and governing.id in ("beat", "lose", "trail", "win"):
        passive = [
            m
            for m in scene.of_kind("candidate")
            if governing.end <= m.start and m.end <= number.start and _is_agent(scene, governing, m)
        ]
        if passive and kind == "margin":
            return as_actor(scene, vocabulary, passive[0], number.start)
        before = candidate_of(scene, vocabulary, governing.start)
        if before is not None:
            return _in_seat(scene, before, number)
    if governing is not None:
        before = candidate_of(scene, vocabulary, governing.end)
        if before is not None:
            return _in_seat(scene, before, number)
    winner = _ahead_of_all(scene, number) if kind == "margin" else None
    return winner or candidate_of(scene, vocabulary, number.start) or carried_actor(scene, vocabulary, number.start)


def _given_to(scene: Scene, number: Number) -> Mention | None:
    """Find to whom a margin is said to go: "giving Labour a majority of 3,578"."""
    named = [m for m in scene.of_kind("candidate", "party") if m.end <= number.start and number.start - m.end < 40]
    if not named or not _A_GAP.fullmatch(scene.between(named[-1].end, number.comparator_start)):
        return None
    return named[-1] if _GIVES.search(scene.between(named[-1].start - 24, named[-1].start)) else None


def _ahead_of_all(scene: Scene, number: Number) -> Actor | None:
    """Say whose a margin told without a verb is: of the candidates of one seat just named, the best placed."""
    people = [c for m in scene.of_kind("candidate") if m.end <= number.start for c in m.candidates]
    people += list(scene.last_candidate)
    people += [c for named in scene.people for c in named if c.constituency == scene.seat]
    seats = {c.constituency for c in people} if len({c.constituency for c in people}) == 1 else {scene.seat}
    here = [c for c in people if c.constituency in seats]
    if not here:
        return None
    best = min(here, key=lambda c: c.rank)
    return of_candidates(scene, (best,), number.start, None)


def _is_agent(scene: Scene, verb: Mention, mention: Mention) -> bool:
    """Whether somebody is the doer of a passive verb: "was defeated by X", not "lost to X"."""
    return bool(re.match(r"\s*by\b", scene.between(verb.end, mention.start)))


def _in_seat(scene: Scene, actor: Actor, number: Number) -> Actor:
    """Place an actor with several candidacies in the seat that the words around the number name."""
    if len(actor.candidates) > 1:
        placed = of_candidates(scene, actor.candidates, number.start, actor.mention)
        return placed or actor
    return actor


def _whose_votes(
    scene: Scene, vocabulary: Vocabulary, number: Number, since: int, until: int, right: str
) -> Actor | None:
    """Find who got a number of votes: the name before it, unless the words after say whose it is ("… for her")."""
    after = _WHOSE.match(right)
    if after:
        begin = number.noun_end + after.end()
        named = [
            m
            for m in scene.of_kind("candidate", "party")
            if begin - 2 <= m.start <= begin + 25
            and m.end <= until
            and "," not in scene.between(begin, m.start)
            and not any(begin <= c.start < m.start for c in scene.cues("win", "beat", "lose", "lead"))
        ]
        if named and not re.match(r"^'s\s+\d", scene.between(named[0].end, named[0].end + 5)):
            whose = person_behind(scene, named[0]) if named[0].kind == "party" else None
            return as_actor(scene, vocabulary, whose or named[0], number.start)
    if _FOR_HIM.match(right):
        return carried_actor(scene, vocabulary, number.start)
    nota = [c for c in scene.cues("nota") if since <= c.start <= until]
    if nota:
        return None
    named = [m for m in scene.of_kind("candidate") if since <= m.start and m.end <= number.start]
    if named:
        return as_actor(scene, vocabulary, named[-1], number.start)
    parties = [m for m in scene.of_kind("party") if since <= m.start and m.end <= number.start]
    if parties and place_near(scene, number.start) is not None:
        return as_actor(scene, vocabulary, parties[-1], number.start)
    return candidate_of(scene, vocabulary, number.start)


def _counting_words(scene: Scene) -> bool:
    return scene.counting or bool(scene.cues("counting") and scene.cues("round"))
