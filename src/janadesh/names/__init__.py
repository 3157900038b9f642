"""What people, parties and places are called; numbers and dates in words."""
