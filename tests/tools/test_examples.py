"""The suite tries the same examples each time, so that what fails comes from what was changed; `make fuzz` draws new ones."""

from pathlib import Path

import hypothesis

ROOT = Path(__file__).parent.parent.parent


def test_the_suite_draws_the_same_examples_each_time_and_heeds_no_clock():
    assert hypothesis.settings.default.derandomize
    assert hypothesis.settings.default.deadline is None


def test_new_examples_are_drawn_where_they_are_asked_for():
    assert not hypothesis.settings.get_profile("chance").derandomize
    assert "GIAOBAN_EXAMPLES=chance" in (ROOT / "Makefile").read_text().partition("\nfuzz:")[2].partition("\n\n")[0]
