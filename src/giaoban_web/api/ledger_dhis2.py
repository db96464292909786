"""The part of DHIS2's own API that exchanges figures: organisation units, data elements, data value sets; for programs written for DHIS2.

Signed in as there: user name and password, where the password is a key of that person (`accounts/me/`), or the key alone as ApiToken.
Source: DHIS2 developer guide, metadata and data value sets, https://docs.dhis2.org
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import product
from math import ceil
from operator import or_
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from ninja import NinjaAPI, Query, Schema
from ninja.security import APIKeyHeader, HttpBasicAuth

from giaoban import __version__
from giaoban.exchange import dhis2
from giaoban.exchange.times import from_dhis2
from giaoban.ledger.entries import ROLES
from giaoban.messages import say
from giaoban.model import Refused
from giaoban_web.accounts.actions import authenticate_token
from giaoban_web.accounts.queries import places_of
from giaoban_web.api import errors
from giaoban_web.api.auth import Key
from giaoban_web.api.described import WholeTexts
from giaoban_web.ledger.exporting import standing
from giaoban_web.ledger.importing import Arriving, Outcome, bring_in, dry_run
from giaoban_web.ledger.models import Indicator, Line, SourceKind
from giaoban_web.ledger.queries import visible_to
from giaoban_web.places.models import Place
from giaoban_web.places.queries import below

USUAL_PAGE, MOST = 50, 10_000
SCHEME = "ApiToken "


class Password(HttpBasicAuth):
    """A user name, and a key of that person for the password."""

    def authenticate(self, request: HttpRequest, username: str, password: str) -> Any:
        return _of_key(request, password, username)


class ApiToken(APIKeyHeader):
    """A key as DHIS2 takes personal access tokens: "Authorization: ApiToken KEY"."""

    param_name = "Authorization"

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        return _of_key(request, key.removeprefix(SCHEME)) if key and key.startswith(SCHEME) else None


class DataValues(Schema):
    """A data value set; `period` and `orgUnit` are of all values that do not say theirs."""

    dataValues: list[dict[str, Any]] = []  # noqa: N815
    period: str | None = None
    orgUnit: str | None = None  # noqa: N815


api = NinjaAPI(
    title="Giaoban as DHIS2",
    version=__version__,
    docs_url=None,
    openapi_url=None,
    urls_namespace="dhis2",
    auth=[Password(), ApiToken(), Key()],
    parser=WholeTexts(),
)
errors.install(api)


@api.get("/system/info")
def info(request: HttpRequest) -> dict[str, str]:
    """Which system this is."""
    return {"systemName": "Giaoban", "version": __version__, "revision": __version__}


@api.get("/organisationUnits")
@api.get("/organisationUnits.json")
def organisation_units(request: HttpRequest, page: int = 1, pageSize: int = USUAL_PAGE, paging: bool = True) -> dict[str, Any]:  # noqa: N803
    """The places that the person sees, each code once, as its latest version is."""
    places: dict[str, Place] = {}
    for place in places_of(request.user, "ledger.view").order_by("valid_from"):
        places[place.code] = place
    units = [_unit(place) for _code, place in sorted(places.items())]
    return _paged("organisationUnits", units, page, pageSize if paging else MOST)


@api.get("/dataElements")
@api.get("/dataElements.json")
def data_elements(request: HttpRequest, page: int = 1, pageSize: int = USUAL_PAGE, paging: bool = True) -> dict[str, Any]:  # noqa: N803
    """Every series: of each indicator its level, and what else the ledger has of it; actual, target and baseline."""
    elements = [
        {"id": dhis2.uid("element", code), "code": code, "name": name, "shortName": name[:50], "domainType": "AGGREGATE"}
        | {"valueType": "NUMBER", "aggregationType": "NONE"}
        for code, name in sorted(_elements().items())
    ]
    return _paged("dataElements", elements, page, pageSize if paging else MOST)


@api.get("/dataValueSets")
@api.get("/dataValueSets.json")
def data_values(
    request: HttpRequest,
    orgUnit: list[str] = Query(...),  # noqa: B008, N803
    period: list[str] = Query([]),  # noqa: B008
    dataElement: list[str] = Query([]),  # noqa: B008, N803
    children: bool = False,
) -> dict[str, Any]:
    """What stands of these places, and below them with `children`. Periods that DHIS2 does not know are left out."""
    codes = dhis2.known(places_of(request.user, "ledger.view").values_list("code", flat=True), "place")
    entries = visible_to(request.user)
    asked = {codes[unit] for unit in orgUnit if unit in codes}
    entries = entries.filter(_within(asked)) if children else entries.filter(place__code__in=asked)
    if period:
        entries = entries.filter(period__text__in=[_period(each) for each in period])
    values, _left_out = dhis2.data_values(standing(entries))
    elements = dhis2.known(_elements(), "element")
    wanted = {dhis2.uid("element", elements[each]) for each in dataElement if each in elements}
    return {"dataValues": [each for each in values if not dataElement or each["dataElement"] in wanted]}


@api.post("/dataValueSets")
@api.post("/dataValueSets.json")
def send_data_values(request: HttpRequest, payload: DataValues, dryRun: bool = False) -> Any:  # noqa: N803
    """Enter the values: all of them, or none; the same set twice changes nothing."""
    place = places_of(request.user, "ledger.import").order_by("path").first()
    if place is None:
        raise Refused("not-allowed-here", place="")
    told = payload.dict()
    sha256 = hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
    places = dhis2.known(Place.objects.values_list("code", flat=True).distinct(), "place")
    rows = dhis2.rows(told, dhis2.known(_elements(), "element"), places)
    arriving = Arriving("DHIS2", place, sha256, timezone.localdate(), request.user, SourceKind.SERVICE)
    outcome = dry_run(rows, arriving) if dryRun else bring_in(rows, arriving)
    return api.create_response(request, _summary(outcome), status=409 if outcome.refused else 200)


def _of_key(request: HttpRequest, key: str, username: str | None = None) -> Any:
    person = authenticate_token(key)
    if person is None or (username is not None and person.username != username):
        return None
    request.user = person
    return person


def _unit(place: Place) -> dict[str, Any]:
    opened, name = place.valid_from.isoformat(), str(place)
    return {"id": dhis2.uid("place", place.code), "code": place.code, "name": name, "shortName": name[:50], "openingDate": opened}


def _elements() -> dict[str, str]:
    """Names of the series by their codes."""
    level = [(key, "level", "", "", name) for key, name in Indicator.objects.filter(retired_at=None).values_list("key", "name")]
    lines = Line.objects.values_list("indicator__key", "measure", "base", "breakdown", "indicator__name")
    found = {}
    for (key, measure, base, breakdown, name), role in product([*level, *lines], ROLES):
        fields = {"indicator": key, "measure": measure, "base": base, "breakdown": breakdown, "role": role.value}
        code = dhis2.element_code(fields)
        found[code] = " · ".join(filter(None, [name, *code.split(".")[1:]]))
    return found


def _within(codes: Iterable[str]) -> Any:
    return reduce(or_, (below(code, "place__path") for code in sorted(codes)), Q(pk__in=[]))


def _period(text: str) -> str:
    try:
        return str(from_dhis2(text))
    except ValueError:
        raise Refused("figure-column-wrong", column="period", value=text) from None


def _paged(name: str, items: Sequence[dict[str, Any]], page: int, size: int) -> dict[str, Any]:
    size, page = min(max(size, 1), MOST), max(page, 1)
    pager = {"page": page, "pageSize": size, "total": len(items), "pageCount": max(1, ceil(len(items) / size))}
    return {"pager": pager, name: items[(page - 1) * size : page * size]}


def _summary(outcome: Outcome) -> dict[str, Any]:
    """What DHIS2 answers: with ERROR nothing was imported; WARNING names what was though it is doubtful, for a program confirms nothing."""
    done = not outcome.refused
    told = (*outcome.problems, *outcome.doubts)
    conflicts = [{"object": each.address, "value": f"{say(each.why, 'vi')} · {say(each.why, 'en')}"} for each in told]
    count = {"imported": outcome.added if done else 0, "updated": 0, "ignored": outcome.same if done else outcome.rows, "deleted": 0}
    status = ("WARNING" if outcome.doubtful else "SUCCESS") if done else "ERROR"
    return {"responseType": "ImportSummary", "status": status, "importCount": count, "conflicts": conflicts}
