"""Where tables are printed."""

from typing import NoReturn

from rich.console import Console


class Listened(Console):
    """Tells whoever printed there that nobody listens any more, which by itself would end the program as a failure."""

    def on_broken_pipe(self) -> NoReturn:
        """Who read the output has seen enough (`| head`)."""
        raise BrokenPipeError
