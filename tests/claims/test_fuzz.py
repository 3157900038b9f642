"""
The whole check over texts made by chance: it never fails, and takes no longer than the length allows.

For a minute in CI, for five seconds elsewhere; `JANADESH_FUZZ_SECONDS` says otherwise. The rounds are
numbered seeds, so that a longer run goes over the same texts first.
"""

from __future__ import annotations

import gc
import itertools
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import Phase
from hypothesis import given
from hypothesis import seed
from hypothesis import settings
from hypothesis import strategies as st

from janadesh import model
from janadesh.claims.checking import Checker
from janadesh.claims.checking import checker_of
from janadesh.claims.claim import KINDS
from janadesh.claims.claim import VERDICTS
from janadesh.errors import JanadeshError
from janadesh.names.casing import in_title_case
from janadesh.record.opening import open_record
from janadesh.sources.articles import parse_articles

SECONDS = float(os.environ.get("JANADESH_FUZZ_SECONDS") or (60 if os.environ.get("CI") == "true" else 5))
SECONDS_AT_MOST = 1.0
SECONDS_A_KILOBYTE = 0.5
"""Ten times what the slowest real report takes, and room for a machine that is busy with other things."""

_WORDS = (
    "won lost defeated led leads trailing votes vote seats seat margin by of with from against in the and "
    "both per cent turnout electors majority party candidate alliance sitting former chief minister "
    "polled secured bagged contested retained wrested total postal NOTA round phase on Thursday October 8 "
    "2024 today earlier by-election he she they his her who while but more than nearly about at least not "
    "no never any half two-thirds dozen lakh crore percent"
)
WORDS = _WORDS.split()
_HINDI = "ने से को में की सीट सीटें मत मतों वोट जीत जीते हारे हराया अंतर प्रतिशत लाख हजार बडगाम उमर अब्दुल्ला भाजपा कांग्रेस ।"
HINDI = _HINDI.split()
MARKUP = (
    "<p>",
    "</p>",
    "<b>",
    "<br/>",
    "<table><tr><td>",
    "<!--",
    "-->",
    "<a href='",
    "<script>",
    "&amp;",
    "&#2309;",
    "<",
)
ODD = (
    "\0",
    "\x07",
    "\u200d",
    "\u202e",
    "\ufeff",
    "\xad",
    "\N{COMBINING ACUTE ACCENT}",
    "\r\n",
    "\n\n",
    "\t",
    "\u2028",
    "😀",
)
STOPS = (". ", ", ", "; ", ": ", " - ", "\n", "? ", " (", ") ", '"', "' ", "’s ", " | ", "/", "…")
NUMBERS = st.one_of(
    st.integers(min_value=0, max_value=10**9).map(str),
    st.integers(min_value=0, max_value=10**7).map("{:,}".format),
    st.sampled_from(
        (
            "1,25,000",
            "18,485",
            "4.7 crore",
            "63.45%",
            "29-16",
            "0",
            "1,2,3",
            "9" * 400,
            "1.2.3.4",
            "½",
            "१२,३४५",
        )
    ),
)


@pytest.fixture(scope="module")
def checker(bundled_file: Path) -> Iterator[Checker]:
    with open_record(bundled_file) as record:
        yield checker_of(record)


@pytest.fixture(scope="module")
def names(checker: Checker) -> list[str]:
    """Take some names of every kind from the record."""
    record = checker.vocabulary.record
    held = [
        *map(in_title_case, record.frame(model.Candidacy)["name"].unique().sort().head(400)),
        *record.frame(model.Constituency)["name"].unique().sort().head(200),
        *record.frame(model.Party)["name"].sort().head(100),
        *record.frame(model.Party)["abbreviation"].sort().head(100),
        *record.frame(model.Person)["name"].sort(),
    ]
    return [name for name in held if name]


def texts(names: list[str]) -> st.SearchStrategy[str]:
    """Make texts of an article's words in any order, and of what no article should hold."""
    piece = st.one_of(
        st.sampled_from(names),
        st.sampled_from(WORDS),
        NUMBERS,
        st.sampled_from(WORDS),
        st.sampled_from(STOPS),
        st.sampled_from(HINDI),
        st.sampled_from((*MARKUP, *ODD)),
        st.text(max_size=6),
    )
    repeated = st.tuples(piece, st.integers(min_value=2, max_value=60)).map(lambda of: (of[0] + " ") * of[1])
    pieces = st.lists(st.one_of(piece, piece, piece, piece, piece, repeated), min_size=1, max_size=60)
    return st.tuples(pieces, st.sampled_from((" ", " ", " ", ""))).map(lambda of: of[1].join(of[0]))


def holds(checker: Checker, text: str) -> None:
    """Check a text twice, and make sure of what is true of every check."""
    started = time.process_time()
    try:
        articles = parse_articles(f"date 2024-10-09 {text}", "fuzz")
    except JanadeshError:
        return
    for article in articles:
        claims = checker.check(article)
        for claim in claims:
            assert 0 <= claim.start < claim.end <= len(article.text)
            assert claim.quote == article.text[claim.start : claim.end]
            assert claim.verdict in VERDICTS
            assert claim.kind in KINDS
        assert checker.check(article) == claims
    took = (time.process_time() - started) / 2
    assert took < SECONDS_AT_MOST + SECONDS_A_KILOBYTE * len(text) / 1000


@pytest.fixture(scope="module", autouse=True)
def _swept() -> Iterator[None]:
    """Let what other tests left be no part of any text's time: to sweep a gigabyte of it for garbage takes a second."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def test_the_check_holds_whatever_the_text(checker: Checker, names: list[str]) -> None:
    """No text makes it fail; spans lie in the text, verdicts are verdicts, and twice the same is found."""
    until = time.monotonic() + SECONDS
    # an election's names are read from the record when first met, which is no part of any text's time
    holds(checker, "Omar Abdullah won Budgam in the Lok Sabha election, and Budgam in the assembly election of 2024.")
    quick = settings(
        max_examples=40,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    for number in itertools.count():
        if time.monotonic() > until:
            break
        seed(number)(quick(given(text=texts(names))(lambda text: holds(checker, text))))()


@pytest.mark.parametrize(
    "text",
    [
        "Omar Abdullah won with " + " ".join(str(1000 + n) for n in range(800)) + " votes.",
        "Omar Abdullah won with " + ", ".join(f"{1000 + n:,} votes" for n in range(500)) + ".",
        "won " + "two hundred thousand and " * 1_000 + "votes",
        "Omar Abdullah Farooq Abdullah National Conference Jammu and Kashmir " * 300,
        "OMAR ABDULLAH " * 1_000,
        "a" * 50_000,
        "1," * 1_500,
        "12-13-" * 500,
        "A.B.C. " * 3_000,
        "(" * 20_000,
        "<p " * 10_000,
        "e" + "\u0301" * 50_000,
        "by Thursday evening " * 1_000,
        "NC, BJP, PDP, Congress, " * 500,
    ],
    ids=lambda text: text[:24],
)
def test_a_hostile_text_takes_no_longer_than_its_length_allows(checker: Checker, text: str) -> None:
    holds(checker, text)
