"""What the record says of a reading: one file for each kind of claim."""
