"""Tables of the ledger's pages as sheets to take away: what the page shows, number for number."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from giaoban.messages import say
from giaoban.model import Refused, Role
from giaoban_web.ledger.filing_rows import GridRow
from giaoban_web.ledger.following import Following
from giaoban_web.ledger.forms_entry import as_typed
from giaoban_web.ledger.models import Indicator, Posting, Release, Upload
from giaoban_web.ledger.posting import said
from giaoban_web.ledger.templatetags.filing import bound, filed_as
from giaoban_web.ledger.templatetags.ledger import amount, entry_role, gone_why, named, printed_quantity, status, whence
from giaoban_web.ledger.words import refused
from giaoban_web.ui import printed
from giaoban_web.ui.sheets import FORMS, sheet


def asked(request: HttpRequest) -> str:
    """The form in which the address asks for the table; empty where it asks for the page."""
    form = request.GET.get("export", "")
    return form if form in FORMS else ""


def catalogue(form: str, rows: Iterable[Indicator]) -> HttpResponse:
    """The list of indicators."""
    return sheet(
        "giaoban-ledger",
        form,
        [_("Key"), _("Indicator"), _("Group"), _("Unit")],
        ([each.key, str(each), printed.named(each.group), each.unit] for each in rows),
    )


def waiting(form: str, rows: Iterable[Posting]) -> HttpResponse:
    """The figures that wait for their indicator, each with its reason."""
    header = [_("Figure"), _("As printed"), _("Place"), _("Period"), _("Record"), _("Why it waits")]
    return sheet("giaoban-waiting", form, header, map(_waiting, rows))


def cell(form: str, entries: Sequence[Any]) -> HttpResponse:
    """All entries of one cell, those taken back with when, by whom and why; the name of the sheet says which cell."""
    header = [_("Entry"), _("As printed"), _("Value"), _("Unit"), _("What it is"), _("Status"), _("Taken back"), _("Source"),
              _("Where in it"), _("Reported"), _("Entered"), _("Entered by"), _("Taken back by"), _("Reason")]  # fmt: skip
    first = entries[0]
    name = f"giaoban-{first.place.code}-{first.line.indicator.key}-{first.period.text.replace('/', '_')}"
    return sheet(name, form, header, map(_entry, entries))


def imports(form: str, rows: Iterable[Upload]) -> HttpResponse:
    """The files that were brought, with what came of their rows."""
    header = [_("File"), _("Reported by"), _("State"), _("Rows"), _("new"), _("refused"), _("Brought"), _("Brought by")]
    return sheet("giaoban-imports", form, header, map(_upload, rows))


def problems(form: str, upload: Upload, told: Iterable[tuple[str, Refused]]) -> HttpResponse:
    """The cells of a file that cannot be entered, each with its reason in the reader's language."""
    rows = ([address, say(why, get_language() or "vi")] for address, why in told)
    return sheet(f"giaoban-import-{upload.pk}", form, [_("Cell or line"), _("Why it cannot be entered")], rows)


def releases(form: str, rows: Iterable[Release]) -> HttpResponse:
    """What was released, and what of it was taken back."""
    header = [_("Title"), _("Place"), _("Indicator"), _("Period"), _("Licence"), _("Figures"), _("Released"), _("Taken back")]
    return sheet("giaoban-releases", form, header, map(_release, rows))


def grid(form: str, code: str, period: str, rows: Iterable[GridRow]) -> HttpResponse:
    """The figures of one place and period as the entry form shows them."""
    header = [_("Group"), _("Indicator"), _("Part"), _("Bound"), _("This period"), _("Unit"), _("Status"), _("Target"), _("Baseline"),
              _("Note"), _("In the ledger"), _("Period before"), _("Same period")]  # fmt: skip
    return sheet(f"giaoban-{code}-{period.replace('/', '_')}", form, header, map(_grid, rows))


def following(form: str, code: str, rows: Iterable[Following]) -> HttpResponse:
    """What follows from the figures of a place, each with what it was made of."""
    header = [_("Indicator"), _("Period"), _("Worked out"), _("Unit"), _("As printed"), _("Made of")]
    return sheet(f"giaoban-{code}-following", form, header, map(_following, rows))


def _waiting(each: Posting) -> list[Any]:
    fields = said(each)
    period, why = printed.period(fields.get("period")), say(refused(each.why), get_language() or "vi")
    return [fields["indicator"], printed.quantity(fields), each.place.title, period, str(each.find.record), why]


def _entry(each: Any) -> list[Any]:
    """A row of `cell`; the entry knows by what it `came` and how it is `gone`."""
    came, gone = each.came or each.source, each.gone
    told = [amount(each), each.value, each.unit.name, str(entry_role(each)), str(status(each)), gone.at if gone else ""]
    whose = [str(came.by), *([str(gone.by), str(gone_why(gone))] if gone else ["", ""])]
    return [each.number + 1, *told, each.source.name, whence(each), each.source.reported_on, came.at, *whose]


def _upload(each: Upload) -> list[Any]:
    counts = [each.outcome.get(name) for name in ("rows", "added", "refused")]
    return [each.name, each.place.title, str(each.get_state_display()), *counts, each.made_at, str(each.by)]


def _release(each: Release) -> list[Any]:
    of = str(each.indicator) if each.indicator else _("all")
    return [each.title, each.place.title, of, printed.period(each.period), each.licence, each.count, each.at, each.taken_back_at]


def _grid(row: GridRow) -> list[Any]:
    own = row.cells.get(Role.ACTUAL)
    typed = {role: as_typed(cell.value, cell.value_to) for role, cell in row.cells.items()}
    ledger = [amount(each) if each else "" for each in (row.now, row.previous, row.earlier)]
    unit = own.unit if own else row.unit
    figures = [
        str(bound(own)),
        typed.get(Role.ACTUAL, ""),
        unit,
        str(filed_as(row)),
        typed.get(Role.TARGET, ""),
        typed.get(Role.BASELINE, ""),
    ]
    return [printed.named(row.indicator.group), printed.named(row.indicator.name), row.part, *figures, own.note if own else "", *ledger]


def _following(row: Following) -> list[Any]:
    made = "; ".join(f"{named(each.line)}, {printed.period(each.period.text)}: {amount(each)}" for each in row.inputs)
    quantity = row.quantity
    return [
        printed.named(row.indicator.name),
        printed.period(row.period.text),
        quantity.value,
        quantity.unit,
        printed_quantity(quantity),
        made,
    ]
