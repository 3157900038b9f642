"""The rules by which an election is decided, as data: one file a country, each rule with the law that makes it."""
