"""Stage 4: clauses → claims."""
