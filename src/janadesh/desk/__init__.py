"""
The desk: the record in a browser, drawn by the server and usable without JavaScript.

One page a file (`home_page`, `election_page`, `constituency_page`, `check_page`), each with its facts in
a module beside it (`…_facts`), its words in `templates/` and its drawings' geometry in `drawings/`. A
page asks `analysis` and `claims`; it holds no election logic of its own.
"""
