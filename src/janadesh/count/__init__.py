"""The count as it comes in: standings, alarms, projection. Nothing is here yet; see the design."""
