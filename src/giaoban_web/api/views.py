"""The reference page of the API, made from its own description: no script, nothing from elsewhere."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from ninja import NinjaAPI

from giaoban_web.api.telling import errands, in_vietnamese

METHODS = ("get", "post", "put", "patch", "delete")


@require_safe
def reference(request: HttpRequest, api: NinjaAPI) -> HttpResponse:
    """The reference page, for whoever signed in: errands, operations and schemas, with the address of this installation."""
    schema = api.get_openapi_schema(path_prefix="/api/")
    language = get_language() or "vi"
    operations = [
        {"method": method.upper(), "path": path, "id": found["operationId"], "tag": found["tags"][0], **_told(found, language)}
        for path, item in schema["paths"].items()
        for method, found in item.items()
        if method in METHODS
    ]
    context = {
        "groups": [(tag, _said(tag.capitalize(), "tags", tag, language)["what"], found) for tag, found in _grouped(operations).items()],
        "errands": errands(language),
        "address": request.build_absolute_uri("/").rstrip("/"),
        "schemas": _schemas(schema),
    }
    return render(request, "api/reference.html", context)


def _grouped(operations: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """The operations of each tag, the tags as they first come."""
    found: dict[str, list[dict[str, Any]]] = {}
    for each in operations:
        found.setdefault(each["tag"], []).append(each)
    return found


def _said(english: str, kind: str, key: str, language: str) -> dict[str, str]:
    """In the reader's language, and in which it is: what has no Vietnamese stays English."""
    found = in_vietnamese(kind, key) if language == "vi" else ""
    return {"what": found or english, "lang": "vi" if found else "en"}


def _told(operation: dict[str, Any], language: str) -> dict[str, Any]:
    body = operation.get("requestBody", {}).get("content", {})
    answer = operation["responses"].get(200) or operation["responses"].get(201) or {}
    return {
        **_said(operation.get("description", ""), "operations", operation["operationId"], language),
        "parameters": [_parameter(each, language) for each in operation.get("parameters", [])],
        "takes": [{"media": media, "type": _type(found["schema"])} for media, found in body.items()],
        "gives": [_type(found["schema"]) for found in answer.get("content", {}).values()],
        "refusals": sorted(str(status) for status in operation["responses"] if int(status) >= 400),
    }


def _parameter(parameter: dict[str, Any], language: str) -> dict[str, Any]:
    schema = parameter["schema"]
    meaning = parameter.get("description") or schema.get("description", "")
    return {**parameter, "type": _type(schema), **_said(meaning, "parameters", meaning, language)}


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
