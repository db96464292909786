"""The document as it came in, byte for byte: to be saved, never shown within the site."""

from csp.decorators import csp_update
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from giaoban_web.records.models import Original, Record

SANDBOX = {"sandbox": True}
"""Should a browser open it all the same, it runs nothing and belongs to no site."""


@csp_update(SANDBOX)
def attachment(record: Record) -> HttpResponse:
    """The original of `record` as a download under its own name."""
    data = Original.objects.values_list("data", flat=True).get(pk=record.pk)
    response = HttpResponse(bytes(data), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=record.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
