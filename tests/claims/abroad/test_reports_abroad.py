"""Reports of other countries are read by the same rules; only the names come from a record."""

from __future__ import annotations

import pytest

from tests.claims.abroad.conftest import CheckIn
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


@pytest.mark.parametrize(("country", "report"), REPORTS, ids=[report.name for _, report in REPORTS])
def test_the_claims_of_a_report_from_abroad_are_found_and_judged(
    country: str, report: Report, check_in: CheckIn
) -> None:
    agreed = agreement(report, check_in(country, report.text, report.written_on))

    assert agreed.f1 >= 0.95, (agreed.missed, agreed.invented)
    assert agreed.wrong == ()
