"""Receiving files in memory only, and letting one go as soon as it is too large."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile
from django.http import HttpRequest

from giaoban.documents.intake import MAX_BYTES

LARGEST = MAX_BYTES
TOO_LARGE = "giaoban.too_large"


class CappedMemoryHandler(MemoryFileUploadHandler):
    """Keeps each file in memory up to `LARGEST` bytes; of a larger one only the name is kept (see `too_large`)."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        self.activated = True

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self.received = 0
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.received += len(raw_data)
        if self.received > LARGEST:
            self.file.close()
            self.request.META.setdefault(TOO_LARGE, []).append(self.file_name)
            raise SkipFile
        return super().receive_data_chunk(raw_data, start)


def too_large(request: HttpRequest) -> list[str]:
    """Names of the files that were let go because they were too large."""
    return list(request.META.get(TOO_LARGE, ()))
