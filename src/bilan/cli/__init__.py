"""The command line: one module a command, no logic. `main.py` is the door."""
