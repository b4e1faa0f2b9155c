"""Language knowledge as data: one folder a language, the same files in each. `load.py` reads them."""
