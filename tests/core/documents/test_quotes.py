import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.documents.quotes import quote

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


def test_of_a_long_sentence_only_whole_words_next_to_those_of_the_fact_are_shown():
    text = f"{'Trước đó nhiều chữ ' * 12}giữ rừng{', sau đó nhiều chữ' * 12}."
    quoted = quote(text, text.index("giữ rừng"), text.index("giữ rừng") + 8).near
    assert quoted.words == "giữ rừng"
    assert quoted.before.startswith("… ") and quoted.before.endswith("nhiều chữ ") and len(quoted.before) < 100
    assert quoted.after.startswith(", sau đó") and quoted.after.endswith(" …") and len(quoted.after) < 100
    assert set(f"{quoted.before} {quoted.after}".split()) <= {*text.split(), "…", ","}
    short = quote("Đầu, giữ rừng tốt.", 5, 13)
    assert short.near == short


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("- Giải phóng mặt bằng còn chậm.", "còn chậm", "Giải phóng mặt bằng còn chậm."),
        ("4. Giao Công an phường tuần tra.", "tuần tra", "Giao Công an phường tuần tra."),
        ("2.1) Thu đạt 5 tỷ đồng.", "5 tỷ đồng", "Thu đạt 5 tỷ đồng."),
        ("1 | Số hộ nghèo | hộ | 15 | 21 |", "21", "1 · Số hộ nghèo · hộ · 15 · 21"),
        ("12 hộ nghèo, giảm 3 hộ.", "3 hộ", "12 hộ nghèo, giảm 3 hộ."),
    ],
)
def test_a_list_shows_a_sentence_without_the_mark_of_its_item_and_a_row_without_strokes(text, words, shown):
    start = text.rindex(words)
    assert str(quote(text, start, start + len(words)).near) == shown
