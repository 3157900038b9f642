"""The alarms of a count: one file a rule, each a pure function of a scene."""
