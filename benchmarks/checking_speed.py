"""
Time the whole check on one core with a record of all India, beside spaCy finding the same names only.

    python benchmarks/lokdhaba_load.py --alone --record india.sqlite
    python benchmarks/checking_speed.py --record india.sqlite [--shared ../shared] [--token-patterns 5000]

The articles are those of `shared/news`, checked over and over in one process; articles a second of
processor time, the best of three rounds once an election's names are read. spaCy is `blank("en")` with an
entity ruler of every name in the record, first as phrases (its fastest way: one look-up a word), then, for
so many names as `--token-patterns` says, as token patterns that ignore case (its time grows with their
number). Where spaCy is not installed it is left out. Each side runs in a process of its own, so that the
memory is its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
from collections.abc import Callable
from pathlib import Path

from figures import Figure
from figures import keep
from janadesh import model
from janadesh.claims.checking import checker_of
from janadesh.names.casing import in_title_case
from janadesh.record.book import Record
from janadesh.record.opening import open_record
from janadesh.sources.article import Article
from janadesh.sources.articles import read_articles

ROUNDS = 3
Measured = tuple[float, float, float]
"""Articles a second, seconds to make ready, and megabytes at most."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, required=True, help="a record of all India")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder of articles")
    parser.add_argument("--token-patterns", type=int, default=5_000, metavar="N")
    args = parser.parse_args()
    own = apart(whole_check, args.record, args.shared)
    tell("whole check", own, own)
    try:
        import spacy
    except ImportError:
        print("spaCy is left out: it is not installed here")
        return
    print(f"spaCy {spacy.__version__}:")
    tell("phrases, all names", apart(spacy_phrases, args.record, args.shared), own)
    few = apart(spacy_tokens, args.record, args.shared, args.token_patterns)
    tell(f"token patterns, {args.token_patterns:,} names", few, own)


def apart(work: Callable[..., Measured], *args: object) -> Measured:
    """Run a measure in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(work, args)


def whole_check(place: Path, shared: Path) -> Measured:
    started = time.process_time()
    with open_record(place, create=False) as record:
        checker = checker_of(record)
        ready = time.process_time() - started
        articles = articles_in(shared)
        return rate(lambda: [checker.check(article) for article in articles], len(articles)), ready, megabytes()


def spacy_phrases(place: Path, shared: Path) -> Measured:
    return with_ruler(shared, [(label, name) for label, name in names_of(place)])


def spacy_tokens(place: Path, shared: Path, most: int) -> Measured:
    patterns = [(label, [{"LOWER": word.lower()} for word in name.split()]) for label, name in names_of(place)[:most]]
    return with_ruler(shared, patterns)


def with_ruler(shared: Path, patterns: list[tuple[str, object]]) -> Measured:
    import spacy

    texts = [article.plain for article in articles_in(shared)]
    started = time.process_time()
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": label, "pattern": pattern} for label, pattern in patterns])
    ready = time.process_time() - started
    return rate(lambda: list(nlp.pipe(texts)), len(texts)), ready, megabytes()


def names_of(place: Path) -> list[tuple[str, str]]:
    """List every name of the record once, those that are few first; candidates as reports write them."""
    found: dict[str, str] = {}
    with open_record(place, create=False) as record:
        for noun, columns in (
            (model.Party, ("name", "abbreviation")),
            (model.Alliance, ("name", "short_name")),
            (model.Territory, ("name",)),
            (model.House, ("name",)),
            (model.Person, ("name",)),
            (model.Name, ("name",)),
            (model.Constituency, ("name",)),
            (model.Candidacy, ("name",)),
        ):
            for column in columns:
                found |= dict.fromkeys(unique(record, noun, column), noun.__name__)
    return [(label, name) for name, label in found.items() if name.strip()]


def unique(record: Record, noun: type[model.Noun], column: str) -> list[str]:
    names = record.frame(noun)[column].drop_nulls().unique().sort().to_list()
    return [in_title_case(name) for name in names] if noun is model.Candidacy else names


def articles_in(shared: Path) -> list[Article]:
    return [article for path in sorted(shared.glob("news/*.json")) for article in read_articles(path)]


def rate(work: Callable[[], object], articles: int) -> float:
    """Give articles a second of processor time, the best of some rounds, after one that is not counted."""
    work()
    best = 0.0
    for _ in range(ROUNDS):
        started = time.process_time()
        work()
        best = max(best, articles / (time.process_time() - started))
    return best


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def tell(what: str, measured: Measured, own: Measured) -> None:
    speed, ready, memory = measured
    ratio = "" if measured is own else f"   the whole check has {own[0] / speed:8.2f} times its speed"
    print(f"{what:32}{speed:10.1f} articles/s {ready:8.1f} s to make ready {memory:8.0f} MB{ratio}", flush=True)
    if measured is not own:
        keep(
            Figure(
                what="articles checked a second, on one core, all of India on record",
                ours=f"{own[0]:.0f}/s",
                beside=f"spaCy, only finding names: {what}",
                other=f"{speed:.0f}/s",
                ratio=speed / own[0],
                memory=f"{own[2]:.0f} MB, {memory:.0f} MB",
                goal="ten times as fast",
                met=own[0] >= 10 * speed,
            )
        )


if __name__ == "__main__":
    main()
