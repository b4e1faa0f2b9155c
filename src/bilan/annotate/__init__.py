"""Stage 3: a report's text → tokens, syntax, mentions, clauses."""
