"""Reports of other countries are read by the same rules; only the names come from a record."""

from __future__ import annotations

import pytest

from tests.claims.abroad.conftest import CheckIn
from tests.claims.abroad.last_reports import ANALYSIS
from tests.claims.abroad.last_reports import BROADCASTER
from tests.claims.abroad.last_reports import LOCAL_TV
from tests.claims.abroad.later_reports import LIVE_BLOG
from tests.claims.abroad.later_reports import LOCAL_PAPER
from tests.claims.abroad.later_reports import MIXED
from tests.claims.abroad.later_reports import PREVIEW
from tests.claims.abroad.later_reports import WIRE
from tests.claims.abroad.marks import Report
from tests.claims.abroad.marks import agreement
from tests.claims.abroad.records import BRITAIN
from tests.claims.abroad.records import CANADA
from tests.claims.abroad.records import FRANKLIN
from tests.claims.abroad.records import SURYAGARH
from tests.claims.abroad.reports import AMERICAN
from tests.claims.abroad.reports import BRITISH
from tests.claims.abroad.reports import CANADIAN

REPORTS = [
    *((BRITAIN.id, report) for report in BRITISH),
    *((CANADA.id, report) for report in CANADIAN),
    *((FRANKLIN.id, report) for report in AMERICAN),
    (BRITAIN.id, LOCAL_PAPER),
    (CANADA.id, WIRE),
    (SURYAGARH.id, LIVE_BLOG),
    (SURYAGARH.id, PREVIEW),
    (SURYAGARH.id, MIXED),
]
LAST = [(SURYAGARH.id, ANALYSIS), (BRITAIN.id, BROADCASTER), (FRANKLIN.id, LOCAL_TV)]


@pytest.mark.parametrize(("country", "report"), REPORTS, ids=[report.name for _, report in REPORTS])
def test_the_claims_of_a_report_from_abroad_are_found_and_judged(
    country: str, report: Report, check_in: CheckIn
) -> None:
    agreed = agreement(report, check_in(country, report.text, report.written_on))

    assert agreed.f1 >= 0.95, (agreed.missed, agreed.invented)
    assert agreed.wrong == ()


@pytest.mark.parametrize(("country", "report"), LAST, ids=[report.name for _, report in LAST])
def test_nine_claims_of_ten_are_found_in_the_reports_written_last(
    country: str, report: Report, check_in: CheckIn
) -> None:
    agreed = agreement(report, check_in(country, report.text, report.written_on))

    assert agreed.f1 >= 0.9, (agreed.missed, agreed.invented)
    assert agreed.wrong == ()


@pytest.mark.parametrize(("country", "report"), [*REPORTS, *LAST], ids=[report.name for _, report in [*REPORTS, *LAST]])
def test_no_claim_of_a_true_report_is_called_contradicted(country: str, report: Report, check_in: CheckIn) -> None:
    claims = check_in(country, report.text, report.written_on)

    assert [c.quote for c in claims if c.verdict == "contradicted"] == []
