"""
The command line: one command a file, put together in `main`.

Data goes to standard output, talk to standard error. A command imports what it asks when it runs, not
before, so that `--help` and `--version` answer at once.
"""
