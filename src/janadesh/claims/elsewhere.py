"""Whether an article tells of an election that the record does not hold, in a country or house that it lacks."""

from __future__ import annotations

from janadesh.claims.election_names import ElectionNames
from janadesh.claims.election_names import Meaning
from janadesh.claims.people import name_runs
from janadesh.names.phrases import Found
from janadesh.names.sound import joined_sound_key

_NAMES = frozenset({"territory", "region", "district", "house", "party", "alliance", "person"})
_STRANGE = 2
"""So many names that are not on record make it likely that an article tells of something else."""
_TO_ONE = 5
"""So many, for each that is on record."""


def tells_of_elsewhere(
    text: str, names: ElectionNames, found: list[Found[Meaning]], places: list[Found[Meaning]]
) -> bool:
    """
    Whether nearly all that an article names is unknown to the record: it is then of no election on record.

    The nearest election by date is what an article is taken to be about where it names nothing at all ("Counting is
    on October 4."); one on the Commons of another country names plenty. `found` are the names of any election,
    `places` those of the one whose `names` are given.
    """
    on_record = [f for f in found if any(noun in _NAMES for noun, _ in f.meanings)]
    known = {f.meanings for f in (*on_record, *places)}
    taken = [(f.start, f.end) for f in (*on_record, *places)]
    strange = set()
    for run in name_runs(text, 0, len(text), taken):
        if len(run.words) > 1 and joined_sound_key(run.words) in names.by_joined_sound:
            known.add((("person", " ".join(run.words)),))
        elif not _begins_a_sentence(text, run.start):
            strange.add(run.words)
    return len(strange) >= _STRANGE and len(strange) >= _TO_ONE * len(known)


def _begins_a_sentence(text: str, start: int) -> bool:
    # its capital says nothing there
    while start > 0 and text[start - 1] in " \"'“‘(":
        start -= 1
    return start == 0 or text[start - 1] in ".!?\n:;"
