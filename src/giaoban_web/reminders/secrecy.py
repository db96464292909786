"""The secret address of a calendar is hidden wherever a line of the log of the server would name it."""

import logging
import re

SECRET = re.compile(r"(/calendar/)[^/\s?\"']+(\.ics)")


class HideSecrets(logging.Filter):
    """Leaves every line in, without the secret that may stand in it."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        hidden = SECRET.sub(r"\1…\2", said)
        if hidden != said:
            record.msg, record.args = hidden, ()
        return True
