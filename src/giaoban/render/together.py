"""Several papers as one PDF to be printed: each begins on a sheet of its own, also where sheets are printed on both sides."""

import io
from collections.abc import Iterable


def together(papers: Iterable[bytes], *, first: bool = False) -> bytes:
    """One PDF of these, in their order; with `first` only the first page of each, which then needs no empty one behind it."""
    import pypdfium2  # type: ignore[import-untyped]

    whole = pypdfium2.PdfDocument.new()
    for data in papers:
        paper = pypdfium2.PdfDocument(data)
        try:
            whole.import_pages(paper, [0] if first else None)
            if not first and len(paper) % 2:
                whole.new_page(*paper[0].get_size())
        finally:
            paper.close()
    buffer = io.BytesIO()
    whole.save(buffer)
    whole.close()
    return buffer.getvalue()
