"""Articles kept: on the timeline, on their own pages with verdicts then and now, and from the check page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

import janadesh
from janadesh import model
from janadesh.claims.kept_articles import kept_article
from janadesh.desk.app import create_app
from janadesh.desk.checks import HeldCheckers
from janadesh.desk.desk import Desk
from janadesh.desk.pages import Pages
from janadesh.desk.remembered import Remembered
from janadesh.desk.writing import Writing
from janadesh.record.book import Record
from janadesh.sources.article import Article
from janadesh.sources.article_keeping import keep_article
from janadesh.sources.article_text import text_article
from tests.desk.conftest import HERE
from tests.desk.conftest import client_of
from tests.desk.pages import links_of
from tests.desk.pages import marks_of
from tests.desk.pages import text_of

TOKEN = "correct horse battery staple"
TIMELINE = "/elections/in-jk-2024/timeline"
TEXT = (
    "date 2024-08-22 The Assembly polls in Jammu and Kashmir will be held in three phases. "
    "The counting of votes will take place on October 4."
)
HOSTILE = "<script>alert(1)</script> won Budgam"


def kept(record: Record, text: str = TEXT, title: str | None = "Counting set", url: str | None = None) -> str:
    """Keep an article; give its page's path."""
    article: Article = text_article(text, "a test", title=title, url=url)
    return f"/articles/{keep_article(record, article, 'The Daily').id}"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with janadesh.open(tmp_path_factory.mktemp("articles") / "record.sqlite") as record:
        janadesh.load(record, "jk-2024")
        yield record


@pytest.fixture(scope="module")
def path(record: Record) -> str:
    return kept(record, url="https://example.org/count")


@pytest.fixture(scope="module")
def client(record: Record, path: str) -> Iterator[TestClient]:
    with TestClient(create_app(record, writing=Writing(TOKEN)), base_url=HERE) as client:
        yield client


def test_timeline_shows_an_article_with_outlet_link_and_verdicts(client: TestClient, path: str) -> None:
    page = client.get(TIMELINE).text

    assert path in links_of(page)
    assert "https://example.org/count" in links_of(page)
    assert "Counting set Article, The Daily · the original" in text_of(page)


def test_timeline_counts_verdicts_then_and_now_by_word_and_shape(client: TestClient, path: str) -> None:
    page = client.get(TIMELINE).text
    (article,) = html.fromstring(page).find_class("k-article")
    strips = [" ".join(strip.text_content().split()) for strip in article.find_class("strip")]

    assert strips == ["2 confirmed", "1 confirmed 1 superseded"]
    assert len(article.find_class("sign")) == 3


def test_timeline_at_a_moment_lacks_later_articles_and_later_verdicts(client: TestClient, path: str) -> None:
    before = client.get(TIMELINE, params={"as_of": "2024-08-21"}).text
    between = client.get(TIMELINE, params={"as_of": "2024-08-25"}).text

    assert "Counting set" not in before
    (article,) = html.fromstring(between).find_class("k-article")
    assert "superseded" not in article.text_content()
    assert f"{path}?as_of=2024-08-25" in links_of(between)


def test_article_belongs_only_to_elections_it_speaks_of(client: TestClient, path: str) -> None:
    assert path not in links_of(client.get("/elections/in-ls-2019/timeline").text)


def test_changed_verdict_stands_side_by_side_with_the_one_then(client: TestClient, path: str) -> None:
    """The count set for 4 October was moved nine days after the article."""
    page = client.get(path).text
    claim = text_of(page, "#claim-2")

    assert "Was confirmed, since superseded" in claim
    assert claim.index("Then Confirmed") < claim.index("Now Superseded")
    assert "8 October 2024" in claim
    assert "Was" not in text_of(page, "#claim-1")


def test_article_is_shown_with_its_claims_marked(client: TestClient, path: str) -> None:
    page = client.get(path).text

    assert text_of(page, "h1") == "Counting set"
    assert marks_of(page) == ["three phases", "counting of votes will take place on October 4"]
    assert "The Daily · published on 22 August 2024" in text_of(page)
    assert TIMELINE in links_of(page)


def test_article_as_of_a_moment_is_judged_by_it(client: TestClient, path: str) -> None:
    then = text_of(client.get(path, params={"as_of": "2024-08-25"}).text)

    assert "Every claim is judged as it was when it was published." in then


def test_article_that_was_not_known_yet_is_not_on_the_record(client: TestClient, path: str) -> None:
    assert client.get(path, params={"as_of": "2024-08-20"}).status_code == 404
    assert client.get("/articles/nothing").status_code == 404


def test_article_page_in_hindi_has_its_texts_in_hindi(client: TestClient, path: str) -> None:
    page = text_of(client.get(f"{path}?lang=hi").text)

    assert "मूल लेख" in page
    assert "published on" not in page


def test_article_without_a_title_is_headed_by_its_first_words(folder: Path) -> None:
    with janadesh.open(folder / "record.sqlite") as record:
        path = kept(record, f"date 2024-08-22 {'Nothing was said of it. ' * 20}", title=None)
        heading = text_of(client_of(record).get(path).text, "h1")

    assert heading.startswith("Nothing was said of it.")
    assert heading.endswith("…")
    assert len(heading) < 100


def test_hostile_article_is_shown_as_text(folder: Path) -> None:
    with janadesh.open(folder / "record.sqlite") as record:
        path = kept(record, f"date 2024-10-09 {HOSTILE}", title=HOSTILE, url="javascript:alert(1)")
        page = client_of(record).get(path).text

    assert "<script>alert" not in page
    assert "javascript:alert" not in page


def test_form_offers_to_keep_only_where_a_token_is_configured(client: TestClient, desk: TestClient) -> None:
    assert 'name="token"' in client.get("/check").text
    assert 'name="token"' not in desk.get("/check").text


def send(client: TestClient, **fields: str) -> tuple[int, str]:
    given = {"text": "The BJP won 29 seats in Jammu and Kashmir.", "written_on": "2024-10-10", "outlet": "The Weekly"}
    answer = client.post("/check", data=given | fields)
    return answer.status_code, answer.text


def test_checked_article_is_kept_only_if_asked(client: TestClient, record: Record) -> None:
    before = record.frame(model.Article).height
    status, _ = send(client, token=TOKEN)

    assert status == 200
    assert record.frame(model.Article).height == before


def test_checked_article_is_kept_with_the_token(client: TestClient, record: Record) -> None:
    status, page = send(client, keep="1", token=TOKEN, title="29 seats", url="https://example.org/29")
    row = record.frame(model.Article).filter(title="29 seats").to_dicts()

    assert status == 200
    assert "Kept." in text_of(page)
    assert [(one["outlet"], one["url"]) for one in row] == [("The Weekly", "https://example.org/29")]
    assert f"/articles/{row[0]['id']}" in links_of(page)
    assert TOKEN not in page


@pytest.mark.parametrize("token", ["", "another token, as long as it"])
def test_wrong_token_keeps_nothing_and_the_text(client: TestClient, record: Record, token: str) -> None:
    before = record.frame(model.Article).height
    status, page = send(client, keep="1", token=token)

    assert status == 403
    assert "not the desk's token" in text_of(page)
    assert "29 seats" in text_of(page, "textarea")
    assert record.frame(model.Article).height == before


def test_desk_without_a_token_keeps_nothing(desk: TestClient) -> None:
    status, page = send(desk, keep="1", token=TOKEN)

    assert status == 403
    assert "JANADESH_TOKEN" in text_of(page)


def test_address_that_is_none_is_refused(client: TestClient) -> None:
    status, page = send(client, keep="1", token=TOKEN, url="javascript:alert(1)")

    assert status == 422
    assert "is no address of a page" in text_of(page)


def test_what_is_loaded_later_and_other_articles_leave_verdicts_then_as_remembered(record: Record, path: str) -> None:
    remembered = Remembered(record)
    checkers = HeldCheckers(record, remembered.instants)
    desk = Desk(
        record=record, remembered=remembered, pages=Pages(str), shapes={}, check=checkers.check, checkers=checkers
    )
    article = kept_article(record, path.removeprefix("/articles/"))
    before = desk.verdicts.claims(article, article.known_at)
    kept(record, "date 2024-08-01 The Assembly has 90 seats.", title="Another")

    assert desk.verdicts.claims(article, article.known_at) is before
