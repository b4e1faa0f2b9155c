"""The date a report prints over itself: it dates the report, not what the report tells."""

from bilan.annotate.annotation import Annotation
from bilan.model.time import TimeMention, TimeSpan

HEAD = 300  # code points in which a dateline stands


def is_dateline(annotation: Annotation, mention: TimeMention, time: TimeSpan) -> bool:
    """Tell the date a report prints over itself ("4 janvier 2016. –"): it equals the publication day, near the top."""
    report = annotation.report
    return (
        mention.anchor == "absolute"
        and mention.span.start < HEAD
        and time.earliest is not None
        and time.earliest == time.latest == report.published_day
        and report.text[mention.span.end : mention.span.end + 4].strip()[:1] in {".", "–", "—", "-", "", "(", "|", ","}
        and report.text[: mention.span.start].rstrip(" ")[-1:] in {"", "\n", ".", "(", "|", "–", "—", ","}
    )
