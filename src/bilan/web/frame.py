"""What every page is framed with: templates, the words it says things with, and the policy that keeps it closed."""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bilan import __version__
from bilan.web.catalogue import Catalogue
from bilan.web.text import say_day, say_number, say_range

HERE = Path(__file__).parent
STATIC = HERE / "static"


def voice(words: Catalogue) -> Mapping[str, object]:
    """Return what templates say things with."""
    return {
        "words": words,
        "t": words.text,
        "tn": words.plural,
        "number": lambda number: say_number(words, number),
        "span": lambda low, high: say_range(words, low, high),
        "day": lambda day: say_day(words, day),
        "version": __version__,
    }


def policy(style: str, script: str) -> str:
    """Return the content security policy: nothing is loaded, and only our own style and script are obeyed."""
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)]
    allowed = f"style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'"
    return f"default-src 'none'; {allowed}; img-src data:; base-uri 'none'; form-action 'none'"


@cache
def environment() -> Environment:
    """Return the templates; what they print is escaped, and a name they do not know is an error."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def read_static(name: str) -> str:
    """Return a file of the package's static folder."""
    return (STATIC / name).read_text(encoding="utf-8")
