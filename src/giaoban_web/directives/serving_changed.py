"""The criterion that a task serves, said, changed or withdrawn after it was issued: an event with its reason, and what it served before."""

from collections.abc import Mapping

from giaoban.model import Refused
from giaoban_web.criteria.fields import criterion_of, key_of
from giaoban_web.criteria.words import said_whole
from giaoban_web.directives.models import Directive, Event

NONE = "none"
"""In place of the key of a criterion: the task serves none any more."""


def named(directive: Directive, said: Mapping[str, str]) -> dict[str, str]:
    """What the event says of the criterion besides its key: the criterion in words, and what was served before.

    Refused: `criterion-unknown` for one that no set has, `criterion-served-already`, `criterion-not-served` for withdrawing what never was.
    """
    key = said.get("criterion", "")
    if not key:
        return {}
    found, before = criterion_of(key), served(directive)
    if found is None and key != NONE:
        set_id, _stroke, number = key.partition("/")
        raise Refused("criterion-unknown", set=set_id, number=number)
    if found is None and not before:
        raise Refused("criterion-not-served")
    if found is not None and found == directive.serves:
        raise Refused("criterion-served-already", criterion=said_whole(found))
    return {"serves": said_whole(found) if found else NONE} | ({"served_before": before} if before else {})


def served(directive: Directive) -> str:
    """What the task serves, in words: a criterion of a set, or one as it was worded; "" for none."""
    return said_whole(directive.serves) if directive.serves else directive.criterion


def key_served(directive: Directive) -> str:
    """The key of the criterion of a set that it serves; "" for none."""
    return key_of(directive.serves) if directive.serves else ""


def write(directive: Directive, event: Event) -> None:
    """The criterion as it stands after the event; what it was stays in it."""
    found = criterion_of(event.said["criterion"])
    directive.criterion_set, directive.criterion_number = found.key if found else ("", "")
    directive.criterion = ""
