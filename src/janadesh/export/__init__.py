"""Answers written out: figures as people read them, tables for programs."""
