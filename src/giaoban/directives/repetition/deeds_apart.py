"""By which deeds and kinds of thing two wordings differ, each as a feature of its own.

So it can be weighed that a help, a check or a report sets two wordings apart where another word for a repair does not. What is not named
is nought.
"""

from giaoban.directives.repetition.deeds import NOT, Demand


def told_apart(one: Demand, two: Demand) -> dict[str, float]:
    """first …: what one asks first and the other does not ask; alone …: what one asks alone; kind …: of a kind both name things, none in
    common."""
    here, there = set(one.deeds), set(two.deeds)
    first = {deed for deed in one.deeds[:1] if deed not in there} | {deed for deed in two.deeds[:1] if deed not in here}
    other = {kind for kind, _thing in one.things} & {kind for kind, _thing in two.things}
    other -= {kind for kind, _thing in one.things & two.things}
    return {
        **{f"first {deed.removeprefix(NOT)}": 1.0 for deed in first},
        **{f"alone {deed.removeprefix(NOT)}": 1.0 for deed in here ^ there},
        **{f"kind {kind}": 1.0 for kind in other},
    }
