"""Receiving files in memory only, and letting go of what is too large while it still arrives."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile
from django.http import HttpRequest

from giaoban.documents.intake import MAX_BYTES
from giaoban.model import Refused

LARGEST = MAX_BYTES
TOGETHER = 2 * MAX_BYTES
"""The most bytes of one request that are held in memory, whatever the number of its files."""
TOO_LARGE = "giaoban.too_large"
MEBIBYTE = 2**20


class CappedMemoryHandler(MemoryFileUploadHandler):
    """Keeps each file in memory up to `LARGEST` bytes, all of a request up to `TOGETHER`; of one beyond only the name is kept."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        self.activated = True
        self.together = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self.received = 0
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.received += len(raw_data)
        self.together += len(raw_data)
        if self.received > LARGEST:
            self._let_go(Refused("upload-too-large", limit=LARGEST // MEBIBYTE))
        if self.together > TOGETHER:
            self._let_go(Refused("uploads-too-large", limit=TOGETHER // MEBIBYTE))
        return super().receive_data_chunk(raw_data, start)

    def _let_go(self, refused: Refused) -> None:
        self.file.close()
        self.together -= self.received
        self.request.META.setdefault(TOO_LARGE, []).append((self.file_name, refused))
        raise SkipFile


def too_large(request: HttpRequest) -> list[tuple[str, Refused]]:
    """Names of the files that were let go because they were too large, each with the reason."""
    return list(request.META.get(TOO_LARGE, ()))
