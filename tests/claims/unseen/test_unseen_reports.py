"""Reports in styles that the rules were not made for: each was marked before the check was tried on it."""

from __future__ import annotations

import pytest

from tests.claims.abroad.marks import agreement
from tests.claims.unseen.conftest import CheckReport
from tests.claims.unseen.marked import EIGHTH
from tests.claims.unseen.marked import FIFTH
from tests.claims.unseen.marked import FIRST
from tests.claims.unseen.marked import FOURTH
from tests.claims.unseen.marked import SECOND
from tests.claims.unseen.marked import SEVENTH
from tests.claims.unseen.marked import SIXTH
from tests.claims.unseen.marked import THIRD
from tests.claims.unseen.marked import report_of

ALL = (*FIRST, *SECOND, *THIRD, *FOURTH, *FIFTH, *SIXTH, *SEVENTH, *EIGHTH)
HARDEST = (
    "xf/county_paper",
    "xb/farewell_column",
    "india/delhi_explainer",
    "india/correction_notice",
    "india/delhi_by_numbers",
    "india/jk_one_year_on",
)


@pytest.mark.parametrize("name", [name for name in ALL if name not in HARDEST])
def test_the_claims_of_a_report_are_found(name: str, check_report: CheckReport) -> None:
    agreed = agreement(report_of(name), check_report(name))

    assert agreed.f1 >= 0.9, (agreed.missed, agreed.invented)


@pytest.mark.parametrize("name", HARDEST)
def test_three_claims_of_four_are_found_in_the_hardest_reports(name: str, check_report: CheckReport) -> None:
    agreed = agreement(report_of(name), check_report(name))

    assert agreed.f1 >= 0.75, (agreed.missed, agreed.invented)


def test_the_claims_of_all_reports_are_given_to_whom_the_marks_say_and_judged_alike(check_report: CheckReport) -> None:
    agreed = [agreement(report_of(name), check_report(name)) for name in ALL]

    assert sum(len(of.wrong) for of in agreed) <= 0.05 * sum(of.both for of in agreed), [of.wrong for of in agreed]


@pytest.mark.parametrize("name", ALL)
def test_no_true_claim_is_called_contradicted(name: str, check_report: CheckReport) -> None:
    wrong = [mark.value for mark in report_of(name).marks if mark.verdict == "contradicted"]

    assert [(c.quote, c.why) for c in check_report(name) if c.verdict == "contradicted" and c.value not in wrong] == []
