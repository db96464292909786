"""Headings that run on into the sentence below them, where a page lost its lines.

    "Khởi tố 320 vụ án Theo báo cáo của công an, đã khởi tố 320 vụ án"   the first 320 stands in the heading

What must and must not be read: corpus/figures.tsv.
"""

import re

from giaoban.reading.letters import CAPITALS
from giaoban.reading.syllables import Syllables, sign

OPENERS = (
    "Theo|Phát biểu|Trong|Tại|Để|Với|Sau|Trước|Ngoài|Nhìn|Cụ thể|Hiện|Đến|Tính đến|Qua|Bên cạnh|Đồng thời|Tuy nhiên|Về|Nhằm|Đây|Do|Báo cáo"
)
"""Words that open a sentence and, so written, stand in no name."""
OF_PAPER = frozenset((
    "tại", "theo", "với", "của", "thảo", "nghe", "có", "các", "trong", "hành", "qua", "trình", "và", "là", "một", "số", "những", "về",
    "từ", "bản", "dung", "dựng", "lập", "ngay", "tuyến", "nghị",
))  # fmt: skip
"""Words before a paper that is named: tại │ Báo cáo số 12."""
BEGIN = frozenset(each.split(" ")[0] for each in OPENERS.split("|"))
MAY_OPEN = sign(forms=BEGIN)
GLUED = re.compile(rf" (?=[{CAPITALS}])(?:(?<=[^\W_{CAPITALS}] )|(?<=[%)] ))({OPENERS})(?= [^\W\d_])")
STOPS = re.compile(r"[.;!?…](?=\s)")
WORD_WITHIN = 12
"""Code points before an opener in which the word before it stands."""


def heading_end(text: str, line: Syllables, end: int) -> int:
    """The offset at which a heading that opens a sentence runs into what stands below it; where the sentence starts if none does.

    end  of the sentence
    """
    start = line.starts[0]
    openers = [at for at, said in enumerate(line.said) if at and said in BEGIN] if line.signs & MAY_OPEN else []
    for at in openers:
        found = GLUED.match(text, line.starts[at] - 1, end)
        if not found:
            continue
        if STOPS.search(text, start, found.end()):
            return start
        before = text[max(start, found.start() - WORD_WITHIN) : found.start()].rsplit(" ", 1)[-1]
        if found[1] != "Báo cáo" or before not in OF_PAPER:
            return found.start(1)
    return start
