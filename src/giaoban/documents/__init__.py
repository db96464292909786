"""Step 1: the bytes of a record become a `Document`, or are refused with a reason.

What is where:

    `intake`       the way in; `sniff`: what the bytes are; `secrecy`, `lookalikes`, `about`, `properties`: marks of a state secret
    formats        `text`, `page` (HTML), `word`, `word97`, `rtf`, `odt`, `pdf`; containers: `archive`, `compound`
    shared by them `pieces`, `rows`, `runs`, `styled`, `counting`, `flat`, `notemarks`
    letters        `encodings`, `legacy`, `healing`, `normal`
    lines mended   `wrapping`, `split`, `syllables`, `repeated`, `kinds`
    scans          `ocr` is given by the caller; `mending`, `unsure`
    of the whole   `letterhead`: whose paper it is; `quotes`: the sentence of a fact
"""

from giaoban.documents.intake import from_text, read
from giaoban.documents.ocr import Ocr

__all__ = ["Ocr", "from_text", "read"]
