"""The sentences of figures that came from records, where a part of them may be told behind."""

from collections.abc import Iterable, Mapping

from giaoban.documents.quotes import Quote, quote
from giaoban.ledger import Entry as CoreEntry
from giaoban.ledger import InDocument
from giaoban.ledger.checks.told import beside
from giaoban_web.records.models import Find, Record


def sentences_of(entries: Iterable[CoreEntry], finds: Iterable[Find]) -> dict[InDocument, Quote]:
    """Of entries that came from these finds; the text of a record is loaded only where two of its figures stand near each other."""
    told = list(entries)
    documents = {each.document for each in beside(told)}
    wanted = {each.record_id for each in finds if each.record.sha256 in documents}
    texts = Record.objects.filter(pk__in=wanted).values_list("sha256", "text") if wanted else ()
    return sentences_in(dict(texts), told)


def sentences_in(texts: Mapping[str, str], entries: Iterable[CoreEntry]) -> dict[InDocument, Quote]:
    """Of entries that came from these texts, by the hash of their document."""
    return {each: quote(texts[each.document], each.span.start, each.span.end) for each in beside(entries) if each.document in texts}
