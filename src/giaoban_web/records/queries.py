"""Records, finds and facts as a person may see them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from giaoban_web.accounts.queries import granted_paths, under, where
from giaoban_web.places.models import Place
from giaoban_web.records.models import STANDING, WAITING, Decision, Find, Kind, Record
from giaoban_web.ui.remembering import remember

FACTS = Q(finds__standing__verdict__in=STANDING)


def visible_to(user: Any) -> QuerySet[Record]:
    """Records filed where `user` has a role."""
    return Record.objects.filter(where(user, "records.view"))


def decidable_by(user: Any) -> QuerySet[Record]:
    """Records on whose finds `user` may decide."""
    return Record.objects.filter(where(user, "records.decide"))


def places_to_file_under(user: Any) -> QuerySet[Place]:
    """Places under which `user` may put a record in, from the top down."""
    return Place.objects.filter(under(granted_paths(user, "records.put_in"), "path")).order_by("path", "-valid_from")


def listed(records: QuerySet[Record]) -> QuerySet[Record]:
    """Records without their texts, with how many finds each has (`total`), how many wait (`left`) and how many are confirmed (`kept`)."""
    undecided = Q(finds__standing=None) | Q(finds__standing__verdict__in=WAITING)
    return (
        records.defer("text", "blocks", "unsure")
        .select_related("place", "meeting", "put_in_by")
        .annotate(
            total=Count("finds"), left=Count("finds", filter=undecided), kept=Count("finds", filter=FACTS), done=F("total") - F("left")
        )
    )


def finds_of(record: Record) -> QuerySet[Find]:
    """The finds of one record in the order of the text, each with the decision that stands."""
    return record.finds.select_related("standing__by", "standing__place", "added_by")


def figures_among(keys: Iterable[int]) -> QuerySet[Find]:
    """Of the finds with those keys the confirmed figures, each with the decision that stands and its place. Who asks may see the finds."""
    found = Find.objects.facts().filter(pk__in=list(keys), standing__kind=Kind.OBSERVATION)
    return found.select_related("standing__place")


def texts_of(finds: Iterable[Find]) -> Mapping[int, str]:
    """The text of each of their records by its key, loaded once for a page."""
    texts: dict[int, str] = remember("texts of records", dict)
    if wanted := {find.record_id for find in finds} - texts.keys():
        texts |= dict(Record.objects.filter(pk__in=wanted).values_list("pk", "text"))
    return texts


def decisions_of(record: Record) -> QuerySet[Decision]:
    """All decisions on the finds of a record, oldest first."""
    return Decision.objects.filter(find__record=record).select_related("by", "place", "find").order_by("find__start", "find", "number")
