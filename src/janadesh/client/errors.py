"""
What can go wrong when a desk is asked.

    JanadeshError
    ├── NotInRecord        the desk's record does not hold what was asked about
    ├── UnreadableMoment   `as_of` is no moment
    ├── AnswerRefused      the desk refused the request for another reason
    └── DeskUnreachable    no desk answered at that address
"""

from __future__ import annotations

from janadesh.desk.api.shapes.envelope import Problem
from janadesh.errors import JanadeshError
from janadesh.errors import NotInRecord
from janadesh.record.moments import UnreadableMoment


class AnswerRefused(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """The desk refused a request; `problem` is what it said."""

    exit_code = 2

    def __init__(self, problem: Problem) -> None:
        """Keep the problem beside its own words."""
        super().__init__(problem.detail)
        self.problem = problem


class DeskUnreachable(JanadeshError):  # noqa: N818
    """No desk answered at an address."""

    exit_code = 4


def error_of(problem: Problem) -> JanadeshError:
    """Give the error that a problem stands for, with the desk's own words."""
    kind = problem.type.rpartition("#")[2]
    if kind == "not-in-record":
        return NotInRecord(problem.detail)
    if kind == "unreadable-moment":
        return UnreadableMoment(problem.detail)
    return AnswerRefused(problem)
