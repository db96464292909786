"""Where texts of tasks lie: what is kept, read at once; what is not kept yet, placed on the spot as far as nobody has to wait for it.

A task leaves with its texts a row that waits, in its own transaction, where nothing is worked out: placing takes time, and whoever writes
into SQLite holds up everybody else. `positions_filling` places what waits, beside whatever the server does. So a page only reads.
"""

from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256

from giaoban.directives.repetition import placed
from giaoban.reference.folding import written
from giaoban_web.directives.models import Directive, Position
from giaoban_web.directives.position_models import Text

MOST = 40
"""So many texts are placed for a page: less than a second. Of others the trees decide until they were placed."""


def digest(text: str) -> str:
    """A hash of the words of a text; spacing does not count."""
    return sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()


def known(texts: Sequence[str]) -> dict[str, placed.Position]:
    """Where these lie, in one query: those that are kept, and of the others the first `MOST` at least."""
    digests = {each: digest(each) for each in texts}
    kept = Position.objects.filter(digest__in=set(digests.values()), weights=placed.stamp()).values_list("digest", "numbers")
    by_digest = {told: position for told, numbers in kept if (position := placed.from_bytes(bytes(numbers))) is not None}
    found = {each: by_digest[told] for each, told in digests.items() if told in by_digest}
    return found | placed.placed((each for each in texts if each not in found), MOST)


def wait(directive: Directive, of: Collection[Text] = tuple(Text)) -> None:
    """These texts of it wait to be placed."""
    rows = [Position(directive=directive, text=text, digest=digest(said)) for text, said in texts(directive) if text in of]
    Position.objects.bulk_create(rows)


def wait_anew(directive: Directive) -> None:
    """Its work is another: what was kept of that is gone. A wording never changes."""
    directive.positions.filter(text=Text.WORK).delete()
    wait(directive, [Text.WORK])


def texts(directive: Directive) -> Iterator[tuple[Text, str]]:
    """Those by which it is compared, as they are compared: its wording, which a part has from its whole, and its work."""
    if not directive.above_id:
        yield Text.WORDING, written(directive.wording)
    if directive.work.strip():
        yield Text.WORK, written(directive.work)
