"""
Score the judging half alone: each claim marked by hand is made a reading, judged, and its verdict compared.

    python benchmarks/judging.py --record election.sqlite --shared ../shared [--show]
"""

from __future__ import annotations

import argparse
import collections
import statistics
import sys
import time
from pathlib import Path

import janadesh
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.facts import Facts
from janadesh.claims.facts import facts_of
from janadesh.claims.judging.judge import judge

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.claims.judging.marked_claims import Marked
from tests.claims.judging.marked_claims import marked_claims
from tests.claims.judging.marked_claims import reading_of

from figures import Figure
from figures import keep

Judged = tuple[Marked, Reading, Judgement]
APART = ("alliance", "history")
"""Kinds that the claims' own score leaves out of the headline."""


def judged(facts: Facts, claims: list[Marked]) -> list[Judged]:
    """Judge every claim."""
    readings = [(marked, reading_of(facts, marked)) for marked in claims]
    return [(marked, reading, judge(facts, reading, marked.written_on)) for marked, reading in readings]


def main() -> None:
    """Print how many verdicts are as marked, by kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--gold", default="gold", help="the folder of marks: gold or seeds-gold")
    parser.add_argument("--show", action="store_true", help="print the claims judged otherwise than marked")
    parser.add_argument("--all", action="store_true", help="print every claim")
    args = parser.parse_args()
    facts = facts_of(janadesh.open(args.record))
    results = judged(facts, list(marked_claims(args.shared, args.gold)))
    for result in results:
        if args.all or (args.show and not _is_right(result)):
            print(_shown(result))
    _print_score(results)
    print(f"one judgement: {_speed(facts, results):.1f} µs (median)")


def _is_right(result: Judged) -> bool:
    return bool(result[0].claim["verdict"] == result[2].verdict)


def _print_score(results: list[Judged]) -> None:
    seen = collections.Counter(marked.claim["kind"] for marked, _, _ in results)
    right = collections.Counter(result[0].claim["kind"] for result in results if _is_right(result))
    falsely = sum(r[2].verdict == "contradicted" and not _is_right(r) for r in results)
    for kind in sorted(seen):
        print(f"{kind:<12}{right[kind]:>5}/{seen[kind]:<5}{100 * right[kind] / seen[kind]:6.1f}")
    of, all_right = (sum(n for k, n in c.items() if k not in APART) for c in (seen, right))
    print(f"{'headline':<12}{all_right:>5}/{of:<5}{100 * all_right / of:6.1f}")
    print(f"falsely contradicted: {falsely}")
    keep(
        Figure(
            what="judging alone: verdicts as marked, where the reading is given",
            ours=f"{100 * all_right / of:.1f} %, {falsely} falsely contradicted",
        )
    )


def _shown(result: Judged) -> str:
    marked, _, got = result
    claim, mark = marked.claim, "ok" if _is_right(result) else "NO"
    verdicts = f"{claim['verdict']:<12} -> {got.verdict:<12}"
    return (
        f"{mark} {marked.article} {claim['kind']:<10} {verdicts} {marked.quote[:80]!r}\n"
        f"      {claim.get('value')} {claim.get('comparator')} marked: {claim.get('official')} | {claim.get('why')}\n"
        f"      here: {got.official} | {got.why}"
    )


def _speed(facts: Facts, results: list[Judged]) -> float:
    times = []
    for marked, reading, _ in results:
        began = time.perf_counter()
        judge(facts, reading, marked.written_on)
        times.append(time.perf_counter() - began)
    return statistics.median(times) * 1e6


if __name__ == "__main__":
    main()
