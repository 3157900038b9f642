"""
The classes of the NIST Common Data Format (SP 1500-100, version 2) that are read or written, with their fields.

Fields stand in the order that the XML schema asks for. Each is written `Name` for a text, `Name:integer`
(or `number`, `boolean`, `id`, `ids`) for another plain value, `Name:Class` for an object; a `*` after the
name says that there may be several. Classes of which some are more particular (`Contest`) name these in
`xsi:type`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_CONTEST = (
    "Abbreviation BallotSubTitle:InternationalizedText BallotTitle:InternationalizedText "
    "ContestSelection*:ContestSelection CountStatus*:CountStatus ElectionDistrictId:id "
    "ExternalIdentifier*:ExternalIdentifier HasRotation:boolean Name SequenceOrder:integer "
    "SubUnitsReported:integer TotalSubUnits:integer VoteVariation OtherVoteVariation "
)
_UNIT = "ComposingGpUnitIds:ids ExternalIdentifier*:ExternalIdentifier Name:InternationalizedText "
_SELECTION = "SequenceOrder:integer VoteCounts*:VoteCounts "
_PARTY = (
    "Abbreviation:InternationalizedText Color ExternalIdentifier*:ExternalIdentifier IsRecognizedParty:boolean "
    "LeaderPersonIds:ids Name:InternationalizedText PartyScopeGpUnitIds:ids "
)

_CLASSES: Mapping[str, str] = {
    "ElectionReport": (
        "Election*:Election Format GeneratedDate GpUnit*:GpUnit Issuer IssuerAbbreviation IsTest:boolean Notes "
        "Office*:Office Party*:Party Person*:Person SequenceStart:integer SequenceEnd:integer Status TestType "
        "VendorApplicationId"
    ),
    "Election": (
        "Candidate*:Candidate Contest*:Contest ElectionScopeId:id ExternalIdentifier*:ExternalIdentifier "
        "Name:InternationalizedText StartDate EndDate Type OtherType"
    ),
    "Candidate": (
        "BallotName:InternationalizedText ExternalIdentifier*:ExternalIdentifier IsIncumbent:boolean PartyId:id "
        "PersonId:id PostElectionStatus PreElectionStatus"
    ),
    "Contest": _CONTEST,
    "CandidateContest": _CONTEST + "NumberElected:integer OfficeIds:ids PrimaryPartyIds:ids VotesAllowed:integer",
    "BallotMeasureContest": _CONTEST,
    "PartyContest": _CONTEST,
    "RetentionContest": _CONTEST,
    "ContestSelection": _SELECTION,
    "CandidateSelection": _SELECTION + "CandidateIds:ids EndorsementPartyIds:ids IsWriteIn:boolean",
    "BallotMeasureSelection": _SELECTION + "Selection:InternationalizedText",
    "PartySelection": _SELECTION + "PartyIds:ids",
    "VoteCounts": "GpUnitId:id IsSuppressedForPrivacy:boolean Round:integer Type OtherType Count:number",
    "CountStatus": "Status Type OtherType",
    "ExternalIdentifier": "Type OtherType Value",
    "InternationalizedText": "Text*:LanguageString",
    "LanguageString": "",
    "GpUnit": _UNIT,
    "ReportingUnit": _UNIT
    + "IsDistricted:boolean Number SubUnitsReported:integer TotalSubUnits:integer Type OtherType "
    "VotersParticipated:integer VotersRegistered:integer",
    "ReportingDevice": _UNIT + "SerialNumber",
    "Office": (
        "ElectionDistrictId:id ExternalIdentifier*:ExternalIdentifier IsPartisan:boolean Name:InternationalizedText "
        "OfficeHolderPersonIds:ids"
    ),
    "Party": _PARTY,
    "Coalition": _PARTY + "ContestIds:ids PartyIds:ids",
    "Person": (
        "ExternalIdentifier*:ExternalIdentifier FirstName FullName:InternationalizedText Gender LastName MiddleName* "
        "Nickname PartyId:id Prefix Suffix"
    ),
}

PLAIN = frozenset({"text", "integer", "number", "boolean", "id", "ids"})


@dataclass(frozen=True, slots=True)
class ClassField:
    """A field: its name, a kind of plain value or the class of its objects, and whether there may be several."""

    name: str
    kind: str
    is_many: bool


@cache
def fields_of(name: str) -> tuple[ClassField, ...]:
    """Give the fields of a class in the order of the XML schema; none for a class that is not read."""
    fields = []
    for word in _CLASSES.get(name, "").split():
        field, _, kind = word.partition(":")
        fields.append(ClassField(field.removesuffix("*"), kind or "text", field.endswith("*")))
    return tuple(fields)


def is_known(name: str) -> bool:
    """Tell whether a class is among those that are read."""
    return name in _CLASSES
