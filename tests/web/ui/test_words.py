"""Small words of templates."""

import pytest

from giaoban_web.ui.templatetags.ui import language_itself


@pytest.mark.parametrize(("code", "name"), [("vi", "Tiếng Việt"), ("en", "English")])
def test_a_language_is_named_in_letters_as_they_are_typed(code, name):
    assert language_itself(code) == name
