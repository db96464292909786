"""One way to name a figure."""

from dataclasses import dataclass

from giaoban.reading.rules.figures.indicators import Name


@dataclass(slots=True)
class Wording:
    """One way to name a figure, by the parts it is made of.

    form     its kind in a word: B before the figure, C before it and cut short, S the subject of the sentence, A after the figure,
             V its verb, N the thing counted, P the name of the figure before, K that of the sentence before; and what is joined of them
    noun     it says the thing counted
    carried  the name taken over
    heading  the name before a colon of which `before` is a part
    """

    form: str
    noun: bool = False
    before: Name | None = None
    after: Name | None = None
    verb: Name | None = None
    carried: str = ""
    heading: Name | None = None
