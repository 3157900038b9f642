"""`janadesh export`: hand the record on, whole or one election of it, in a format that others read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from janadesh.cli.options import AsOfOption
from janadesh.cli.options import RecordOption
from janadesh.cli.talk import at_work
from janadesh.cli.talk import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    import polars as pl

    from janadesh.export.losses import Loss
    from janadesh.export.packs import PackToWrite
    from janadesh.export.plug_ins import Exporter
    from janadesh.export.said import Said
    from janadesh.plugins.finding import PlugIn
    from janadesh.record.book import Record

EXAMPLES = (
    "janadesh export --out everything/                               # a pack, which loads into the same record",
    "janadesh export --election in-jk-2024 --out jk/                 # one election and all that it refers to",
    "janadesh export --format csv --election in-jk-2024 --out tables/",
    "janadesh export --format nist --election in-jk-2024 --as-of 2024-10-08 --out jk.json",
    "janadesh export --format popolo --out people.json",
)


class ExportFormat(StrEnum):
    """What an export is written as."""

    PACK = "pack"
    CSV = "csv"
    PARQUET = "parquet"
    NIST = "nist"
    NIST_XML = "nist-xml"
    POPOLO = "popolo"


def export(
    *,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="PATH", help="The folder or file to write.")],
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help="pack, csv, parquet: a folder. nist, nist-xml, popolo: one file. Or the format of a plug-in.",
        ),
    ] = ExportFormat.PACK.value,
    election: Annotated[
        list[str] | None,
        typer.Option("--election", "-e", help="Only this election, by id or name, with all that it refers to."),
    ] = None,
    as_of: AsOfOption = None,
    force: Annotated[bool, typer.Option("--force", help="Replace what an earlier export wrote there.")] = False,
    record: RecordOption = None,
) -> None:
    """
    Write the record, or elections of it, for other programs and people.

    A pack loses nothing: loaded into an empty record it gives the same one, with every superseded
    statement and all times. What another format has no place for is counted on standard error. `nist` is
    the Common Data Format of NIST SP 1500-100 and holds one election at one moment. What is written is
    there whole or not at all, and nothing is written over without `--force`.
    """
    from janadesh.analysis.found import the_election
    from janadesh.cli.records import opened

    chosen = _chosen(form)
    with opened(record) as book, at_work(f"Writing {out}"):
        elections = [the_election(book, wanted, as_of).id for wanted in election or ()]
        if not isinstance(chosen, ExportFormat):
            lost = _write_plugged_in(book, elections, as_of, out, chosen, force=force)
        elif chosen in (ExportFormat.NIST, ExportFormat.NIST_XML):
            lost = _write_nist(book, elections, as_of, out, chosen, force=force)
        else:
            lost = _write(book, elections, as_of, out, chosen, force=force)
    _tell(lost)


def _chosen(form: str) -> ExportFormat | PlugIn[Exporter]:
    from janadesh.export.plug_ins import plugged_in_exporters

    built_in = {each.value: each for each in ExportFormat}
    if form in built_in:
        return built_in[form]
    plugged_in = {one.brings.name: one for one in plugged_in_exporters(built_in)}
    if form not in plugged_in:
        names = ", ".join([*built_in, *plugged_in])
        raise typer.BadParameter(f"there is no format {form!r}; there are {names}", param_hint="--format")
    return plugged_in[form]


def _write_plugged_in(
    book: Record, elections: Sequence[str], as_of: str | None, out: Path, chosen: PlugIn[Exporter], *, force: bool
) -> Sequence[Loss]:
    from janadesh.export.plug_ins import made_by
    from janadesh.export.writing import write_file
    from janadesh.export.writing import write_folder

    made = made_by(chosen, book, elections, as_of)
    if isinstance(made.content, bytes):
        write_file(out, made.content, force=force)
    else:
        write_folder(out, made.content.items(), force=force)
    return made.losses


def _write_nist(
    book: Record, elections: Sequence[str], as_of: str | None, out: Path, form: ExportFormat, *, force: bool
) -> Sequence[Loss]:
    from janadesh.export.nist_report import nist_report
    from janadesh.export.writing import write_file

    if len(elections) != 1:
        raise typer.BadParameter("a report holds one election; name one", param_hint="--election")
    report = nist_report(book, elections[0], as_of)
    write_file(out, report.as_json() if form is ExportFormat.NIST else report.as_xml(), force=force)
    return report.losses


def _write(
    book: Record, elections: Sequence[str], as_of: str | None, out: Path, form: ExportFormat, *, force: bool
) -> Sequence[Loss]:
    from janadesh.export.one_election import of_elections
    from janadesh.export.packs import description_of_one
    from janadesh.export.packs import losses_of_packs
    from janadesh.export.popolo import popolo
    from janadesh.export.said import everything_said
    from janadesh.export.table_files import csv_files
    from janadesh.export.table_files import parquet_files
    from janadesh.export.writing import write_file
    from janadesh.export.writing import write_folder

    said: Said = everything_said(book, as_of)
    if elections:
        said = of_elections(said, elections)
    if form is ExportFormat.POPOLO:
        made = popolo(said)
        write_file(out, made.as_json(), force=force)
        return made.losses
    if form is ExportFormat.PACK:
        _write_packs(_packs(said, book.time_zone, elections), out, force=force)
        return losses_of_packs(said)
    packs = _packs(said, book.time_zone, elections)
    described = description_of_one(packs)
    if form is ExportFormat.PARQUET:
        files = parquet_files(said, described)
    else:
        files = csv_files(said, _results(book, said, as_of, elections), described)
    write_folder(out, files, force=force)
    if len(packs) > 1:
        say("Some things were said differently by several loads at one time: to load these again, write packs.")
    return losses_of_packs(said)


def _packs(said: Said, time_zone: str, elections: Sequence[str]) -> list[PackToWrite]:
    from janadesh.export.packs import packs_of

    name = "-".join(elections) or "record"
    return packs_of(said, name=name, title=", ".join(elections) or "The whole record", time_zone=time_zone)


def _write_packs(packs: list[PackToWrite], out: Path, *, force: bool) -> None:
    from janadesh.export.table_files import pack_files
    from janadesh.export.writing import write_folder

    write_folder(out, pack_files(packs), force=force)
    if len(packs) > 1:
        folders = " ".join(str(out / f"{number:02}") for number in range(1, len(packs) + 1))
        say(f"Some things were said differently by several loads at one time, so these are {len(packs)} packs.")
        say(f"Load them in this order: janadesh load {folders}")


def _results(
    book: Record, said: Said, as_of: str | None, elections: Sequence[str]
) -> Iterator[tuple[str, pl.DataFrame]]:
    from janadesh import model
    from janadesh.analysis.margins import with_margins
    from janadesh.analysis.votes import candidate_votes

    contested = said[model.Candidacy]["election"].unique(maintain_order=True)
    for election in elections or contested:
        yield election, with_margins(candidate_votes(book, election, as_of))


def _tell(lost: Sequence[Loss]) -> None:
    if lost:
        say("This format has no place for:")
    for loss in lost:
        say(f"  {loss}")
