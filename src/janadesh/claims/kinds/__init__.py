"""What sentences claim, one kind of claim a file: from scenes to readings."""
