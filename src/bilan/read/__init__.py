"""Stage 2: raw item → Report: text, title, outlet, publication date, language; what is no evidence set aside.

`reports.py` makes the report, `passages.py` says which stretches of it are read for claims.
"""
