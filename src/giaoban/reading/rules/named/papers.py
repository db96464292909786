"""Of which kind a paper is by its title.

"BÁO CÁO"  "Kết quả 9 tháng đầu năm"    a report: all of it is of what it reports on, and of whose it is
"""

from giaoban.model import BlockKind
from giaoban.reading.engine import Page

REPORT = "báo cáo"


def is_report(page: Page) -> bool:
    """Whether the paper is a report by its title, or by the line above it."""
    above = ""
    for block in page.document.blocks:
        said = block.span.of(page.text).strip().lower()
        if block.kind is BlockKind.TITLE:
            return said.startswith(REPORT) or above == REPORT
        above = said
    return False
