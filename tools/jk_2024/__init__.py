"""The literal tables and the readers that `build_jk_2024.py` makes the pack `jk-2024` from."""
