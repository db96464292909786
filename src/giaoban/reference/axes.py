"""The axes along which figures are broken down, and the values that together make the whole."""

AXES: dict[str, tuple[str, ...]] = {
    "sex": ("female", "male"),
    "sector": ("agriculture", "industry", "services", "product_taxes"),
    "origin": ("domestic", "international"),
    "area": ("rural", "urban"),
    "outcome": (),
}
"""An axis without values has no whole: accidents, deaths and injuries are three series."""
