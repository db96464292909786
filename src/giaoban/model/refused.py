"""A refusal: something cannot be done, and the person is told what, why and what next."""


class Refused(Exception):
    """Raised with the code of a message of `giaoban.messages` and the values it names.

    `messages.say(refused, "vi")` gives the sentence for people.
    """

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values
