"""All rules, in the order in which a person would read them."""

from __future__ import annotations

from janadesh.count.alarms.candidate_vanished import CANDIDATE_VANISHED
from janadesh.count.alarms.clock_went_back import CLOCK_WENT_BACK
from janadesh.count.alarms.declared_behind import DECLARED_BEHIND
from janadesh.count.alarms.implausible_turnout import IMPLAUSIBLE_TURNOUT
from janadesh.count.alarms.lead_without_votes import LEAD_WITHOUT_VOTES
from janadesh.count.alarms.margins_disagree import MARGINS_DISAGREE
from janadesh.count.alarms.rows_swapped import ROWS_SWAPPED
from janadesh.count.alarms.rule import Rule
from janadesh.count.alarms.same_votes import SAME_VOTES
from janadesh.count.alarms.state_name import STATE_NAME
from janadesh.count.alarms.sums_disagree import SUMS_DISAGREE
from janadesh.count.alarms.total_fell import TOTAL_FELL
from janadesh.count.alarms.two_at_once import TWO_AT_ONCE
from janadesh.count.alarms.votes_above_electors import VOTES_ABOVE_ELECTORS

RULES: tuple[Rule, ...] = (
    TOTAL_FELL,
    ROWS_SWAPPED,
    CANDIDATE_VANISHED,
    SUMS_DISAGREE,
    MARGINS_DISAGREE,
    LEAD_WITHOUT_VOTES,
    DECLARED_BEHIND,
    VOTES_ABOVE_ELECTORS,
    IMPLAUSIBLE_TURNOUT,
    SAME_VOTES,
    STATE_NAME,
    TWO_AT_ONCE,
    CLOCK_WENT_BACK,
)
