"""Stage 1: files, folders and standard input → raw items with their evidence. `files.py` is the door."""
