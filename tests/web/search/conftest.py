from datetime import date

import pytest

from giaoban_web.search.actions import index


@pytest.fixture
def put(town):
    """put("title", "body") makes a thing that can be found: some place, since any row will do as a subject."""
    from tests.web.conftest import make_place

    codes = iter(range(10_000, 20_000))

    def make(title, body="", place=town, on=date(2020, 3, 12)):
        subject = make_place(str(next(codes)), "xã", "Thử")
        index(subject, title=title, body=body, place=place, url=f"/{subject.pk}", on=on)
        return subject

    return make


@pytest.fixture
def clerk(person, town):
    return person("clerk", town)
