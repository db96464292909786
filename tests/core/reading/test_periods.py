import pytest

from giaoban.documents import from_text
from giaoban.reading.marks import PeriodMention, TimeAnchor
from giaoban.reading.pipeline import PIPELINE
from tests.core.reading.written import page, within
from tests.tables import table


def said(mention: PeriodMention) -> str:
    dated = mention.period.text if mention.period else "never" if mention.impossible else "?"
    return dated + (" by" if mention.by else "")


@pytest.mark.parametrize("case", table("periods.tsv"), ids=lambda case: case["text"])
def test_periods_are_read_as_the_corpus_says(case):
    read = page(case["text"])
    found = [said(found.what) for found in read.all(PeriodMention) if within(case["text"], found.span.start, read)]
    assert " | ".join(found) == case["periods"]


@pytest.mark.parametrize("case", table("anchors.tsv"), ids=lambda case: case["text"][:40])
def test_a_text_counts_time_from_its_date_line_or_the_year_it_speaks_of(case):
    anchors = PIPELINE.run(from_text("\n\n".join(case["text"].split(" / ")))).all(TimeAnchor)
    read = [(str(found.what.year), found.what.on.isoformat() if found.what.on else "") for found in anchors]
    assert read == ([(case["year"], case["day"])] if case["year"] else [])


def test_the_year_of_a_day_that_the_text_never_dates_stays_unknown():
    mentions = PIPELINE.run(from_text("Tin vắn\n\nSáng 12/3, Ban Thường vụ họp.\n")).all(PeriodMention)
    assert [mention.what.period for mention in mentions] == [None]


def test_days_in_january_belong_to_the_next_year_where_the_text_plans_for_it():
    text = "Tổng kết\n\nNăm 2020, đơn vị đạt kết quả tốt. Năm 2020 thu tăng. Hội nghị triển khai nhiệm vụ năm 2021 diễn ra ngày 7/1.\n"
    assert [mention.what.period.text for mention in PIPELINE.run(from_text(text)).all(PeriodMention)][-1] == "2021-01-07"


@pytest.mark.parametrize(
    ("day", "said", "period"),
    [
        ("19/12/2025", "Sáu tháng", "2025-H2"),
        ("9/1/2026", "6 tháng", "2025-H2"),
        ("2/7/2025", "Sáu tháng", "2025-H1"),
        ("4/10/2025", "Ba tháng", "2025-Q3"),
    ],
)
def test_months_that_have_gone_by_are_the_last_before_the_day_on_which_it_is_told(day, said, period):
    told = PIPELINE.run(from_text(f"Ngày {day}, Hội Phụ nữ xã An Khê họp.\n\n{said} qua, Hội kết nạp 162 hội viên.\n"))
    assert [mention.what.period.text for mention in told.all(PeriodMention)][-1] == period
