"""Days on which something is polled or counted, and the number of phases."""

from __future__ import annotations

import re
from collections.abc import Iterator

from janadesh.claims.claim import Reading
from janadesh.claims.claim import Subject
from janadesh.claims.mention import Mention
from janadesh.claims.scene import Scene
from janadesh.names.dates import DateMention

_NOT_A_POLL = re.compile(
    r"\b(?:nominations?|papers|filed|withdraw\w*|scrutiny|notification|announced|announcement|told|said|visited|"
    r"met|rally|"
    r"oath|sworn|swearing|born|died|arrested|written|updated|published|reported|exit polls?|tweeted|posted)\b"
)
_PART_OF_PHASES = re.compile(r"\b(?:phase|remaining|other|next|last|first|final)\s*$")
_ON = re.compile(r"\s+(?:(?:in|to|for)\s+[^,;.]{3,40}?\s+)?(?:held\s+|were held\s+|passed off peacefully\s+)?on\s+")
"""What stands between an election and its day: "the elections on Wednesday"."""
_WHEN = re.compile(
    r",?\s*(?:when|as|with)\s+(?:the\s+|all\s+)?(?:votes\s+|ballots\s+|results\s+)?(?:are\s+|"
    r"will\s+be\s+|being\s+)?"
)
_OF_VOTING = re.compile(r"\s+(?:of\s+|\w+\s+)?(?:election|elections|poll|polls|vote|voting|polling|ballot|process)\b")
"""What makes a stage one of polling: "the three-stage election"."""
_ITS_DAY = re.compile(
    r"\s*(?:(?:phase|leg|round|stage)\s+)?(?:(?:is|was|will be|to be|being)\s+)?"
    r"(?:(?:slated|scheduled|set|due|held|planned|fixed)\s+)?(?:for|on)\s+"
)
"""What stands between the rank of a phase and its day: "and the third for October 1"."""
_BEGAN = re.compile(
    r"\s*(?:,\s*)?(?:which|that)?\s*(?:[^,;.]{0,50}\s)?(?:beg[aiu]ns?|started?|starts|kick(?:s|ed) off|opens|opened|"
    r"got under way|gets under way|concluded?|concludes|wrapped up|wraps up|ended|ends|culminated?|culminates)"
    r"\s+(?:\w+\s+){0,2}?on\s+"
)
"""How an election's first and last days are told: "the election, which began on Sept. 18 and wrapped up on Oct. 1"."""
_PHASE_IS_ON = re.compile(
    r"^\W*(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|next|last|final)\b"
    r"(?:\s+and\s+(?:the\s+)?(?:last|final))?(?:\s+(?:one|leg|round))?(?:,[^,;]{3,50},)?\s+"
    r"(?:is|was|will be|follows|comes|takes place|will follow|falls)\s+(?:due\s+|set\s+for\s+)?(?:on\s+)?$"
)
"""How a phase's day is told where phases are spoken of: "The third and last, covering 40 seats, is on October 1"."""
_NEAR_REFUSAL = 60
_POLL = ("vote_day", "phase")

_MOVED = re.compile(
    r"\b(?:moved|shifted|changed|postponed|deferred|put off|advanced|brought forward|rescheduled|pushed)\b"
)
_MOVED_FROM = re.compile(_MOVED.pattern + r"[^.;\d]{0,40}\bfrom\s+$")
_FIRST_FIXED = re.compile(
    r"\b(?:first|originally|initially|earlier|at first)\s+(?:been\s+)?(?:fixed|set|scheduled|announced|planned|due|"
    r"slated|to be)\b[^.;\d]{0,30}$"
)


def schedule_readings(scene: Scene) -> Iterator[Reading]:
    """Read the days and the phases of a sentence."""
    if scene.focus.earlier:
        return
    yield from _phases(scene)
    days = [d for d in scene.dates if d.precision == "day" and d.kind in ("absolute", "weekday", "relative")]
    for place, day in enumerate(days):
        # "Tuesday (October 8)", "Wednesday, February 5": one day told twice
        if place and days[place - 1].first == day.first and day.start - days[place - 1].end < 4:
            continue
        event = _event(scene, day)
        if event is None or _is_given_up(scene, day):
            continue
        start, end = day.start, day.end
        if event == "count":
            cue = _nearest(scene, day, ("count_day",))
            if cue is not None and cue.end <= day.start and day.start - cue.start < 60:
                start = cue.start
        yield Reading(
            kind="schedule",
            start=start,
            end=end,
            subject=Subject("election", scene.focus.election or "", scene.focus.election),
            election=scene.focus.election,
            value=day.first.isoformat(),
            unit="date",
            event=event,
            phase=_phase_of(scene, day),
        )


def _is_given_up(scene: Scene, day: DateMention) -> bool:
    """Whether a sentence tells a day as the one that was moved: "first fixed for the 1st, then moved to the 5th"."""
    if _MOVED_FROM.search(scene.between(scene.sentence.start, day.start)):
        return True
    first = _FIRST_FIXED.search(scene.between(scene.sentence.start, day.start))
    return first is not None and _MOVED.search(scene.lowered, day.end, scene.sentence.end) is not None


def _phases(scene: Scene) -> Iterator[Reading]:
    for number in scene.numbers:
        if (
            (
                number.noun == "phase"
                or (number.noun in ("stage", "round", "leg") and _OF_VOTING.match(scene.lowered, number.noun_end))
            )
            and number.unit == "count"
            and number.value == int(number.value)
            and number.value < 20
        ):
            # "phase 1" names a phase, "three phases" counts them
            if _PART_OF_PHASES.search(scene.between(number.start - 12, number.start)):
                continue
            yield Reading(
                kind="schedule",
                start=number.start,
                end=number.noun_end,
                subject=Subject("election", scene.focus.election or "", scene.focus.election),
                election=scene.focus.election,
                value=int(number.value),
                unit="phases",
                comparator=number.comparator,
            )


def _event(scene: Scene, day: DateMention) -> str | None:
    """Say whether a day is told as one of polling or of counting, by the nearest words that say so."""
    start, end = _bounds(scene, day)
    words = scene.between(start, end)
    count = _nearest(scene, day, ("count_day",))
    poll = _nearest(scene, day, _POLL)
    nearest = min((c for c in (count, poll) if c is not None), key=lambda c: _away(c, day), default=None)
    refused = _nearest_refusal(words, day.start - start)
    if nearest is None and _PHASE_IS_ON.search(scene.between(scene.sentence.start, day.start)):
        return "poll" if scene.stage in ("before", "polling") and scene.told_phase else None
    if nearest is None or (
        refused is not None
        and (
            refused < _away(nearest, day)
            or (nearest.id == "phase" and refused < _NEAR_REFUSAL and not _votes_near(scene, day))
        )
    ):
        return None
    if day.kind != "absolute" and not _told_of(scene, nearest, day):
        return None
    if _away(nearest, day) > 120:
        return None
    if nearest is poll and nearest is not count:
        return "poll"
    return "count"


def _told_of(scene: Scene, cue: Mention, day: DateMention) -> bool:
    """
    Whether a day without a date is the poll's or the count's: it belongs to the verb before it.

    "meet on Thursday after the polls" is not; "on Wednesday in the second phase" is.
    """
    if cue.end <= day.start:
        of_count = scene.between(cue.start, cue.end).startswith(("count", "vot", "poll"))
        on = bool(day.clock) or scene.between(day.start - 3, day.start) == "on "
        far = scene.stage == "polling" or (on and of_count)
        return day.start - cue.end <= (90 if far else 40)
    if cue.id == "count_day" and _WHEN.fullmatch(scene.between(day.end, cue.start)):
        return True
    return cue.id == "phase" and cue.start - day.end <= 40


def _votes_near(scene: Scene, day: DateMention) -> bool:
    return any(0 <= day.start - c.end < 40 for c in scene.cues("vote_day"))


def _bounds(scene: Scene, day: DateMention) -> tuple[int, int]:
    """Give the stretch in which words belong to a day: between semicolons; a colon may open a list of days."""
    before = scene.lowered.rfind(";", scene.sentence.start, day.start)
    after = scene.lowered.find(";", day.end, scene.sentence.end)
    return max(before + 1, scene.sentence.start), scene.sentence.end if after < 0 else after


def _nearest(scene: Scene, day: DateMention, names: tuple[str, ...]) -> Mention | None:
    start, end = _bounds(scene, day)
    found = scene.cues(*names)
    if names == _POLL:
        found += [
            c
            for c in scene.cues("election")
            if any(on.fullmatch(scene.between(c.end, day.start)) for on in (_ON, _BEGAN))
            or (day.kind != "absolute" and not scene.between(c.end, day.start).strip())
        ]
        found += [c for c in scene.cues("turnout") if scene.between(c.end, day.start) == " on "]
    # "held" alone is no poll: rallies are held too
    polls = (
        len(found) > 1 or any(scene.between(c.start, c.end) != "held" for c in found) or bool(scene.cues("election"))
    )
    found = found if polls else []
    cues = [c for c in found if start <= c.start and c.end <= end and not _is_noun_use(scene, c)]
    return min(cues, key=lambda c: _away(c, day), default=None)


def _is_noun_use(scene: Scene, cue: Mention) -> bool:
    """Whether a cue is part of another thing: "votes" counted, "exit polls", "assembly polls" as a name only."""
    counted = any(n.noun_end == cue.end or n.end == cue.start - 1 for n in scene.numbers)
    if counted and scene.between(cue.start, cue.end).startswith("vote"):
        return True
    return scene.between(cue.start - 6, cue.start).strip() in ("exit", "votes")


def _away(cue: Mention, day: DateMention) -> int:
    return day.start - cue.end if cue.end <= day.start else cue.start - day.end + 8


def _nearest_refusal(words: str, at: int) -> int | None:
    return min((abs(m.start() - at) for m in _NOT_A_POLL.finditer(words)), default=None)


def _phase_of(scene: Scene, day: DateMention) -> int | None:
    """Give the phase polled on a day: the rank named nearest before it, else the one of the sentence."""
    ranks = [n for n in scene.numbers if n.unit == "rank" and n.end <= day.start]
    told = bool(scene.cues("phase"))
    if len(ranks) > 1 and told and _ITS_DAY.fullmatch(scene.between(ranks[-1].end, day.start)):
        return int(ranks[-1].value)
    for number in scene.numbers:
        if number.unit == "rank" and scene.between(number.end, number.end + 12).lstrip().startswith(
            ("phase", "and last", "leg", "and final")
        ):
            return int(number.value)
    return None
