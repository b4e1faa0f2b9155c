"""Bilan: casualty figures you can defend, from news reports in several languages."""

__version__ = "0.1.0"
