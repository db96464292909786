"""What somebody is criticised for in so many words, where the weights heard nothing.

    "Bí thư Huyện ủy phê bình │Phòng Tư pháp chậm báo cáo│"     a shortcoming
    "tự phê bình và phê bình", "bị phê bình"                     none

What must and must not be read: corpus/findings.tsv.
"""

import re
from collections.abc import Iterator

from giaoban.model import Found, Polarity, Span
from giaoban.reading.engine import Page, rule
from giaoban.reading.phrases import listed
from giaoban.reading.rules.clauses.clause import Clause
from giaoban.reading.rules.clauses.listed import clause_at, is_free
from giaoban.reading.syllables import Syllables, sign

CRITICISES = re.compile(r"(?<!tự )(?<!bị )(?<!và )(?<!sẽ )\bphê bình (?!và |rút |nghiêm |trước |kiểm |tại |nếu )", re.IGNORECASE)
SAID = sign(words=("phê",))
STOP = re.compile(r"[.;:](?=\s|$)|, (?:đồng thời |và )?(?:yêu cầu|đề nghị|giao|nhắc)\b|$")
FLAWS = frozenset(listed("chậm, chưa, không, thiếu, để, còn, buông, né, đùn, lơ, kém, yếu, sai"))
MOST = 40
"""Syllables of the longest flaw that is told so."""
SURE = 0.6


@rule(makes=Clause, needs=(Clause, Syllables))
def criticised(page: Page) -> Iterator[Found[Clause]]:
    """Whom a sentence criticises with what for, up to its stop, where no clause was read."""
    for found in page.all(Syllables):
        if not found.what.signs & SAID:
            continue
        heard = [each.span for each in page.within(Clause, found.span)]
        for match in CRITICISES.finditer(page.text, found.span.start, found.span.end):
            stop = STOP.search(page.text, match.end(), found.span.end)
            span = Span(match.end(), stop.start()) if stop and stop.start() > match.end() else None
            clause = clause_at(page, span) if span and is_free(heard, span) else None
            if span and clause and len(clause.words) <= MOST and not FLAWS.isdisjoint(clause.words[1:]):
                yield Found(Clause(Polarity.SHORTCOMING, clause.line, clause.first, clause.words), span, confidence=SURE)
