"""How a contest stands and how a candidacy ended, in words of a reader's language."""

from __future__ import annotations

from gettext import NullTranslations
from typing import TYPE_CHECKING

from markupsafe import Markup

from janadesh.desk.candidacy_rows import CandidacyRow
from janadesh.desk.contest_rows import ContestRow
from janadesh.desk.language import filled
from janadesh.desk.names_shown import Naming
from janadesh.export.figures import UNKNOWN
from janadesh.export.figures import Digits
from janadesh.export.figures import grouped

if TYPE_CHECKING:
    from janadesh.desk.constituency_facts import ConstituencyFacts


def result_line(texts: NullTranslations, naming: Naming, facts: ConstituencyFacts) -> Markup:
    """Say in one line how the contest stands, in neutral words and without the margin."""
    contest, gettext = facts.contest, texts.gettext
    if contest.status == "uncontested" and contest.winner:
        text = gettext("%(name)s (%(party)s) is elected unopposed")
    elif contest.winner is None:
        text = texts.ngettext("%(num)s candidate, no votes yet", "%(num)s candidates, no votes yet", contest.candidates)
        return filled(text, num=contest.candidates)
    else:
        text = gettext("%(name)s (%(party)s) wins") if contest.is_decided else gettext("%(name)s (%(party)s) leads")
    return filled(text, **_winner(naming, facts))


def result_text(texts: NullTranslations, naming: Naming, facts: ConstituencyFacts, margin: str) -> Markup:
    """Say the same with the margin, written out as it is given, where there is one."""
    contest, gettext = facts.contest, texts.gettext
    if contest.margin is None or contest.winner is None or contest.status == "uncontested":
        return result_line(texts, naming, facts)
    text = (
        gettext("%(name)s (%(party)s) wins by <b>%(margin)s</b> votes")
        if contest.is_decided
        else gettext("%(name)s (%(party)s) leads by <b>%(margin)s</b> votes")
    )
    return filled(text, **_winner(naming, facts), margin=margin)


def seat_title(texts: NullTranslations, naming: Naming, contest: ContestRow, digits: Digits) -> str:
    """Say how a seat stands in plain text, for a drawing's dot or outline; a page has hundreds of them."""
    gettext, named = texts.gettext, naming.named_plainly
    seat = f"{contest.number} {named('constituency', contest.constituency, contest.name)}: "
    if contest.winner is None:
        return seat + gettext("no votes yet")
    party = naming.short_named_plainly("party", contest.winner_party, contest.winner_short or "")
    seat += f"{named('person', contest.winner_person, contest.winner)} ({party})"
    if contest.margin is None:
        return seat
    text = gettext("won by %(margin)s") if contest.is_decided else gettext("ahead by %(margin)s")
    return f"{seat}, {text % {'margin': grouped(contest.margin, digits)}}"


def _winner(naming: Naming, facts: ConstituencyFacts) -> dict[str, str]:
    contest = facts.contest
    return {
        "name": naming.named("person", contest.winner_person, contest.winner or ""),
        "party": naming.short_named("party", contest.winner_party, contest.winner_short or ""),
    }


def ended_text(texts: NullTranslations, row: CandidacyRow) -> str:
    """Say how a candidacy ended, in a word: won, leads, a place, or that nothing is known."""
    gettext = texts.gettext
    if row.won:
        return gettext("won")
    if row.status not in ("contesting", "uncontested"):
        return {"withdrawn": gettext("withdrawn"), "rejected": gettext("rejected")}.get(row.status, row.status)
    if row.position == 1 and not row.is_declared:
        return gettext("leads")
    places = {
        None: gettext("no votes yet"),
        1: gettext("level with the winner"),
        2: gettext("second"),
        3: gettext("third"),
    }
    return places.get(row.position) or ordinal_text(texts, row.position)


def ordinal_text(texts: NullTranslations, place: int | None) -> str:
    """Write a place in a row: `1st`, `2nd`, `3rd`, `11th`, `22nd`."""
    if place is None:
        return UNKNOWN
    gettext = texts.gettext
    endings = {1: gettext("%(place)sst"), 2: gettext("%(place)snd"), 3: gettext("%(place)srd")}
    is_teen = place % 100 in (11, 12, 13)
    text = gettext("%(place)sth") if is_teen else endings.get(place % 10, gettext("%(place)sth"))
    return text % {"place": place}
