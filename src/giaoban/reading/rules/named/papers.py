"""Of which kind a paper is by its title.

"BÁO CÁO"  "Kết quả 9 tháng đầu năm"    a report: all of it is of what it reports on, and of whose it is
"""

from giaoban.model import BlockKind
from giaoban.reading.engine import Page

REPORT = "báo cáo"


def is_report(page: Page) -> bool:
    """Whether the paper is a report by its title."""
    title = next((block.span.of(page.text) for block in page.document.blocks if block.kind is BlockKind.TITLE), "")
    return title.strip().lower().startswith(REPORT)
