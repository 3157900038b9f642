"""Votes, margins and leads told as numbers: "secured 64,443 votes", "by 18,485", "ahead by 5,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from janadesh.claims.claim import Reading
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import place_near
from janadesh.claims.kinds.governing import LEFT_BEHIND
from janadesh.claims.kinds.governing import governing_verb
from janadesh.claims.kinds.whose_votes import each_of
from janadesh.claims.kinds.whose_votes import is_first_of_pair
from janadesh.claims.kinds.whose_votes import of_nota
from janadesh.claims.kinds.whose_votes import of_pair
from janadesh.claims.kinds.whose_votes import of_whom
from janadesh.claims.scene import Scene
from janadesh.claims.strangers import told_elsewhere
from janadesh.claims.turning_points import is_change
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_BY = re.compile(
    r"\b(?:by|with)\s+(?:(?:just|only|merely|barely|some|as many as|a|an|the)\s+)*"
    r"(?:(?<=\ba )(?:[a-z][a-z-]*\s+){1,3}?|(?<=\ban )(?:[a-z][a-z-]*\s+){1,3}?)?"
    r"(?:(?:whopping|massive|huge|slender|narrow|mere|thin|comfortable|wafer-thin|record|razor-thin|big|small)\s+)?"
    r"(?:margin\s+of\s+|majority\s+of\s+|difference\s+of\s+|gap\s+of\s+|lead\s+of\s+)?$"
)
_BY_LITTLE = re.compile(
    r"\bby an?\s+(?:[\w'-]+\s+){0,3}?(?:margin|whisker|nose|hair|breadth|distance|mile)\s*[-,:(]\s*(?:just\s+|only\s+|"
    r"a mere\s+|all of\s+)?$"
)
"""A margin told twice: "lost by a whisker - 675 votes"."""
_OF_VOTES = r"(?:votes?|tally|share|majority|margin|haul|total|count|support|turnout|score)"
_GREW_BY = re.compile(
    r"\b(?:(?:increas\w+|rais\w+|improv\w+|better\w+|add\w+ to|cut|reduc\w+|upped|grew|grown)\s+(?:[\w']+\s+){0,3}?"
    rf"{_OF_VOTES}|{_OF_VOTES}\s+(?:has\s+|had\s+|have\s+)?(?:\w+\s+)?(?:rose|risen|fell|fallen|dropped|declined|shrank|"
    r"swelled|climbed|slipped|grew|grown|increased|went up|went down|gone up|gone down|come down|came down|was up|"
    r"was down|is up|is down))(?:\s+by)?\s+(?:more than\s+|just\s+|only\s+|nearly\s+|about\s+|over\s+|some\s+)*$"
)
"""A change since another election, which is nobody's margin: "increased her vote by 1,450"."""
_OVERTURNED = re.compile(
    r"\b(?:overturn\w*|wip\w+ out|overhaul\w*)\s+(?:an?\s+|the\s+)?(?:[\w'-]+\s+){0,3}majority\s+of\s+$"
)
"""A majority that somebody had before, told as lost: "overturned a Tory majority of 6,068"."""
_THAN_BEFORE = re.compile(
    r"\s*(?:votes?\s+)?(?:(?:more|fewer|less|better|worse)\s+than\s+(?:in|at|what|last|(?:the|its|his|her|their)\s+(?:last|"
    r"previous)|five|ten|he|she|it|they)|"
    r"(?:up|down)\s+(?:on|from|since)\s+(?:last|the\s+(?:last|previous)|five|four|ten|(?:19|20)\d\d))\b"
)
"""What follows a difference from another election: "nearly 10,000 fewer than in 2019"."""
_PUT_ON = re.compile(
    r"\b(?:put on|shed|lost|dropped|(?:an?|some)\s+(?:extra|further|additional))\s+"
    r"(?:more than\s+|just\s+|only\s+|nearly\s+|almost\s+|about\s+|over\s+|some\s+|around\s+)*$"
)
"""A gain or loss since another election: "put on almost 5,000 votes"."""
_OF_THE_LAST = re.compile(r"\bthe last (?:of them|time),?\s+by\s+$")
"""What tells a margin of before: "held it through four elections, the last of them by 6,068"."""
_SLASHED_FROM = re.compile(
    r"\b(?:majority|margin|lead)\b[^;.\d]{0,60}?\b(?:slashed|cut|reduced|trimmed|whittled|pared|down|fell|fallen|falling|"
    r"shrunk|shrank|dropped|grew|grown|rose|risen|increased|widened|narrowed|went|gone|slipped|plunged|tumbled)\b"
    r"[^;.\d]{0,12}\b(?:from|by)\s+(?:just\s+|only\s+|a\s+|more than\s+|nearly\s+|almost\s+|about\s+|over\s+)*$|"
    r"\b(?:doubl|trebl|tripl|quadrupl|increas|improv|rais|cut|reduc|slash|halv|narrow|widen|extend|stretch)\w*\s+"
    r"(?:his|her|its|the|their)\s+(?:[\w'’]+\s+){0,2}(?:majority|margin|lead)\s+(?:there\s+|here\s+)?from\s+$"
)
"""How a gap of before is told that changed: "her majority was slashed from", "trebling his margin from"."""
_FROM_BEFORE = re.compile(r"\s*(?:votes?\s+)?from\s+(?:just\s+|only\s+|a mere\s+)*")
"""What stands between a figure of now and the one of before: "rising to 43,676 from 38,741"."""
_TO_NOW = re.compile(r"\s*(?:votes?\s+)?to\s+(?:just\s+|only\s+|a mere\s+|barely\s+)*")
_WITHIN = re.compile(r"\bwithin\s+(?:just\s+|only\s+)?$")
_GREW = (
    "grown|widened|widening|shrunk|shrank|shrinking|cut|slashed|trimmed|whittled|reduced|narrowed|narrowing|increased|"
    "came|come|comes|went|goes|gone|increasing|rose|risen|rising|fell|fallen|falling|dropped|extended|stretched|doubled|down|up"
)
_NOUN_OF = re.compile(
    r"\b(lead|leads|advantage|margin|majority|maj|gap|difference|deficit|cushion|plurality|buffer|अंतर)\b(?:\s*:|(?:\s+|\s*(?=,))(?:there|"
    r"here|over\s+[^,;]{1,40}|in\s+[a-z][^,;\d]{2,30}?|a mere|mere|"
    r"was|is|of|stood|stands|at|by|about|above|now|to|from|has|had|just|only|been|then|put at|being|" + _GREW + r"|"
    r",[^,\d]{1,40},|,)){0,5}\s*$"
)
_AFTER_LEAD = re.compile(
    r"^\s*(?:votes?\s+)?(?:more\s+|fewer\s+)?(ahead|behind|up|short|shy|in front|fewer|adrift|clear|down|"
    r"more than|better than|"
    r"back(?=\s*(?:of|,|\.|;|in|while|and|$))|off the pace)\b"
)
_OF_SEATS_SO_CLOSE = re.compile(
    r"\b(?:seats|constituencies|contests|races)\s+(?:that\s+|which\s+)?(?:were\s+)?(?:decided|settled|won|lost)\s+(?:by|with)\s+"
    r"(?:(?:margins?\s+of|a margin of|fewer than|less than|under|below|no more than)\s+)*$"
)
"""What makes a margin a bound on those of several seats: "the seats decided by fewer than 3,000 votes"."""
_OF_ALL = r"(?:widest|biggest|largest|highest|narrowest|closest|smallest|thinnest|slimmest|tightest)\s+(?:\w+\s+)?"
_WINS = "win|victory|triumph|margin|majority|defeat|gap"
_OF_ALL_WINS = re.compile(rf"\b{_OF_ALL}(?:{_WINS}|loss)\b[^;.\d]*$")
"""What makes a bare figure a margin: "had the widest win in Srinagar, 16,173 in Zadibal"."""
_IS_OF_ALL_WINS = re.compile(
    r"^[^.;,\d]{0,40}\b(?:was|is|were|remains?)\s+(?:easily\s+|by far\s+)?(?:the|his|her|their)\s+(?:\w+\s+){0,2}?"
    rf"{_OF_ALL}(?:{_WINS})\b"
)
"""The same behind it: "Devender Rana's 30,472 in Nagrota was the biggest margin"."""
_SINCE = re.compile(r"\b(?:since|until|till|before|after|from|in|of)\s+$")
_OLD_YEARS = range(1700, 1950)
"""Years that no election on record can be of, told without a word that they are years."""
_HIS_IN = re.compile(r"['’]s?\s+(?:own\s+)?in\s")
_AND_SOMEBODY = re.compile(
    r"\s*(?:votes?\s*)?(?:in\s+[^,;\d]{2,40}?)?(?:,?\s+)?\b(?:and|while)\s+(?!(?:got|polled|secured|received|took|had|has)\b)"
    r"(?:(?!\b(?:got|polled|secured|received|took|had|has|with|votes?)\b)[^;\d]){3,80}$"
)
_RIGHT_BEHIND = 12
"""Characters at most between a seat and its margin."""
_MANY = 1000
"""Votes from which a bare figure that somebody came from is one of votes, and no share or seats."""
_CAST = re.compile(r"^\s*(?:valid\s+|total\s+)?(?:votes?\s+|ballots?\s+)?(?:were\s+|was\s+)?(?:cast|in all)\b")
"""What follows a number of all votes, which are nobody's own."""
_CAME_FROM = re.compile(r"\b(?:up|down)\s+from\s+$")
_TO_SPARE = re.compile(r"^\s*(?:votes?\s+)?to spare\b")
_APART = re.compile(r"^\s*(?:votes?\s+)?(?:(?:that|which)\s+)?(?:lay\s+|stood\s+)?(?:between|separat)")
_AFTER_MARGIN = re.compile(
    r"^[\s-]*(?:the\s+(?=margin by))?(?:votes?[\s-]+)?(win|victory|margin|majority|lead|defeat)\b"
)
_ITS_MARGIN = re.compile(r"^\s{2,}(?:the\s+)?[\w .]{3,40}['’]s\s+(?:\w+\s+)?(?:margin|majority)\b")
"""What follows a figure that opens a line as somebody's margin: "3,521: Atishi's majority in Kalkaji"."""
_FINAL_AHEAD = re.compile(r"\b(?:finished|ended|home|won|wins|winning|win|victory|got|left|defeated|beat|declared)\b")
_PLACED = re.compile(r"\b(?:placed|finish\w*|came|ended|settled|was|runner-up)\b[^;]{0,40}$")
"""How somebody's place is told before the votes by which the winner was missed: "placed second, 2,400 votes back"."""
_CHANGED = re.compile(r"^[\s,]*(?:(?:[a-z]+ ){1,5}to|became) (?:just |only |barely |a mere )*$")
_IT_WAS = re.compile(r"\bit (?:was|had been|stood at|had stood at)\s+(?:just |only |a mere )?$")
_A_GAP_BEFORE = re.compile(r"\b(?:majority|margin|lead|cushion|plurality|votes (?:between|separating))\b")
_IN_SEAT_OF = re.compile(r"\b(?:in|at)\s+[\w -]{3,30}\s+of\s+$")
_HINDI_AFTER = re.compile(
    r"^\s*(?:वोटों|मतों|वोट|मत|voton)?\s*(?:(?:के|की|ke|ki)?\s*(?:भारी\s+|bhari\s+)?(अंतर|बढ़त|antar|badhat)|"
    r"(से|se\b)(?![\u0900-\u0963\u0970-\u097f]))"
)
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
    if not _counts(scene, number, since):
        return
    left = scene.between(since, number.comparator_start)
    right = scene.between(number.noun_end, until)
    kind, cue_start = _kind(scene, number, left, right, since)
    if kind == "margin" and is_first_of_pair(scene, number, until):
        # "beat him by 19,482 votes to 15,904" tells both their votes
        kind, cue_start = "votes", number.start
    if kind is None:
        return
    if kind == "votes":
        each = list(each_of(scene, number, right))
        if each:
            yield from (_reading(scene, number, kind, cue_start, number.noun_end, of) for of in each)
            return
    actor = (
        of_nota(scene, number, since) or of_pair(scene, vocabulary, number, since, until) if kind == "votes" else None
    )
    actor = actor or of_whom(scene, vocabulary, number, kind, since, until, right)
    if actor is None or actor.subject.type in ("alliance",) or _is_elliptic(scene, actor, number):
        return
    if _lost_elsewhere(scene, actor, number, since) or (
        kind == "margin" and _is_of_another_seat(scene, actor, number, since)
    ):
        return
    place = actor.constituency or (
        (place_near(scene, number.start) or scene.only_seat) if actor.subject.type == "party" else None
    )
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


def _counts(scene: Scene, number: Number, since: int) -> bool:
    """Whether a number can count votes: it is whole, not the one of "a single vote", and no old year."""
    if number.value != int(number.value) or number.value < 1 or "single" in scene.between(number.start, number.end):
        return False
    is_year = number.noun is None and int(number.value) in _OLD_YEARS
    return not (is_year and _SINCE.search(scene.between(since, number.start)))


def _is_of_another_seat(scene: Scene, actor: Actor, number: Number, since: int) -> bool:
    """Whether a further margin is told right behind another seat: "won Mendhar by 14,906, Y Rafiabad by 9,202"."""
    places = [m for m in scene.of_kind("constituency") if since <= m.start and m.end <= number.start]
    own = {actor.constituency, *(c.constituency for c in actor.candidates)}
    if since == scene.sentence.start or not places or own & {None, *(m.id for m in places)}:
        return False
    return number.comparator_start - places[-1].end <= _RIGHT_BEHIND


def _is_elliptic(scene: Scene, actor: Actor, number: Number) -> bool:
    """Whether a figure is of what the sentence before names: "his majority fell. Jess Phillips's in Yardley is 693"."""
    name = actor.mention
    return name is not None and number.noun is None and _HIS_IN.match(scene.between(name.end, number.start)) is not None


def _lost_elsewhere(scene: Scene, actor: Actor, number: Number, since: int) -> bool:
    """Whether a margin is of a defeat where the loser did not stand in this election."""
    verb = governing_verb(scene, number, since)
    lost = verb is not None and verb.id == "lose"
    return verb is not None and lost and told_elsewhere(scene, actor.candidates, verb.end, number.start)


def _kind(scene: Scene, number: Number, left: str, right: str, since: int) -> tuple[str | None, int]:
    """Say whether a number is a lead, a margin or votes by the words around it, and where its quote begins."""
    gap = _gap_from_to(scene, number)
    if gap is not None:
        return (gap or None), number.comparator_start
    if number.noun is None and _goes_on_with_margins(scene, left, since):
        return "margin", number.comparator_start
    return _kind_by_words(scene, number, left, right, since)


def _kind_by_words(scene: Scene, number: Number, left: str, right: str, since: int) -> tuple[str | None, int]:
    start = number.comparator_start
    bare = number.noun is None and number.value < 100
    if _CAST.match(right) or (number.noun is None and _CAME_FROM.search(left) and not _of_before(scene, number)):
        return None, start
    if _is_change_since(scene, number, left) or _OF_SEATS_SO_CLOSE.search(left):
        return None, start
    if bare and not _NOUN_OF.search(left) and scene.lowered[:start].rstrip().endswith((" of", " the first", "after")):
        return None, start
    by_words_after = _kind_after(scene, left, right)
    if by_words_after is not None:
        return by_words_after, start
    if _CHANGED.match(left) and is_change(scene.between(start - len(left.lstrip()), number.end), 0):
        told = _A_GAP_BEFORE.search(scene.lowered, max(0, since - 90), since)
        return ("margin" if told else None), start
    if _IT_WAS.search(left) and _A_GAP_BEFORE.search(scene.lowered, max(0, start - 90), start):
        return "margin", start
    noun = _NOUN_OF.search(left)
    if noun:
        leads = noun.group(1) in ("lead", "leads", "advantage", "deficit") or _leads(scene, number, noun.group(1))
        return ("lead" if leads else "margin"), since + noun.start()
    little = _BY_LITTLE.search(left)
    if little:
        return _kind_of_by(scene, number, since, since + little.start())
    by = _BY.search(left)
    if by and (by.group().startswith("by") or "margin" in by.group() or "majority" in by.group()):
        return _kind_of_by(scene, number, since, since + by.start())
    return ("votes", start) if _is_votes(scene, number, left, right) else (None, start)


def _goes_on_with_margins(scene: Scene, left: str, since: int) -> bool:
    """Whether a bare figure is a further one's majority: "Dowd has a majority of 21,983 and Hoyle 20,575"."""
    before = next((n for n in scene.numbers if n.noun_end == since), None)
    if before is None or not _AND_SOMEBODY.match(left):
        return False
    noun = _NOUN_OF.search(scene.between(scene.sentence.start, before.comparator_start))
    return noun is not None and noun.group(1) in ("majority", "margin")


def _is_change_since(scene: Scene, number: Number, left: str) -> bool:
    """Whether a number is the change since another election, or another election's own: nobody's figure of now."""
    told = any(said.search(left) for said in (_OF_THE_LAST, _OVERTURNED, _GREW_BY, _PUT_ON))
    return told or _THAN_BEFORE.match(scene.lowered, number.noun_end) is not None


def _gap_from_to(scene: Scene, number: Number) -> str | None:
    """
    Tell the two figures of a gap that changed, as in "the majority was slashed from 15,195 to 1,234".

    Returns: `margin` for the second, an empty word for the first, which is nobody's now, None for other figures.
    """
    start = scene.sentence.start
    if _SLASHED_FROM.search(scene.between(start, number.comparator_start)):
        return ""
    before = [n for n in scene.numbers if n.end <= number.start]
    if before and _FROM_BEFORE.fullmatch(scene.between(before[-1].noun_end, number.comparator_start)):
        return ""
    if before and _TO_NOW.fullmatch(scene.between(before[-1].noun_end, number.comparator_start)):
        return "margin" if _SLASHED_FROM.search(scene.between(start, before[-1].comparator_start)) else None
    return None


def _kind_after(scene: Scene, left: str, right: str) -> str | None:
    """Read what follows a number: "… votes ahead", "…-vote win", "… के अंतर से"."""
    if _OF_ALL_WINS.search(left[-60:]) or _IS_OF_ALL_WINS.match(right):
        return "margin"
    if _IN_SEAT_OF.search(left) and scene.cues("lead", "margin"):
        return "lead" if scene.cues("lead") else "margin"
    hindi = _HINDI_AFTER.match(right)
    if hindi:
        leads = hindi.group(1) in ("बढ़त", "badhat") or (hindi.group(2) and scene.cues("lead", "trail"))
        return "lead" if leads else "margin"
    if _TO_SPARE.match(right):
        return "margin"
    if _ITS_MARGIN.match(right):
        return "margin"
    noun = _AFTER_MARGIN.match(right)
    if noun and noun.group(1) != "lead":
        return "margin"
    if _WITHIN.search(left) and right.lstrip().startswith("of "):
        return "margin"
    if _APART.match(right):
        return "lead" if scene.counting or scene.cues("counting") else "margin"
    after = _AFTER_LEAD.match(right) if not LEFT_BEHIND.search(left) else None
    if after or noun:
        final = not scene.counting and bool(scene.cues("win", "beat"))
        told_plainly = after is not None and after.group(1) in ("more than", "better than", "fewer")
        final = (
            final
            or (told_plainly and not scene.counting and not scene.cues("lead", "trail", "round"))
            or bool(_WON.search(left))
            or (not scene.counting and bool(_PLACED.search(left)))
            or (bool(_FINAL_AHEAD.search(left)) and not scene.counting)
        )
        return "margin" if final else "lead"
    return None


def _kind_of_by(scene: Scene, number: Number, since: int, start: int) -> tuple[str, int]:
    """Read "by N" by its verb: leading by is a lead, winning and losing by a margin."""
    governing = governing_verb(scene, number, since)
    if governing is None:
        return ("lead" if scene.counting else "margin"), start
    if governing.id in ("lead", "trail"):
        return "lead", governing.start if number.start - governing.start < 60 else start
    return "margin", start


def _leads(scene: Scene, number: Number, noun: str) -> bool:
    """Whether a gap told by a noun is a lead: a margin is final unless somebody is said to lead by it."""
    governing = governing_verb(scene, number, scene.sentence.start)
    return (scene.counting and noun != "margin") if governing is None else governing.id in ("lead", "trail")


def _of_before(scene: Scene, number: Number) -> bool:
    """Whether a figure that somebody came from is told as an earlier election's votes: "up from 26,500 in 2021"."""
    return scene.focus.earlier and number.value >= _MANY and scene.names is not None


def _is_votes(scene: Scene, number: Number, left: str, right: str) -> bool:
    if number.noun == "vote":
        return True
    if number.noun is not None or number.unit != "count" or number.word:
        return False
    if number.value < 100 or (not _TOTAL_WORDS.search(left[-40:]) and left.strip()):
        return number.value >= 1000 and bool(scene.of_kind("candidate"))
    return bool(scene.of_kind("candidate") or scene.last_candidate) or "vote" in right[:20]


def _counting_words(scene: Scene) -> bool:
    # "won by 14,532 votes after trailing for several rounds" tells the result
    told_after = scene.cues("win", "beat")
    return scene.counting or bool(scene.cues("counting") and scene.cues("round") and not told_after)
