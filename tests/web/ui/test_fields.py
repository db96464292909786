"""A day is understood however people of Vietnam type it; long words are told and stay whole."""

import unicodedata
from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from giaoban_web.ui.fields import DayField, PercentField, WordsField


@pytest.mark.parametrize(
    "typed",
    [
        "12/03/2020",
        "12/3/2020",
        "12-3-2020",
        "12.3.2020",
        "12 3 2020",
        "12,03,2020",
        "12032020",
        "12/3/20",
        " 12 / 3 / 2020 ",
        "2020-03-12",
        "ngày 12 tháng 3 năm 2020",
        "12 tháng 03, năm 2020",
        unicodedata.normalize("NFD", "Ngày 12 tháng 3 năm 2020"),
    ],
)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_day_is_day_month_year_in_both_languages(typed, language):
    with translation.override(language):
        assert DayField().clean(typed) == date(2020, 3, 12)


@pytest.mark.parametrize(
    "typed",
    ["32/1/2020", "12/2020", "tháng 3 năm 2020", "3/12/0020", "12/03/20205", "mai", "2020", "31/2", "13/13", "13/13/2020", "1/1/2101"],
)
def test_what_is_no_day_is_refused_with_how_to_write_it(typed):
    with translation.override("vi"), pytest.raises(forms.ValidationError, match="12/03/2020"):
        DayField().clean(typed)


@pytest.mark.parametrize("typed", ["31/02/2026", "31/2/2026", "31022026", "2026-02-31", "ngày 31 tháng 2 năm 2026"])
def test_a_day_that_its_month_does_not_have_is_told_so(typed):
    with translation.override("vi"), pytest.raises(forms.ValidationError, match=r"Tháng 2/2026 không có ngày 31"):
        DayField().clean(typed)


@pytest.mark.parametrize(
    ("typed", "likely"),
    [
        ("31/12", "31/12/2025 hay 31/12/2026"),
        ("5.6", "05/06/2026 hay 05/06/2027"),
        ("ngày 15 tháng 11", "15/11/2026 hay 15/11/2027"),
        ("28/11", "28/11/2025 hay 28/11/2026"),
        ("29/2", "29/02/2024 hay 29/02/2028"),
    ],
)
def test_a_day_without_a_year_is_not_guessed_but_offered_with_the_years_it_may_be_of(typed, likely, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 28))
    with translation.override("vi"), pytest.raises(forms.ValidationError, match=likely):
        DayField().clean(typed)


def test_what_was_typed_of_a_day_without_a_year_stays_in_its_field():
    form = Form({"on": "31/12", "words": "năm"})
    assert not form.is_valid()
    assert 'value="31/12"' in str(form["on"])


def test_an_empty_day_may_be_left_out():
    assert DayField(required=False).clean("") is None


class Form(forms.Form):
    on = DayField()
    words = WordsField(most=5)


def test_a_day_is_shown_as_it_is_typed_whatever_the_language():
    for language, hint in (("vi", "ngày/tháng/năm"), ("en", "day/month/year")):
        with translation.override(language):
            shown = str(Form(initial={"on": date(2020, 3, 12)})["on"])
        assert 'value="12/03/2020"' in shown and f'placeholder="{hint}"' in shown and 'type="text"' in shown


def test_words_that_are_too_long_stay_whole_in_the_page():
    form = Form({"on": "1/1/2020", "words": "năm chữ"})
    assert "maxlength" not in str(form["words"])
    assert "năm chữ" in str(form["words"])
    assert list(form.errors) == ["words"]


@pytest.mark.parametrize(("typed", "expected"), [("60", 60), ("60%", 60), (" 60 % ", 60), ("0", 0), ("100", 100)])
def test_a_percentage_is_read_with_and_without_its_sign(typed, expected):
    assert PercentField().clean(typed) == expected


@pytest.mark.parametrize("typed", ["60,5", "120", "-1", "hơn nửa", "60%%"])
def test_what_is_no_whole_percentage_is_told_what_to_write(typed):
    with translation.override("vi"), pytest.raises(ValidationError) as wrong:
        PercentField().clean(typed)
    assert wrong.value.messages == ["Ghi tỷ lệ bằng số nguyên từ 0 đến 100."]


def test_a_whole_number_is_asked_for_in_words_that_an_office_uses():
    with translation.override("vi"), pytest.raises(ValidationError) as wrong:
        forms.IntegerField().clean("mười")
    assert wrong.value.messages == ["Ghi một số nguyên, không kèm chữ."]
