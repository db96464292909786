"""Where lines of a brief come from: addresses of ours that lead to the very sentence."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.urls import reverse

from giaoban.brief.lines import Source
from giaoban_web.records.models import Find, Record

TITLE = 70
"""Letters of a title that a footnote shows."""


def texts_of(finds: Iterable[Find]) -> dict[int, str]:
    """The texts of the records of these finds, each loaded once."""
    return dict(Record.objects.filter(pk__in={each.record_id for each in finds}).values_list("pk", "text"))


def words_of(find: Find, texts: Mapping[int, str]) -> str:
    """Its words as they stand."""
    now = find.standing or find
    return texts[find.record_id][now.start : now.end].strip().lstrip("-–•+ ")


def of_find(find: Find, texts: Mapping[int, str], on: date | None) -> Source:
    """The sentence on the screen on which it was confirmed; `on` is the day that the footnote says."""
    address = f"{reverse('records:confirm', args=[find.record_id])}#find-{find.pk}"
    return Source(labelled(str(find.record), on), address, words_of(find, texts))


def labelled(title: str, on: date | None) -> str:
    """ "Thông báo kết luận…, 12/03/2020"."""
    plain = " ".join(title.split()).strip(' "“”')
    shown = plain if len(plain) <= TITLE else f"{plain[:TITLE].rpartition(' ')[0] or plain[:TITLE]}…"
    return f"{shown}, {on:%d/%m/%Y}" if on else shown
