"""The API: bodies that are read strictly, and a description that is worked out once, since no operation is added while it is served."""

import json
import re
from functools import cache
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI
from ninja.openapi import get_schema
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser

from giaoban_web.api.filters import LANGUAGE

HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""How JSON writes half of a letter beyond U+FFFF; without its other half it is no text, which no database keeps."""


class WholeTexts(Parser):
    """JSON in UTF-8 of which every text can be written again as one. ValueError for any other body."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        text = request.body.decode("utf-8-sig")
        told: dict[str, Any] = json.loads(text)
        if HALF.search(text):
            json.dumps(told, ensure_ascii=False).encode()
        return told


class DescribedAPI(NinjaAPI):
    """Its description takes a seventh of a second to make: the schemas of all that is asked, answered and refused."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None) -> OpenAPISchema:
        return _schema(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)


@cache
def _schema(api: NinjaAPI, path_prefix: str) -> OpenAPISchema:
    described = get_schema(api=api, path_prefix=path_prefix)
    for operations in described["paths"].values():
        for operation in operations.values():
            operation["parameters"] = [*operation.get("parameters", ()), LANGUAGE]
    return described
