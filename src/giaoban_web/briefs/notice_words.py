"""The words of notices, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from giaoban.brief.changes import Did
from giaoban.brief.notice import Order
from giaoban.brief.notice_holding import DEADLINE, LEAD
from giaoban.render.layouts import PARTY, STATE

ORDERS: Mapping[Order, Any] = {
    Order.TOPIC: _("by field"),
    Order.LEAD: _("by lead"),
    Order.SAID: _("as the chair said them"),
}
LAYOUTS: Mapping[str, Any] = {PARTY: _("Party (05-HD/VPTW)"), STATE: _("State (Decree 30/2020)")}
ACT_WORDS: Mapping[str, Any] = {
    "composed": _("Composed"),
    "edited": _("A paragraph edited"),
    "retold": _("Paragraphs written anew from their tasks"),
    "moved": _("A paragraph moved"),
    "added": _("A paragraph added"),
    "dropped": _("A paragraph left out"),
    "arranged": _("Paragraphs arranged"),
    "headed": _("Heading changed"),
    "taken": _("Changes taken over from a document"),
    "corrected": _("Correction begun"),
}
PARTS: Mapping[str, Any] = {
    "body": _("Body that issues it"),
    "upper": _("Body above it"),
    "symbol": _("Symbol"),
    "place": _("Place of issue"),
    "authority": _("Authority and office of who signs"),
    "signer": _("Who signs"),
    "recipients": _("Recipients"),
}
NEEDED = ("body", "symbol", "place", "signer")
"""Parts of the heading without which a notice is not submitted."""
LOST: Mapping[str, Any] = {
    LEAD: _("The text no longer names the lead of the task."),
    DEADLINE: _(
        "The text does not say the deadline of the task (%(due)s). The paper changes no deadline: correct it on the page of the task."
    ),
}
EMPTY = _("Nothing stands under this heading: put something there or leave it out.")
UNFOUNDED = _("The record no longer confirms this judgement: leave it out, or see why it was rejected there.")
OTHERWISE = _("This judgement was corrected in the record after it was put in: compare the words.")
OTHER_KIND = _("The record now tells it as: %(kind)s. Put it under the heading that fits, or leave it out.")
OTHER_PLACE = _("Its record was filed under another place or meeting since (now: %(place)s): see whether it still belongs here.")
OTHER_TOPIC = _("The record now counts it under the field: %(topic)s. Put it under the heading that fits.")
TASK_OVER = _("The task was withdrawn or merged after it was put in: leave it out, unless the paper shall still tell it.")
DID: Mapping[Did, Any] = {
    Did.SAME: _("moved"),
    Did.EDITED: _("edited"),
    Did.ADDED: _("added"),
    Did.DROPPED: _("taken out"),
}
