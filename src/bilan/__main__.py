"""`python -m bilan` is `bilan`."""

from bilan.cli.main import main

main()
