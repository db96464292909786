"""The API with its description, which is worked out once: an operation is not added while it is served."""

from functools import cache
from typing import Any

from ninja import NinjaAPI
from ninja.openapi import get_schema
from ninja.openapi.schema import OpenAPISchema


class DescribedAPI(NinjaAPI):
    """Its description takes a seventh of a second to make: the schemas of all that is asked, answered and refused."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None) -> OpenAPISchema:
        return _schema(self, self.get_root_path(path_params or {}) if path_prefix is None else path_prefix)


@cache
def _schema(api: NinjaAPI, path_prefix: str) -> OpenAPISchema:
    return get_schema(api=api, path_prefix=path_prefix)
