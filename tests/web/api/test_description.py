"""The description of the API, and the page made from it."""

import pytest

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
