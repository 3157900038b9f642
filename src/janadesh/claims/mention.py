"""A name or cue found in a text."""

from __future__ import annotations

from dataclasses import dataclass

from janadesh.claims.election_names import Candidate
from janadesh.claims.election_names import Meaning


@dataclass(frozen=True, slots=True)
class Mention:
    """
    Something named at `text[start:end]`.

    `kind` is `candidate`, `person`, `party`, `alliance`, `constituency`, `district`, `region`,
    `territory`, `house` or `cue`. `candidates` holds a candidate's candidacies in the sentence's election;
    `also` the other meanings of the same words (a constituency that is a district too).
    """

    kind: str
    id: str
    start: int
    end: int
    candidates: tuple[Candidate, ...] = ()
    also: tuple[Meaning, ...] = ()
