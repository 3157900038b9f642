"""
Words that Janadesh and the NIST Common Data Format for election results (SP 1500-100, version 2) share.

    https://doi.org/10.6028/NIST.SP.1500-100r2

An `ExternalIdentifier` of the type `other` says what it is in `OtherType`; with `janadesh-parties` its
value is the id of a party in the record.
"""

from __future__ import annotations

NAMESPACE = "http://itl.nist.gov/ns/voting/1500-100/v2"
CLASS_PREFIX = "ElectionResults."
"""Stands before a class's name in JSON (`ElectionResults.Party`)."""

OWN_ID = "janadesh-"
"""Before a table's name: the `OtherType` of an identifier that is an id of that table."""

DELIMITATION = "delimitation"
"""The `OtherType` of the identifier that says under which delimitation a constituency is one."""

NOTA_SELECTION = "nota-selection"
"""The `OtherType` of a contest's identifier whose value is the `@id` of the selection for none of the above."""

NATIONAL_CODE = "national-level"
"""The type of the identifier that is the election authority's own code of a territory."""

HOUSE_KINDS = ("assembly", "parliament", "council")
SEAT = "{} constituency"
"""The `OtherType` of a constituency, with the kind of its house (`assembly constituency`)."""

EVM, POSTAL, TOTAL, OTHER = "election-day", "absentee-mail", "total", "other"
MIGRANT = "migrant"
"""The `OtherType` of votes of migrant polling stations."""

ELECTION_TYPES = {"general": "general", "by-election": "special"}
POLL_BEGINS, POLL_ENDS = "poll begins", "poll ends"
"""The events of an election whose poll takes several days, of which a report says the first and the last."""
