"""What axe has to say against a page."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe

AGAINST = {"resultTypes": ["violations"]}
"""All rules are tried on all of the page; only of what is right no list is made, which took a third of the time."""


def examined(page: Any) -> Any:
    """`violations_count` and `generate_report()` of the page as it stands."""
    return Axe().run(page, options=AGAINST)
