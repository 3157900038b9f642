"""
Validate reports in the NIST Common Data Format against NIST's own schemas, which are not part of this project.

    python tools/validate_nist.py SCHEMAS [--record RECORD] [--election ID ...]

SCHEMAS is a folder with `NIST_V2_election_results_reporting.json` and `.xsd`, from the branch `version2` of
https://github.com/usnistgov/ElectionResultsReporting. Every election of the record is reported as it stands now, in
JSON and in XML; the first faults of each are printed, and the exit code is 1 where there is any. What the schemas ask
is restated in `tests/export/test_nist.py`, which runs always.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
from lxml import etree

from janadesh import model
from janadesh.export.nist_report import NistReport
from janadesh.export.nist_report import nist_report
from janadesh.record.opening import open_record

NAME = "NIST_V2_election_results_reporting"
MOST_SHOWN = 5


def main() -> None:
    """Report every election asked for and tell what is invalid."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("schemas", type=Path)
    parser.add_argument("--record", default=None)
    parser.add_argument("--election", action="append")
    args = parser.parse_args()
    as_json = jsonschema.Draft4Validator(json.loads((args.schemas / f"{NAME}.json").read_text(encoding="utf-8")))
    as_xml = etree.XMLSchema(etree.parse(args.schemas / f"{NAME}.xsd"))
    invalid = 0
    with open_record(args.record) as record:
        for election in args.election or record.frame(model.Election)["id"].to_list():
            faults = list(faults_of(nist_report(record, election), as_json, as_xml))
            invalid += bool(faults)
            print(f"{election}: {'valid' if not faults else f'{len(faults)} faults'}")
            print("".join(f"  {fault}\n" for fault in faults[:MOST_SHOWN]), end="")
    sys.exit(1 if invalid else 0)


def faults_of(report: NistReport, as_json: jsonschema.Draft4Validator, as_xml: etree.XMLSchema) -> Iterator[str]:
    """Yield what the schemas find wrong with a report."""
    yield from (error.message for error in as_json.iter_errors(json.loads(report.as_json())))
    as_xml.validate(etree.fromstring(report.as_xml()))
    yield from map(str, as_xml.error_log)


if __name__ == "__main__":
    main()
