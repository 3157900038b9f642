"""Articles as text, web page and JSON: id, date and text, and offsets that stay true."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from janadesh.errors import JanadeshError
from janadesh.sources.article import Article
from janadesh.sources.article import BrokenJson
from janadesh.sources.article import EmptyArticle
from janadesh.sources.article import NoDate
from janadesh.sources.article_markup import blanked
from janadesh.sources.articles import parse_articles
from janadesh.sources.articles import read_articles
from janadesh.sources.text_file import BinaryFile
from janadesh.sources.text_file import FileTooLarge
from janadesh.sources.text_file import NoSuchFile
from janadesh.sources.text_file import WrongEncoding

COUNTING_DAY = dt.date(2024, 10, 8)
REPORT = " date 2024-10-08 <p>Omar Abdullah won <a href='x'>Budgam</a> in J&amp;K by 18,485 votes.</p>"


def one(content: str, written_on: dt.date | None = None) -> Article:
    (article,) = parse_articles(content, "report", written_on)
    return article


def marked_claims(folder: Path) -> list[tuple[str, list[dict[str, Any]]]]:
    gold = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    return [(each["article"], each["claims"]) for each in gold]


@pytest.mark.parametrize(("gold", "articles", "ending"), [("seeds-gold", "seeds", "txt"), ("gold", "news", "json")])
def test_offsets_of_marked_claims_are_those_of_the_text(shared: Path, gold: str, articles: str, ending: str) -> None:
    for name, claims in marked_claims(shared / "claims" / gold):
        (article,) = read_articles(shared / articles / f"{name}.{ending}")

        assert article.id == name
        assert len(article.plain) == len(article.text)
        assert [article.text[c["start"] : c["end"]] for c in claims] == [c["quote"] for c in claims]


def test_a_text_begins_with_its_date_and_keeps_it() -> None:
    article = one(REPORT)

    assert article.written_on == COUNTING_DAY
    assert article.text == REPORT
    assert "2024-10-08" not in article.plain


def test_tags_entities_and_the_date_are_blanks_in_the_plain_text() -> None:
    plain = one(REPORT).plain

    assert " ".join(plain.split()) == "Omar Abdullah won Budgam in J& K by 18,485 votes."
    assert plain.index("Budgam") == REPORT.index("Budgam")
    assert plain.index("18,485") == REPORT.index("18,485")


def test_a_date_given_beside_the_text_stands() -> None:
    assert one(REPORT, dt.date(2024, 10, 9)).written_on == dt.date(2024, 10, 9)
    assert one("Omar Abdullah won Budgam.", COUNTING_DAY).written_on == COUNTING_DAY


@pytest.mark.parametrize(
    "head",
    [
        "date 8 October 2024 ",
        "date 8th October, 2024. ",
        "Date: Tuesday, 8 October 2024\n",
        "DATE: OCTOBER 8, 2024 ",
        "date october 8 2024 ",
        "date 8 Oct. 2024 ",
        "dated 08-Oct-2024 ",
        "date 2024-10-8 ",
        "date 2024-10-08T21:00:00+05:30 ",
        "date 8 अक्टूबर 2024 ",
    ],
)
def test_the_day_is_read_as_editors_write_it(head: str) -> None:
    article = one(f"{head}Omar Abdullah won Budgam.")

    assert article.written_on == COUNTING_DAY
    assert article.plain == " " * len(head.rstrip(" \n.")) + article.text[len(head.rstrip(" \n.")) :]


@pytest.mark.parametrize(
    ("head", "found"),
    [("8/10/2024", "8/10/2024"), ("31 February 2024", "31 February 2024"), ("8 October", "8 October")],
)
def test_a_head_that_is_no_day_or_two_days_is_shown_to_its_writer(head: str, found: str) -> None:
    """`8/10/2024` is in October in one country and in August in another."""
    with pytest.raises(NoDate, match=f"{found}.* cannot be read as one day.*date 8 October 2024"):
        one(f"date {head} Omar Abdullah won Budgam.")


def test_a_day_of_figures_is_read_where_only_one_day_can_be_meant() -> None:
    assert one("date 14/10/2024 Omar won.").written_on == one("date 10/14/2024 Omar won.").written_on


def test_json_may_give_its_day_in_words() -> None:
    article = one(json.dumps({"text": "Omar Abdullah won Budgam.", "date": "October 8, 2024"}))

    assert article.written_on == COUNTING_DAY


@pytest.mark.parametrize("text", ["Omar won Budgam.", " date of birth 1970", " date 2024-13-08 Omar won.", "18 date x"])
def test_a_text_without_a_day_is_told_how_to_give_one(text: str) -> None:
    with pytest.raises(NoDate, match="--date 2024-10-08"):
        one(text)


@pytest.mark.parametrize("text", ["", " \n\t ", " date 2024-10-08 ", " date 2024-10-08 <p>&#32;</p>"])
def test_a_text_with_nothing_in_it_is_empty(text: str) -> None:
    with pytest.raises(EmptyArticle):
        one(text)


def test_a_json_object_is_one_article() -> None:
    article = one(
        json.dumps({"id": "001", "date": "2024-10-08", "text": REPORT, "title": "Won", "url": "https://x.in/1"})
    )

    assert (article.id, article.written_on, article.title, article.url) == (
        "001",
        COUNTING_DAY,
        "Won",
        "https://x.in/1",
    )
    assert article.text == REPORT


def test_a_json_object_may_have_its_date_in_the_text() -> None:
    assert one(json.dumps({"text": REPORT})).written_on == COUNTING_DAY


@pytest.mark.parametrize("join", ["[{}, {}]", "{}\n{}", "\n{}\r\n{}\n"])
def test_a_list_and_lines_of_json_are_several_articles(join: str) -> None:
    both = [json.dumps({"date": f"2024-10-0{day}T10:00:00+05:30", "text": "Counting."}) for day in (8, 9)]
    content = join.replace("{}", both[0], 1).replace("{}", both[1], 1)

    articles = parse_articles(content, "two", None)

    assert [article.id for article in articles] == ["two-1", "two-2"]
    assert [article.written_on.day for article in articles] == [8, 9]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('{"text": "Counting."', "line 1"),
        ('{"date": "2024-10-08", "text": "a"}\n{"date": oops}', "line 2"),
        ('[{"date": "2024-10-08"}]', "article 1: it is not an object with a"),
        ('{"date": "2024-10-08", "text": 7}', "it is not an object with a"),
        (
            '[{"id": 1, "text": "date 2024-10-08 a"}, {"id": 1, "text": "date 2024-10-08 b"}]',
            "two articles have the id",
        ),
        ('{"a":' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_broken_json_is_told_with_its_place(content: str, problem: str) -> None:
    with pytest.raises(BrokenJson, match=problem):
        parse_articles(content, "broken")


def test_a_json_article_without_a_day_is_told_so() -> None:
    with pytest.raises(NoDate, match="'yesterday' cannot be read as one day"):
        one('{"date": "yesterday", "text": "Counting."}')
    with pytest.raises(NoDate):
        one('{"text": "Counting."}')


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", BinaryFile),
        (b"%PDF-1.7 ...", BinaryFile),
        ("date 2024-10-08 Omar won".encode("utf-16"), WrongEncoding),
        (b"date 2024-10-08 Omar won\nCaf\xe9", WrongEncoding),
        (b"", EmptyArticle),
    ],
)
def test_a_file_that_is_no_utf8_text_is_told(tmp_path: Path, content: bytes, error: type[JanadeshError]) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes(content)

    with pytest.raises(error, match="report"):
        read_articles(file)


def test_a_file_too_large_or_missing_is_told(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(101_000_000)

    with pytest.raises(FileTooLarge, match="101 MB"):
        read_articles(tmp_path / "large.txt")
    with pytest.raises(NoSuchFile, match="no such file"):
        read_articles(tmp_path / "nowhere.txt")
    with pytest.raises(NoSuchFile, match="not a file"):
        read_articles(tmp_path)


PIECES = [
    "<p>",
    "</p>",
    "<br/>",
    "<a title='2 > 1'>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "&amp;",
    "&#x41;",
    "&no;",
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8))).map("".join))
def test_taking_markup_away_moves_no_character(text: str) -> None:
    plain = blanked(text)

    assert len(plain) == len(text)
    assert all(there == here or here in "\n " or "&" in text for there, here in zip(text, plain, strict=True))


@given(st.text(st.characters(exclude_characters="<&")))
def test_a_text_without_markup_stays_as_it_is(text: str) -> None:
    assert blanked(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a<p>b", "a\n  b"),
        ("a<b>b</b>", "a   b    "),
        ("a<img alt='x > y'>b", "a                 b"),
        ("<script>if (a<b) {}</script>b", " " * 28 + "b"),
        ("<!-- <p> -->b", " " * 12 + "b"),
        ("J&amp;K", "J&    K"),
        ("J&K; 3 < 4 and <b", "J&K; 3 < 4 and <b"),
        ("&#8377;500 &foo;", "₹      500 &foo;"),
        ("it's <i title=it's>so</i>", "it's" + " " * 15 + "so    "),
    ],
)
def test_markup_becomes_blanks_and_line_ends(text: str, plain: str) -> None:
    assert blanked(text) == plain


def test_the_headline_of_another_story_between_paragraphs_is_no_part_of_the_report() -> None:
    text = "<p>He won.</p>.Related: she trails by 900 votes.<p>He lost elsewhere.</p>"

    assert "trails" not in blanked(text)
    assert blanked(text).split() == ["He", "won.", "He", "lost", "elsewhere."]


def test_a_line_between_paragraphs_that_is_no_link_is_kept() -> None:
    assert "She trails" in blanked("<p>He won.</p>She trails by 900 votes.<p>He lost elsewhere.</p>")


@pytest.mark.parametrize("piece", ["<!--", "<a ", "<a href='", "<script>", "&", "<"])
def test_markup_without_end_takes_no_time_to_speak_of(piece: str) -> None:
    """The standard library's parser takes minutes over the first of these."""
    text = piece * 100_000

    assert len(blanked(text)) == len(text)
