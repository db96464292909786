"""How far roles reach: the paths under which they hold."""

from collections.abc import Iterable


def outermost(paths: Iterable[str]) -> list[str]:
    """Those that lie in no other, in their order: who has a role on a province that merged and on the one it became asks for one path.

    >>> outermost(["25-20250701/07894/", "25/", "25-20250701/", "25/07894/"])
    ['25-20250701/', '25/']
    """
    found: list[str] = []
    for path in sorted(set(paths)):
        if not (found and path.startswith(found[-1])):
            found.append(path)
    return found
