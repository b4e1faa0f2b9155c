"""Resolve time mentions: expression → interval of days with UCDP's date precision."""

from bilan.times.resolve import resolve_times

__all__ = ["resolve_times"]
