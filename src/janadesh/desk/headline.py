"""The first line of an election's page: who has won, who is ahead, or when it is held, in neutral words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from markupsafe import Markup

from janadesh.desk.blocks import Block
from janadesh.desk.blocks import block_name
from janadesh.desk.blocks import block_short
from janadesh.desk.days import day_text
from janadesh.desk.language import filled
from janadesh.desk.names_shown import Naming

MOST_LISTED = 8
"""Blocks that a sentence names; where there are more, it counts the smallest together."""


@dataclass(frozen=True, slots=True)
class Seats:
    """How many seats are filled in an election, how many of them are declared or counting, and a majority of them."""

    total: int
    declared: int
    counting: int
    majority: int | None
    """None where the election fills only part of the house, so that a majority of its seats means nothing."""

    @property
    def is_over(self) -> bool:
        """Whether every seat is declared."""
        return self.total > 0 and self.declared == self.total

    @property
    def has_begun(self) -> bool:
        """Whether any seat is declared or being counted."""
        return self.declared + self.counting > 0


@dataclass(frozen=True, slots=True)
class Headline:
    """A line and the sentence under it."""

    line: Markup
    below: Markup


@dataclass(frozen=True, slots=True)
class Headlines:
    """Says how elections stand, in the language of its texts."""

    texts: NullTranslations
    naming: Naming

    def of(self, seats: Seats, blocks: Sequence[Block], count_on: dt.date | None, today: dt.date) -> Headline:
        """
        Say how an election stands.

        Args:
            seats: how far it has come.
            blocks: as `blocks_of` gives them.
            count_on: the day set for the count, as announced by the moment.
            today: the moment's day, where the election is held.
        """
        if not seats.has_begun or not blocks:
            return self._without_results(seats, count_on, today)
        if seats.majority is None:
            return self._part_of_a_house(seats, blocks)
        return self._over(seats, blocks) if seats.is_over else self._counting(seats, blocks)

    def _without_results(self, seats: Seats, count_on: dt.date | None, today: dt.date) -> Headline:
        gettext, ngettext = self.texts.gettext, self.texts.ngettext
        is_past = count_on is not None and count_on < today
        if count_on is None:
            when = filled(gettext("No day of the count is on the record."))
        elif is_past:
            when = filled(gettext("The count was on %(day)s."), day=day_text(self.texts, count_on))
        else:
            when = filled(gettext("The count is set for %(day)s."), day=day_text(self.texts, count_on))
        if not seats.total:
            return Headline(filled(gettext("No constituencies on the record at this moment")), when)
        if is_past:
            text = ngettext(
                "%(num)s seat: no results on the record", "%(num)s seats: no results on the record", seats.total
            )
            return Headline(filled(text, num=seats.total), when)
        text = ngettext(
            "%(num)s seat to be filled; no results yet", "%(num)s seats to be filled; no results yet", seats.total
        )
        if seats.majority:
            when += " " + self._majority(seats.majority)
        return Headline(filled(text, num=seats.total), when)

    def _over(self, seats: Seats, blocks: Sequence[Block]) -> Headline:
        ngettext, total = self.texts.ngettext, seats.total
        first, majority = blocks[0], seats.majority or 0
        level = [self._name(block) for block in blocks if block.won == first.won and not block.is_independents]
        if first.won >= majority:
            text = ngettext("%(side)s wins %(won)s of %(num)s seat", "%(side)s wins %(won)s of %(num)s seats", total)
            line = filled(text, side=self._subject(first), won=first.won, num=total)
        elif len(level) > 1:
            text = ngettext(
                "No majority: %(sides)s are level at %(won)s of %(num)s seat",
                "No majority: %(sides)s are level at %(won)s of %(num)s seats",
                total,
            )
            line = filled(text, sides=self._joined(level), won=first.won, num=total)
        elif first.is_independents:
            text = ngettext(
                "No majority: independents have %(won)s of %(num)s seat",
                "No majority: independents have %(won)s of %(num)s seats",
                total,
            )
            line = filled(text, won=first.won, num=total)
        else:
            text = ngettext(
                "No majority: %(side)s is largest with %(won)s of %(num)s seat",
                "No majority: %(side)s is largest with %(won)s of %(num)s seats",
                total,
            )
            line = filled(text, side=self._subject(first, is_first=False), won=first.won, num=total)
        return Headline(line, self._majority(majority) + self._others(blocks[1:]))

    def _counting(self, seats: Seats, blocks: Sequence[Block]) -> Headline:
        first, total = blocks[0], seats.total
        text = self.texts.ngettext(
            "%(side)s has won or leads in %(some)s of %(num)s seat",
            "%(side)s has won or leads in %(some)s of %(num)s seats",
            total,
        )
        line = filled(text, side=self._subject(first), some=first.seats, num=total)
        how_far = self.texts.gettext("%(declared)s declared, %(counting)s still counting.")
        said = filled(how_far, declared=seats.declared, counting=seats.counting)
        return Headline(line, said + " " + self._majority(seats.majority or 0) + self._others(blocks[1:]))

    def _part_of_a_house(self, seats: Seats, blocks: Sequence[Block]) -> Headline:
        gettext, total = self.texts.gettext, seats.total
        text = self.texts.ngettext("%(num)s seat: %(blocks)s", "%(num)s seats: %(blocks)s", total)
        below = (
            gettext("Seats won. These are not all the seats of the house.")
            if seats.is_over
            else gettext("Seats won or leading. These are not all the seats of the house.")
        )
        return Headline(filled(text, num=total, blocks=self._listed(blocks)), filled(below))

    def _name(self, block: Block) -> str:
        return block_name(self.texts, self.naming, block)

    def _subject(self, block: Block, *, is_first: bool = True) -> str:
        name = self._name(block)
        if not block.is_alliance:
            return name
        text = self.texts.gettext("The %(alliance)s") if is_first else self.texts.gettext("the %(alliance)s")
        return filled(text, alliance=name)

    def _majority(self, majority: int) -> Markup:
        return filled(self.texts.gettext("A majority takes %(seats)s."), seats=majority)

    def _others(self, blocks: Sequence[Block]) -> Markup:
        return Markup(" ") + self._listed(blocks) + self.texts.gettext(".") if blocks else Markup("")

    def _listed(self, blocks: Sequence[Block]) -> Markup:
        own = [block for block in blocks if not block.is_independents]
        few, rest = (own, []) if len(own) <= MOST_LISTED else (own[: MOST_LISTED - 1], own[MOST_LISTED - 1 :])
        said = [self._with_seats(block) for block in few]
        if rest:
            # Translators: parties too many to be named, and the seats that they have together
            text = self.texts.ngettext("%(num)s other %(seats)s", "%(num)s others %(seats)s", len(rest))
            said.append(filled(text, num=len(rest), seats=sum(block.seats for block in rest)))
        return Markup(", ").join(said + [self._with_seats(block) for block in blocks if block.is_independents])

    def _with_seats(self, block: Block) -> Markup:
        return Markup("{} {}").format(block_short(self.texts, self.naming, block), block.seats)

    def _joined(self, names: Sequence[str]) -> Markup:
        return Markup(", ").join(names[:-1]) + self.texts.gettext(" and ") + names[-1]
