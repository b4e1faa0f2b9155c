"""Time expressions: found by one engine from the grammar each language pack brings as data."""

from bilan.annotate.times.find import find_times

__all__ = ["find_times"]
