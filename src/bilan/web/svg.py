"""Write SVG elements; every attribute and every text is escaped."""

from markupsafe import Markup, escape

Value = str | float | None


def element(name: str, attributes: dict[str, Value], *children: Markup | str) -> Markup:
    """Return one element.

    Args:
        name: the element's name, from our own code.
        attributes: in the order to write; None leaves one out; "class_" stands for class, other "_" for "-".
        children: markup is kept, text is escaped.
    """
    written = [
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _value(value))
        for key, value in attributes.items()
        if value is not None
    ]
    inside = Markup("").join(escape(child) for child in children)
    return Markup("<{0}{1}>{2}</{0}>").format(name, Markup("").join(written), inside)


def percent(share: float) -> str:
    """Write a share of 1 as a percentage with two decimals."""
    return f"{share * 100:.2f}%"


def _value(value: Value) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
