"""The pages beside those of elections, constituencies and articles."""

from __future__ import annotations

from janadesh.desk import alliance_page
from janadesh.desk import article_page
from janadesh.desk import compare_page
from janadesh.desk import embed_charts
from janadesh.desk import embed_page
from janadesh.desk import government_page
from janadesh.desk import ledger_page
from janadesh.desk import list_page
from janadesh.desk import named_seats_page
from janadesh.desk import numbers_page
from janadesh.desk import party_page
from janadesh.desk import person_page
from janadesh.desk import picture_page
from janadesh.desk import share_page
from janadesh.desk import sources_page
from janadesh.desk import step_page
from janadesh.desk import timeline_page

MORE_PAGES = (
    party_page,
    alliance_page,
    person_page,
    sources_page,
    ledger_page,
    numbers_page,
    timeline_page,
    compare_page,
    named_seats_page,
    step_page,
    embed_page,
    embed_charts,
    picture_page,
    share_page,
    government_page,
    list_page,
    article_page,
)
