"""The client: one method a question, with the same names and moments as the interface has."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator
from types import TracebackType
from typing import Literal

import polars as pl

from janadesh.client.analysed import Analysed
from janadesh.client.asking import Asking
from janadesh.client.forming import Forming
from janadesh.client.questions import named
from janadesh.client.questions import seat
from janadesh.client.questions import under
from janadesh.client.questions import written
from janadesh.desk.api.shapes import elections as of_elections
from janadesh.desk.api.shapes import people
from janadesh.desk.api.shapes.articles import Article
from janadesh.desk.api.shapes.articles import Kept
from janadesh.desk.api.shapes.checks import CheckedArticle
from janadesh.desk.api.shapes.envelope import Answer
from janadesh.desk.api.shapes.record import Change
from janadesh.desk.api.shapes.record import Thing
from janadesh.desk.api.shapes.results import Constituency
from janadesh.record.moments import Moment

By = Literal["party", "alliance"]
MediaType = Literal["text/plain", "text/html", "application/json"]
_PATHS: dict[str, str] = {"party": "", "alliance": "/alliances"}
_STANDINGS: dict[str, str] = {"contest": "", "party": "/parties", "alliance": "/alliances"}


class Client(Analysed, Forming):
    """
    Asks the desk at an address.

    Every method takes `as_of`, a day or a time, and answers with what was known then; None is now. An election,
    constituency, person or party is named by its id, or by a name as a person types it. Tables come as Polars
    frames, with the columns of the shapes in the REST reference, days and instants as such.

    Every method raises: NotInRecord, naming the nearest; UnreadableMoment; AnswerRefused; DeskUnreachable.
    """

    def __init__(self, url: str = "http://127.0.0.1:8731", *, timeout: float = 30) -> None:
        """
        Keep the desk's address; nothing is asked yet.

        Args:
            url: where the desk is open.
            timeout: seconds to wait for an answer.
        """
        super().__init__(Asking(url, timeout=timeout))

    def close(self) -> None:
        """Let go of the connection."""
        self._asking.close()

    def __enter__(self) -> Client:
        """Use the client in a `with` block, which closes it."""
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        """Close the client."""
        self.close()

    def elections(self, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give the elections known, latest first: the columns of `ElectionRow`."""
        return self._table("elections", as_of)

    def election(self, election: str, *, as_of: Moment | None = None) -> of_elections.Election:
        """Give one election, with the house that it fills."""
        return self._object(under(election), of_elections.Election, as_of)

    def schedule(self, election: str, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give each step of an election on the day that stood: the columns of `Step`."""
        return self._table(under(election, "schedule"), as_of)

    def alliances(self, election: str | None = None, *, as_of: Moment | None = None) -> pl.DataFrame:
        """
        Give each party's standing in an alliance for an election: the columns of `Member`.

        Without an election, give the alliances themselves: the columns of `AllianceRow`.
        """
        return self._table("alliances" if election is None else under(election, "alliances"), as_of)

    def vacancies(self, election: str, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give the seats that fell vacant after an election: the columns of `Vacancy`."""
        return self._table(under(election, "vacancies"), as_of)

    def seat_shares(self, election: str, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give the seats that deals gave to partners: the columns of `SeatShare`."""
        return self._table(under(election, "seat-shares"), as_of)

    def rules(self, election: str, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give the rules of law in force at an election: the columns of `Rule`."""
        return self._table(under(election, "rules"), as_of)

    def results(self, election: str, *, by: By = "party", as_of: Moment | None = None) -> pl.DataFrame:
        """Give seats and votes, most seats first: the columns of `PartyResult` or `AllianceResult`."""
        return self._table(under(election, f"results{_PATHS[by]}"), as_of)

    def contests(self, election: str, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give every contest with its winner and margin: the columns of `Contest`."""
        return self._table(under(election, "contests"), as_of)

    def candidates(
        self,
        election: str,
        *,
        constituency: str | int | None = None,
        party: str | None = None,
        name: str | None = None,
        as_of: Moment | None = None,
    ) -> pl.DataFrame:
        """Give candidates with their votes, all or some: the columns of `Candidate`; NOTA is none."""
        wanted = {"constituency": None if constituency is None else str(constituency), "party": party, "name": name}
        return self._table(under(election, "candidates"), as_of, **wanted)

    def constituency(self, election: str, constituency: str | int, *, as_of: Moment | None = None) -> Constituency:
        """Give one constituency by id, number or name: its contest, its ballot with votes, and the sources."""
        return self._object(seat(election, constituency), Constituency, as_of)

    def ballot(self, election: str, constituency: str | int, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give everything that voters could choose, NOTA last: the columns of `BallotRow`."""
        return self._table(seat(election, constituency, "ballot"), as_of)

    def standings(
        self,
        election: str,
        *,
        by: Literal["contest", "party", "alliance"] = "contest",
        since: Moment | None = None,
        as_of: Moment | None = None,
    ) -> pl.DataFrame:
        """
        Give how a count stands: the columns of `Standing`, `PartyStanding` or `AllianceStanding`.

        Args:
            election: the election.
            by: what to count by.
            since: by party or alliance, count what was gained and lost since this moment.
            as_of: the moment; None is now.
        """
        return self._table(under(election, f"standings{_STANDINGS[by]}"), as_of, since=written(since))

    def person(self, person: str, *, as_of: Moment | None = None) -> people.Person:
        """Give one person: other names, offices, and every candidacy, latest first."""
        return self._object(named("persons", person), people.Person, as_of)

    def party(self, party: str, *, as_of: Moment | None = None) -> people.Party:
        """Give one party: other names, and its alliances, election by election."""
        return self._object(named("parties", party), people.Party, as_of)

    def alliance(self, alliance: str, *, as_of: Moment | None = None) -> people.Alliance:
        """Give one alliance with its members, election by election."""
        return self._object(named("alliances", alliance), people.Alliance, as_of)

    def candidacies(self, person: str, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give every candidacy of a person, latest first: the columns of `CareerRow`."""
        return self._table(named("persons", person, "candidacies"), as_of)

    def persons(self, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give the persons known across elections: the columns of `PersonRow`."""
        return self._table("persons", as_of)

    def parties(self, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give the parties: the columns of `PartyRow`."""
        return self._table("parties", as_of)

    def offices(self, *, on: dt.date | str | None = None, as_of: Moment | None = None) -> pl.DataFrame:
        """Give who held which office on a day, a date or its text `2024-10-20`: the columns of `OfficeRow`."""
        return self._table("offices", as_of, on=str(on) if on else None)

    def sources(self, election: str | None = None, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give every source: the columns of `Source`; or those of one election: the columns of `CitedSource`."""
        return self._table("sources" if election is None else under(election, "sources"), as_of)

    def ledger(self, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give every load into the record, oldest first: the columns of `LedgerEntry`."""
        return self._table("ledger", as_of)

    def changes(self, election: str, *, since: int | None = None, as_of: Moment | None = None) -> pl.DataFrame:
        """Give what each ledger entry, after the number `since`, said of an election: the columns of `Changed`."""
        after = None if since is None else str(since)
        return self._table(under(election, "changes"), as_of, since=after)

    def follow(self, election: str, *, since: int | None = None) -> Generator[Change, None, None]:
        """
        Give each change of an election as it is loaded, waiting for the next; it ends when the desk closes.

        Args:
            election: the election.
            since: begin after the ledger entry of this number, so that none is missed; None is from now on.

        Raises: as every method; DeskUnreachable, where the connection is lost. Go on with the last `entry`.
        """
        for data in self._asking.events(under(election, "changes"), {"since": since}):
            yield Change.model_validate_json(data)

    def articles(self, election: str | None = None, *, as_of: Moment | None = None) -> pl.DataFrame:
        """Give the articles kept, all or those with a claim about an election: the columns of `ArticleRow`."""
        return self._table("articles", as_of, election=election)

    def article(self, article: str, *, as_of: Moment | None = None) -> Article:
        """Give one kept article by its id: its text, and each claim as judged then and now."""
        return self._object(named("articles", article), Article, as_of)

    def keep(
        self,
        article: str,
        token: str,
        *,
        written_on: dt.date | str | None = None,
        outlet: str | None = None,
        media_type: MediaType = "text/plain",
    ) -> list[Kept]:
        """
        Keep an article on the desk's timeline.

        Args:
            article: its text, its web page, or JSON.
            token: the desk's token, by which it knows who may write.
            written_on: the day it was written on, where it does not say so itself.
            outlet: who published it; without it, the host of its address.
            media_type: what `article` is.

        Returns: the id of each article that was sent, and whether it is new.
        """
        query = {"written_on": None if written_on is None else str(written_on), "outlet": outlet}
        content = self._asking.post("articles", query, article.encode(), media_type, token=token)
        return Answer[list[Kept]].model_validate_json(content).data

    def find(self, name: str, *, as_of: Moment | None = None) -> Thing:
        """Find what an id or name means: an election, constituency, party, alliance, person, territory or house."""
        return self._object("find", Thing, as_of, name=name)

    def check(
        self,
        article: str,
        *,
        written_on: dt.date | str | None = None,
        as_of: Moment | None = None,
        media_type: MediaType = "text/plain",
    ) -> list[CheckedArticle]:
        """
        Check an article against the desk's record; nothing that is sent is kept there.

        Args:
            article: its text, its web page, or JSON.
            written_on: the day it was written on, where it does not say so itself.
            as_of: judge by what was known then.
            media_type: what `article` is.

        Returns: one article, or several where the JSON holds several, each with its claims.
        """
        query = {"as_of": written(as_of), "written_on": None if written_on is None else str(written_on)}
        content = self._asking.post("check", query, article.encode(), media_type)
        return Answer[list[CheckedArticle]].model_validate_json(content).data

    def export(
        self,
        election: str,
        form: Literal["nist.json", "nist.xml", "popolo.json", "pack.zip", "csv.zip", "parquet.zip"],
        *,
        as_of: Moment | None = None,
    ) -> bytes:
        """Give one election, with all that it refers to, as a file in a format that others read."""
        return self._asking.get(under(election, f"exports/{form}"), {"as_of": written(as_of)})
