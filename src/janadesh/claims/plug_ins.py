"""Kinds of claims that plug-ins bring: what they have to be, and how they are read and judged beside the others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass

from janadesh.claims.claim import KINDS
from janadesh.claims.claim import VERDICTS
from janadesh.claims.claim import Judgement
from janadesh.claims.claim import Reading
from janadesh.claims.facts import Facts
from janadesh.claims.judging.saying import unverifiable
from janadesh.claims.scene import Scene
from janadesh.claims.vocabulary import Vocabulary
from janadesh.plugins.finding import CLAIM_KINDS
from janadesh.plugins.finding import PlugIn
from janadesh.plugins.finding import plug_ins
from janadesh.plugins.finding import reason
from janadesh.plugins.finding import tell


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimKind:
    """
    A kind of claim.

    - `name`: the `kind` of its readings, as results print it.
    - `describes`: what it claims, in one line.
    - `read`: finds its claims in one sentence, from the words alone. Offsets count the article's characters.
    - `judge`: says what the record says of one of its readings, for an article written on a day.
    """

    name: str
    describes: str
    read: Callable[[Scene, Vocabulary], Iterable[Reading]]
    judge: Callable[[Facts, Reading, dt.date], Judgement]


@dataclass(frozen=True, slots=True)
class PluggedInKinds:
    """The kinds of claims that plug-ins bring, by name. One that fails is told, and nothing of it is used there."""

    by_name: Mapping[str, PlugIn[ClaimKind]]

    def read(self, scene: Scene, vocabulary: Vocabulary) -> Iterator[Reading]:
        """Find the claims of these kinds in a sentence."""
        for plug_in in self.by_name.values():
            try:
                found = [*plug_in.brings.read(scene, vocabulary)]
            except Exception as error:  # noqa: BLE001 - a stranger's reader must not lose the article's other claims
                tell(f"Some claims are not read, since {plug_in.label} failed ({reason(error)}).")
                continue
            for reading in found:
                if _is_of(reading, plug_in, scene):
                    yield reading
                else:
                    tell(
                        f"Some claims are left out, since {plug_in.label} gave one that is no stretch of the sentence."
                    )

    def judge(self, facts: Facts, reading: Reading, written_on: dt.date) -> Judgement:
        """Say what the record says of a reading of one of these kinds."""
        plug_in = self.by_name[reading.kind]
        try:
            judged = plug_in.brings.judge(facts, reading, written_on)
            wrong = None if isinstance(judged, Judgement) and judged.verdict in VERDICTS else "it gave no verdict"
        except Exception as error:  # noqa: BLE001 - as above
            wrong = reason(error)
        if wrong is None:
            return judged
        tell(f"Some claims are not judged, since {plug_in.label} failed ({wrong}).")
        return unverifiable(f"The plug-in that judges such claims failed ({wrong}).")


def plugged_in_kinds() -> PluggedInKinds:
    """Find the kinds of claims that plug-ins bring."""
    return PluggedInKinds({one.brings.name: one for one in plug_ins(CLAIM_KINDS, ClaimKind, KINDS)})


def _is_of(reading: object, plug_in: PlugIn[ClaimKind], scene: Scene) -> bool:
    return (
        isinstance(reading, Reading)
        and reading.kind == plug_in.brings.name
        and scene.sentence.start <= reading.start < reading.end <= scene.sentence.end
    )
