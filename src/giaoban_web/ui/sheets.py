"""Any list as a file to take away: XLSX with real numbers and dates, or CSV."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from openpyxl import Workbook  # type: ignore[import-untyped]
from openpyxl.cell import WriteOnlyCell  # type: ignore[import-untyped]
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped]
from openpyxl.styles import Font  # type: ignore[import-untyped]

from giaoban.exchange.flat import FORMULA

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 32_767


def sheet(name: str, form: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """`rows` under `header` as the attachment NAME.xlsx or NAME.csv; `form` is "xlsx" or "csv".

    Text stays text: what a spreadsheet would run as a formula is written so that it does not.
    """
    write, media_type = FORMS[form]
    response = HttpResponse(write(header, rows), content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def _xlsx(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    book = Workbook(write_only=True)
    page = book.create_sheet()
    page.freeze_panes = "A2"
    page.append([_cell(page, str(title), Font(bold=True)) for title in header])
    for row in rows:
        page.append([_cell(page, value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _cell(page: Any, value: Any, font: Font | None = None) -> WriteOnlyCell:
    kept = _local(value)
    if not isinstance(kept, date | Decimal | int | float | None):
        kept = ILLEGAL_CHARACTERS_RE.sub("", str(kept))[:LONGEST_CELL]
    cell = WriteOnlyCell(page, kept)
    if isinstance(kept, str):
        cell.data_type = "s"
    if font:
        cell.font = font
    return cell


def _csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(header)
    writer.writerows([_plain(value) for value in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _plain(value: Any) -> str:
    kept = _local(value)
    if kept is None:
        return ""
    if isinstance(kept, date):
        return kept.isoformat(" ") if isinstance(kept, datetime) else kept.isoformat()
    text = str(kept)
    return f"'{text}" if isinstance(kept, str) and text.startswith(FORMULA) else text


def _local(value: Any) -> Any:
    """A moment as the clock on the wall shows it, to the second: a spreadsheet knows no time zones."""
    return timezone.localtime(value).replace(tzinfo=None, microsecond=0) if isinstance(value, datetime) else value


FORMS = {"xlsx": (_xlsx, XLSX), "csv": (_csv, "text/csv; charset=utf-8")}
