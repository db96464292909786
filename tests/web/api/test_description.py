"""The description of the API, and the page made from it."""

import inspect
import pkgutil
from importlib import import_module

import pytest
from pydantic import BaseModel

from giaoban_web import api

pytestmark = pytest.mark.django_db
METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture
def schema(client):
    return client.get("/api/openapi.json").json()


def test_the_description_is_made_once(client, schema, monkeypatch):
    monkeypatch.setattr("giaoban_web.api.described.get_schema", lambda **how: pytest.fail("made again"))
    assert client.get("/api/openapi.json").json() == schema


def operations(schema):
    return [(path, method, told) for path, item in schema["paths"].items() for method, told in item.items() if method in METHODS]


def test_every_operation_says_what_it_does_and_which_refusals_to_expect(schema):
    for path, method, told in operations(schema):
        assert told["description"], (path, method)
        assert {"401", "403", "404", "409", "422"} <= set(told["responses"]), (path, method)


def test_every_operation_asks_for_a_key_or_a_session(schema):
    for path, method, told in operations(schema):
        assert told["security"], (path, method)


def test_every_reference_in_the_description_leads_somewhere(schema):
    def references(value):
        if isinstance(value, dict):
            yield from ([value["$ref"]] if "$ref" in value else [])
            for each in value.values():
                yield from references(each)
        elif isinstance(value, list):
            for each in value:
                yield from references(each)

    known = {f"#/components/schemas/{name}" for name in schema["components"]["schemas"]}
    assert set(references(schema["paths"])) <= known


def test_the_reference_page_tells_of_every_operation_without_script_or_foreign_origin(client, clerk, sign_in, schema):
    page = sign_in(clerk).get("/api/").content.decode()
    for path, _, told in operations(schema):
        assert path in page
        assert f'id="{told["operationId"]}"' in page
    assert "<script" not in page.replace('<script src="/static/', "")
    assert "https://" not in page


def test_no_two_schemas_bear_one_name_for_the_description_would_tell_of_the_last_alone():
    modules = [import_module(f"{api.__name__}.{each.name}") for each in pkgutil.iter_modules(api.__path__)]
    made = {each for module in modules for _, each in inspect.getmembers(module, inspect.isclass) if issubclass(each, BaseModel)}
    names = [each.__name__ for each in made if each.__module__.startswith(api.__name__)]
    assert len(names) == len(set(names)), sorted(name for name in set(names) if names.count(name) > 1)


def test_an_answer_that_is_a_file_is_told_with_its_forms(schema):
    told = {
        named["operationId"]: set(named["responses"]["200"]["content"]) for _, _, named in operations(schema) if "200" in named["responses"]
    }
    assert told["get_original"] == {"application/octet-stream"}
    assert {"application/pdf", "application/json"} < told["get_brief_paper"]
    assert {"application/json", "text/csv; charset=utf-8"} <= told["get_figures"]
    figures = schema["paths"]["/api/ledger/figures"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert {each["type"] for each in figures["anyOf"]} == {"array", "object"}, "the form of DHIS2 is an object"


def test_a_failure_is_told_to_a_program_as_json(client, clerk, sign_in, monkeypatch):
    def fail(*_asked, **_told):
        raise ValueError("lost")

    monkeypatch.setattr("giaoban_web.api.meetings.meetings_of", fail)
    asked = sign_in(clerk)
    asked.raise_request_exception = False
    answer = asked.get("/api/meetings/")
    assert answer.status_code == 500
    assert answer.json()["code"] == "api-failed"
