"""The reference page of the API, made from its own description: no script, nothing from elsewhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from ninja import NinjaAPI

METHODS = ("get", "post", "put", "patch", "delete")


@require_safe
def reference(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    schema = api.get_openapi_schema(path_prefix="/api/")
    operations = [
        {"method": method.upper(), "path": path, "id": found["operationId"], **_told(found)}
        for path, item in schema["paths"].items()
        for method, found in item.items()
        if method in METHODS
    ]
    return render(request, "api/reference.html", {"schema": schema, "operations": operations, "schemas": _schemas(schema)})


def _told(operation: dict[str, Any]) -> dict[str, Any]:
    body = operation.get("requestBody", {}).get("content", {})
    answer = operation["responses"].get(200) or operation["responses"].get(201) or {}
    return {
        "what": operation.get("description", ""),
        "parameters": [_parameter(each) for each in operation.get("parameters", [])],
        "takes": [{"media": media, "type": _type(found["schema"])} for media, found in body.items()],
        "gives": [_type(found["schema"]) for found in answer.get("content", {}).values()],
        "refusals": sorted(str(status) for status in operation["responses"] if int(status) >= 400),
    }


def _parameter(parameter: dict[str, Any]) -> dict[str, Any]:
    schema = parameter["schema"]
    return {**parameter, "type": _type(schema), "what": parameter.get("description") or schema.get("description", "")}


def _schemas(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "name": name,
            "what": each.get("description", ""),
            "values": each.get("enum", []),
            "fields": [
                {"name": field, "type": _type(found), "what": found.get("description", "")}
                for field, found in each.get("properties", {}).items()
            ],
        }
        for name, each in sorted(schema["components"]["schemas"].items())
    ]


def _type(schema: dict[str, Any]) -> str:
    """A type in one word or two: "PlaceOut", "list of FindOut", "date or null"."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(_type(each) for each in schema["anyOf"])
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    if "allOf" in schema:
        return _type(schema["allOf"][0])
    return str(schema.get("format") or schema.get("type") or "value")
