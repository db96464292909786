"""Parts told behind their whole in one sentence."""

import pytest

from giaoban import flow, ledger
from giaoban.documents import quotes
from giaoban.ledger import Facts, InDocument
from giaoban.ledger.checks.told import beside, told_parts
from giaoban.reference.indicators import catalogue
from tests.tables import table

HEAD = "BÁO CÁO\n\nTình hình kinh tế - xã hội 9 tháng đầu năm 2025 của xã Tân Hòa\n\n"


def facts(said: str) -> Facts:
    document, read = flow.read(f"{HEAD}{said}\n".encode(), "report.txt")
    sentences = quotes.around(document.text, (each.span for each in read.observations))
    entries = ledger.reported(read, document.sha256, catalogue(), sentences)
    return Facts(entries, sentences={InDocument(document.sha256, span): each for span, each in sentences.items()})


@pytest.mark.parametrize("case", table("told_parts.tsv"), ids=lambda case: case["text"][:60])
def test_parts_told_behind_their_whole_are_weighed_as_the_corpus_says(case):
    assert " | ".join(f"{each.code} {each.severity}" for each in told_parts(facts(case["text"]))) == case["found"]


def test_a_record_is_checked_with_its_sentences():
    text = f"{HEAD}Toàn xã có 2.180 hộ, gồm 1.460 hộ làm nông nghiệp, 690 hộ buôn bán, 85 hộ làm nghề khác.\n".encode()
    document, read = flow.read(text, "report.txt")
    sentences = quotes.around(document.text, (each.span for each in read.observations))
    (found,) = (each for each in flow.check(document.sha256, read, sentences=sentences) if each.check == "parts")
    assert len(found.inputs) == 4 and "2.235 hộ, nhiều hơn tổng 2.180 hộ" in found.say()


def test_only_figures_with_another_near_behind_them_are_looked_at():
    read = facts("Toàn xã có 2.180 hộ, gồm 1.460 hộ làm nông nghiệp. " + "Nhân dân phấn khởi. " * 12 + "Trâu 31 con.")
    entries = [each for several in read.reports.values() for each in several]
    ends = sorted(each.span.end for each in beside(entries))
    assert len(ends) == 1 < len(entries)
