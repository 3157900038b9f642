"""Whose a number of votes is, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Subject
from janadesh.claims.grammar import Actor
from janadesh.claims.grammar import actor_of
from janadesh.claims.grammar import as_actor
from janadesh.claims.grammar import candidate_of
from janadesh.claims.grammar import carried_actor
from janadesh.claims.grammar import clause
from janadesh.claims.grammar import head_of
from janadesh.claims.grammar import of_candidates
from janadesh.claims.grammar import one_of_party
from janadesh.claims.grammar import other_in_contest
from janadesh.claims.grammar import person_behind
from janadesh.claims.grammar import place_near
from janadesh.claims.grammar import whom_party_means
from janadesh.claims.kinds.governing import governing_verb
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.claims.strangers import acts_a_stranger
from janadesh.claims.vocabulary import Vocabulary
from janadesh.names.numbers import Number

_PAIR = re.compile(r"\s*(?:votes?\s*)?(?:,\s*)?(?:to|as against|against|-)\s*(?:(?:the|his|her)\s+)?")
"""What stands between the two figures of a contest: "15,204 to 14,377"."""
_WHOSE = re.compile(r"^\s*(?:votes?\s*)?(?:for|to|went to|in favour of)\s+(?:the\s+)?(?=[a-z])")
_BY_ROLE = re.compile(
    r"(?:[\w-]+\s+){0,3}(?:mp|mla|member|incumbent|nominee|candidate|challenger|rival|opponent|minister|winner|"
    r"legislator|newcomer),\s+(?:the\s+)?(?:[\w-]+'s\s+)?"
)
"""Who somebody is, told before the name: "5,377 for the sitting MP, Neo Seretse"."""
_TO_THE_OTHERS = re.compile(r"^\s*(?:votes?\s+)?(?:to|against|as against)\s+(?:his|her|their)\s+$")
"""What stands before an opponent's figure: "polled 73,169 to his 49,302"."""
_THE_NEXT_MANS = re.compile(
    r"\b(?:the|his|her|their)\s+(?:(?:next|second|other|nearest|closest|main)\s+)?(?:man|woman|one|rival|opponent|runner-up|"
    r"challenger|candidate)['’]s\s+(?:just\s+|only\s+|mere\s+)*$"
)
"""What stands before the figure of an opponent who is not named: "14,395 more than the next man's 4,538"."""
_TO_DO = re.compile(
    r"\s*(?:votes?\s+)?to\s+(?:unseat|oust|topple|pip|edge|trounce|thrash|overcome|upset|trump|dislodge|humble|stun|"
    r"see off|knock|finish|emerge|become|end|secure|retain|hold|keep|take|clinch|bag)\b"
)
"""What follows votes by which something was done: "took 88,522 votes to unseat Devender Babli"."""
_BY_WHICH = re.compile(r"^\s*(?:the\s+)?(?:\w+\s+)?(?:margin|votes|majority)\s+by which\s")
"""What follows a margin told before its verb: "4,089: the margin by which Parvesh Verma beat Kejriwal"."""
_OWNS_IT = re.compile(r"['’]s\s+(?:\w+\s+)?(?:margin|majority)\b")
_FROM_HIMSELF = re.compile(r"^\s*(?:votes?\s+)?between\s+(?:himself|herself)\b")
_POLLING = re.compile(
    r",\s+(?:after\s+)?(?:polling|securing|getting|garnering|receiving|winning|bagging|taking|collecting)\s+"
    r"(?:[a-z]+\s+){0,3}$"
)
_OWN = re.compile(r"['’]s\s+")
"""What stands between somebody and his own margin: "the largest was Omar Abdullah's 18,485"."""
_EACH = re.compile(r"^\s*(?:votes?\s+)?(?:each|apiece)\b\s*[:,]?")
_GIVES = re.compile(r"\b(?:giving|gives|gave|given|handing|hands|handed|leaving|leaves|left)\s+(?:the\s+)?$")
_A_GAP = re.compile(r"\s+(?:a|an|the|with a)\s+(?:[\w-]+\s+){0,3}?(?:majority|margin|lead|advantage)\s+of\s+")
_BEHIND = re.compile(r"^\s*(?:votes?\s+)?(?:behind|back|short|shy|adrift|down|fewer)\b")
_MORE_THAN = re.compile(r"^\s*(?:votes?\s+)?(?:more|better|fewer)\s+than\b")
_FOR_THE_OTHER = re.compile(
    r"^\s*(?:votes?\s*)?for (?:him|his|her|the) (?:main |nearest |closest )?(?:opponent|rival)\b"
)
_ITS_NUMBER = re.compile(r"'s\s+\d")
"""A number that belongs to the name before it: "53,171 votes to the BJP man's 32,702"."""
_SEPARATED = re.compile(r"^\s*(?:votes?\s+)?(?:(?:that|which)\s+)?(?:separat\w+|divid\w+|between|apart\b)\s*")
"""What follows a margin told with both: "just 231 votes separated A and B"."""
_AN_EDGE_OVER = re.compile(
    r"\b(?:his|her|the|a|an)\s+(?:\w+\s+)?(?:gap|lead|margin|edge|advantage|cushion)\s+(over)\s+[^;:]{3,70}?"
    r"\s(?:is|was|stands at|stood at|has grown to|had grown to|widened to|now stands at|of)\s+"
)
"""A margin told with the one who is behind: "the gap over Nizamuddin Ansari is 9,871"."""
_IN_FAVOUR = re.compile(r"\bin (?:his|her) favour\b")
_HAS_ITS_OWN = re.compile(
    r"\s+(?:had|has|have|got|enjoys?|enjoyed|took|takes|with)\s+(?:an?|the)\s|,\s+(?:who|whose)\s"
)
"""How a further subject goes on before its own margin: "and X had a margin of", "and X, who took Y by"."""
_BY_IN_A_LIST = re.compile(r"\s+by\s+(?:just\s+|only\s+|a mere\s+)*")
"""What stands between a seat and its margin in a list: "X won Mendhar by 14,906 votes, Y Rafiabad by 9,202"."""
_APPOSED = re.compile(r"(?:,\s+[^,;\d]{2,40},)?\s+")
_AND = re.compile(r"\b(?:and|while)\s+(?:sir\s+|dame\s+|dr\s+|the\s+\w+['’]s\s+)?$")
"""What stands around a further one between two majorities: "of 21,983 and Sir Lindsay Hoyle, the Speaker, 20,575"."""
_FOR_HIM = re.compile(r"^\s*(?:votes?\s*)?for (?:him|her)\b(?! opponent| rival)")


def of_whom(
    scene: Scene,
    vocabulary: Vocabulary,
    number: Number,
    kind: str,
    since: int,
    until: int,
    right: str,
) -> Actor | None:
    """Find whose votes, margin or lead a number is."""
    if kind == "votes":
        polled = _polled_by_the_winner(scene, vocabulary, number, since)
        return polled or _whose_votes(scene, vocabulary, number, since, until, right)
    given = _given_to(scene, number) if kind in ("margin", "lead") else None
    if given is not None:
        return as_actor(scene, vocabulary, given, number.start)
    if _SEPARATED.match(right):
        return _of_the_parted(scene, vocabulary, number, right)
    if kind == "margin" and (_BEHIND.match(right) or _MORE_THAN.match(right)):
        return candidate_of(scene, vocabulary, number.start)
    ahead = _of_verb_behind(scene, vocabulary, number, right) or _over_somebody(scene, vocabulary, number, since)
    if ahead is not None:
        return ahead
    further = _further_subject(scene, number, since)
    if further is not None:
        return as_actor(scene, vocabulary, further, number.start)
    governing = governing_verb(scene, number, since)
    if governing is not None:
        before = _of_verb(scene, vocabulary, governing, number, kind)
        if before is not None:
            return before
        if acts_a_stranger(scene, governing.start):
            return None
    winner = _ahead_of_all(scene, number) if kind == "margin" else None
    return winner or candidate_of(scene, vocabulary, number.start) or carried_actor(scene, vocabulary, number.start)


def _of_the_parted(scene: Scene, vocabulary: Vocabulary, number: Number, right: str) -> Actor | None:
    """Say whose a margin told with both is: "put 2,000 votes between himself and Y", "231 votes separated A and B"."""
    if _FROM_HIMSELF.match(right):
        return candidate_of(scene, vocabulary, number.start)
    people = [c for m in scene.of_kind("candidate") if m.start >= number.end for c in m.candidates]
    best = min(people, key=lambda c: c.rank, default=None)
    return of_candidates(scene, (best,), number.start, None) if best is not None else None


def _of_verb_behind(scene: Scene, vocabulary: Vocabulary, number: Number, right: str) -> Actor | None:
    """Find whose a margin is that is told before its verb: "4,089, the margin by which X beat Y"."""
    owner = next((m for m in scene.of_kind("candidate") if _OWNS_IT.match(scene.lowered, m.end)), None)
    if owner is not None and not scene.between(number.noun_end, owner.start).strip(" the"):
        return as_actor(scene, vocabulary, owner, owner.start)
    said = _BY_WHICH.match(right)
    verbs = [c for c in scene.cues("win", "beat", "lose") if said and c.start >= number.noun_end + said.end()]
    return actor_of(scene, vocabulary, verbs[0].start, since=number.noun_end) if verbs else None


def _over_somebody(scene: Scene, vocabulary: Vocabulary, number: Number, since: int) -> Actor | None:
    """Find who is ahead where a margin is told over the one behind: "the gap over Nizamuddin Ansari is 9,871"."""
    over = _AN_EDGE_OVER.search(scene.between(since, number.comparator_start))
    if over is None:
        return None
    behind = [m for m in scene.of_kind("candidate") if since + over.end(1) <= m.start and m.end <= number.start]
    ahead = candidate_of(scene, vocabulary, since + over.start()) or carried_actor(scene, vocabulary, number.start)
    return ahead if behind and ahead is not None and ahead.subject.type == "candidate" else None


def _of_verb(scene: Scene, vocabulary: Vocabulary, verb: Mention, number: Number, kind: str) -> Actor | None:
    """Find whose a margin or lead is by the verb that it belongs to."""
    before: Actor | None = None
    behind = [m for m in scene.of_kind("candidate") if verb.end <= m.start and m.end <= number.start]
    if verb.id in ("beat", "lose", "trail", "win"):
        passive = [m for m in behind if _is_agent(scene, verb, m)]
        if passive and kind == "margin":
            return as_actor(scene, vocabulary, passive[0], number.start)
        before = candidate_of(scene, vocabulary, verb.start)
        if before is not None and before.subject.type == "party" and behind and verb.id == "beat":
            before = whom_party_means(scene, before, behind[0].candidates)
    before = before or (None if acts_a_stranger(scene, verb.start) else candidate_of(scene, vocabulary, verb.end))
    return _in_seat(scene, before, number) if before is not None else None


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
            if begin - 2 <= m.start <= begin + 40
            and m.end <= until
            and ("," not in scene.between(begin, m.start) or _BY_ROLE.fullmatch(scene.between(begin, m.start)))
            and not any(begin <= c.start < m.start for c in scene.cues("win", "beat", "lose", "lead"))
            and not _TO_DO.match(scene.between(number.noun_end, m.start))
        ]
        whose = person_behind(scene, named[0]) if named and named[0].kind == "party" else None
        whose = whose or (named[0] if named else None)
        if whose is not None and not _ITS_NUMBER.search(scene.between(whose.end - 2, whose.end + 5)):
            return as_actor(scene, vocabulary, whose, number.start)
    if _FOR_THE_OTHER.match(right):
        one = candidate_of(scene, vocabulary, number.start)
        return other_in_contest(scene, one) if one else None
    left = scene.between(since, number.comparator_start)
    if _TO_THE_OTHERS.search(left) or _THE_NEXT_MANS.search(left):
        # the opponent is nobody named: it is not the subject's own
        return None
    if _FOR_HIM.match(right):
        head = head_of(scene, [m for m in scene.of_kind("candidate") if m.end <= number.start], number.start)
        return as_actor(scene, vocabulary, head, number.start) if head else _carried_person(scene, number)
    nota = [c for c in scene.cues("nota") if since <= c.start <= until]
    if nota:
        return None
    named = [m for m in scene.of_kind("candidate") if since <= m.start and m.end <= number.start]
    if named:
        return as_actor(scene, vocabulary, named[-1], number.start)
    parties = [m for m in scene.of_kind("party") if since <= m.start and m.end <= number.start]
    meant = one_of_party(scene, vocabulary, parties[-1]) if parties else None
    if meant is not None:
        return meant
    if parties and place_near(scene, number.start) is not None:
        return as_actor(scene, vocabulary, parties[-1], number.start)
    return candidate_of(scene, vocabulary, number.start)


def _polled_by_the_winner(scene: Scene, vocabulary: Vocabulary, number: Number, since: int) -> Actor | None:
    """Find who beat somebody and, as a participle behind it says, got a number: "X beat Y, polling 36,010 votes"."""
    if not _POLLING.search(scene.between(since, number.comparator_start)):
        return None
    beats = [c for c in scene.cues("beat") if c.end <= number.start]
    behind = [m for m in scene.of_kind("candidate") if beats and beats[-1].end <= m.start and m.end <= number.start]
    if not behind or _is_agent(scene, beats[-1], behind[0]):
        return None
    return actor_of(scene, vocabulary, beats[-1].start, kinds=("candidate",))


def of_pair(scene: Scene, vocabulary: Vocabulary, number: Number, since: int, until: int) -> Actor | None:
    """Say whose a figure of a pair is, the subject's or the opponent's: "led Becker 15,204 to 14,377"."""
    second = since > scene.sentence.start and bool(_PAIR.fullmatch(scene.between(since, number.comparator_start)))
    first = is_first_of_pair(scene, number, until)
    if (not first and not second) or _WHOSE.match(scene.between(number.noun_end, number.noun_end + 20)):
        return None
    told = _told_in_pairs(scene, number, since, first=first)
    if told is not None:
        return as_actor(scene, vocabulary, told, number.start)
    at = since if second else number.start
    verbs = [c for c in scene.cues("win", "beat", "lose", "lead", "trail") if c.end <= at]
    if _IN_FAVOUR.search(scene.between(number.start, scene.sentence.end)) and not scene.of_kind("candidate"):
        subject = _carried_person(scene, number)
    else:
        own = verbs and any(
            verbs[-1].end <= m.start
            and any(m.end <= c.start < at and c.start - m.end < 12 for c in scene.cues("polled"))
            for m in scene.of_kind("candidate")
            if m.end <= at
        )
        subject = candidate_of(scene, vocabulary, verbs[-1].start if verbs and not own else at)
    if subject is None or subject.subject.type != "candidate":
        return None
    return subject if first else other_in_contest(scene, subject)


def _told_in_pairs(scene: Scene, number: Number, since: int, *, first: bool) -> Mention | None:
    """Give whose a figure of a pair behind a colon is, by order: "lost Raina to Choudhary: 27,250 votes to 35,069"."""
    one = number.comparator_start if first else max((n.start for n in scene.numbers if n.noun_end == since), default=0)
    match [m for m in scene.of_kind("candidate") if m.end <= one]:
        case [winner_or_loser, other] if scene.between(one - 2, one) == ": ":
            return winner_or_loser if first else other
    return None


def is_first_of_pair(scene: Scene, number: Number, until: int) -> bool:
    """Tell whether a number is the first of two candidates' votes: "25,019 to 24,871"."""
    behind = next((n for n in scene.numbers if n.comparator_start == until and n.unit == "count"), None)
    return behind is not None and behind.value >= 1 and bool(_PAIR.fullmatch(scene.between(number.noun_end, until)))


def of_nota(scene: Scene, number: Number, since: int) -> Actor | None:
    """Say that NOTA got the votes, where it is named nearest before the number."""
    cues = [c for c in scene.cues("nota") if since <= c.start and c.end <= number.start]
    people = [m for m in scene.of_kind("candidate") if since <= m.start and m.end <= number.start]
    if not cues or (people and people[-1].start > cues[-1].start):
        return None
    return Actor(Subject("party", "None of the Above", "nota"), place_near(scene, number.start))


def each_of(scene: Scene, number: Number, right: str) -> Iterator[Actor]:
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


def _carried_person(scene: Scene, number: Number) -> Actor | None:
    """Give whom "him" and "her" mean: the person that the words before spoke of."""
    return of_candidates(scene, scene.last_candidate, number.start, None)


def _given_to(scene: Scene, number: Number) -> Mention | None:
    """Find to whom a margin is said to go or belong: "giving Labour a majority of 3,578", "Omar Abdullah's 18,485"."""
    own = next((m for m in scene.of_kind("candidate") if _OWN.fullmatch(scene.between(m.end, number.start))), None)
    if own is not None:
        return own
    named = [m for m in scene.of_kind("candidate", "party") if m.end <= number.start and number.start - m.end < 40]
    if not named or not _A_GAP.fullmatch(scene.between(named[-1].end, number.comparator_start)):
        return None
    return named[-1] if _GIVES.search(scene.between(named[-1].start - 24, named[-1].start)) else None


def _ahead_of_all(scene: Scene, number: Number) -> Actor | None:
    """Say whose a margin told without a verb is: of the candidates of one seat just named, the best placed."""
    people = [c for m in scene.of_kind("candidate") if m.end <= number.start for c in m.candidates]
    people += list(scene.last_candidate)
    told = {m.candidates[0].constituency for m in scene.of_kind("candidate") if len(m.candidates) == 1}
    begin = clause(scene, number.start)[0]
    near = {c.constituency for m in scene.of_kind("candidate") if begin <= m.start < number.start for c in m.candidates}
    seats: set[str | None] = {*near} if len(near) == 1 else {c.constituency for c in people}
    if len(seats) != 1:
        seats = {*told} if len(told) == 1 else {scene.seat or scene.only_seat}
    people += [c for named in scene.people for c in named if c.constituency in seats]
    here = [c for c in people if c.constituency in seats]
    if not here:
        return None
    best = min(here, key=lambda c: c.rank)
    return of_candidates(scene, (best,), number.start, None)


def _further_subject(scene: Scene, number: Number, since: int) -> Mention | None:
    """Find a subject that stands behind another one's number: "won by 3,500 and X had a margin of 18,000"."""
    people = [m for m in scene.of_kind("candidate") if since <= m.start and m.end <= number.start]
    before = any(n.noun_end == since for n in scene.numbers)
    if not before or len(people) != 1:
        return None
    between = scene.between(people[0].end, number.start)
    places = [m for m in scene.of_kind("constituency") if m.start == people[0].end + 1 and m.end <= number.start]
    listed = bool(places) and _BY_IN_A_LIST.fullmatch(scene.between(places[0].end, number.start))
    goes_on = _APPOSED.fullmatch(between) and _AND.search(scene.between(since, people[0].start))
    return people[0] if listed or goes_on or _HAS_ITS_OWN.match(between) else None


def _is_agent(scene: Scene, verb: Mention, mention: Mention) -> bool:
    """Whether somebody is the doer of a passive verb: "was defeated by X", not "lost to X"."""
    return bool(re.match(r"\s*by\b", scene.between(verb.end, mention.start)))


def _in_seat(scene: Scene, actor: Actor, number: Number) -> Actor:
    """Place an actor with several candidacies in the seat that the words around the number name."""
    if len(actor.candidates) > 1:
        placed = of_candidates(scene, actor.candidates, number.start, actor.mention)
        return placed or actor
    return actor
