import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban_web.records.quotes import quote

TEXT = (
    "Mở đầu.\nThu ngân sách đạt 2.572 tỷ đồng, tăng 20,2%. Tỷ lệ hộ nghèo còn 0,12%; có 140 doanh nghiệp mới.\n"
    "2. Việc của TX. Đông Triều trước ngày 30/6/2020. Ưu tiên nữa. Đồng chí yêu cầu v.v. và việc khác.\n- Việc cuối."
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("2.572 tỷ đồng", "Thu ngân sách đạt 2.572 tỷ đồng, tăng 20,2%."),
        ("Tỷ lệ hộ nghèo", "Tỷ lệ hộ nghèo còn 0,12%; có 140 doanh nghiệp mới."),
        ("Việc của", "2. Việc của TX. Đông Triều trước ngày 30/6/2020."),
        ("nữa", "Ưu tiên nữa."),
        ("yêu cầu", "Đồng chí yêu cầu v.v. và việc khác."),
        ("Việc cuối", "- Việc cuối."),
        ("Mở", "Mở đầu."),
    ],
)
def test_the_sentence_around_the_words_is_quoted(words, sentence):
    start = TEXT.index(words)
    quoted = quote(TEXT, start, start + len(words))
    assert str(quoted) == sentence
    assert quoted.words == words


@given(st.text(min_size=1, max_size=80), st.data())
def test_any_span_of_any_text_can_be_quoted(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quoted = quote(text, start, end)
    assert quoted.words == text[start:end]
    assert str(quoted) in text
