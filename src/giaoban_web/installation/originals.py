"""That every file which the database keeps is still, to the byte, the one that came in or went out."""

from collections.abc import Iterator
from hashlib import sha256

from django.apps import apps
from django.db.models import F

FILES = {
    "records.Original": "record__sha256",
    "directives.EvidenceFile": "sha256",
    "briefs.NoticeFile": "sha256",
    "ledger.Upload": "sha256",
}
"""By model of files, held in `data`, where their hash was kept when they came."""
AT_ONCE = 8


def counted() -> int:
    """How many files there are."""
    return sum(apps.get_model(label)._base_manager.count() for label in FILES)


def changed() -> Iterator[str]:
    """Names of the files, as model and key, that are not what they were: none, unless somebody wrote past the program."""
    for label, kept in FILES.items():
        rows = apps.get_model(label)._base_manager.order_by("pk").annotate(kept=F(kept)).values_list("pk", "data", "kept")
        for key, data, told in rows.iterator(AT_ONCE):
            if sha256(data).hexdigest() != told:
                yield f"{label} {key}"
