"""Text as this house keeps it: NFC, lines that end in LF, nothing that cannot be seen.

    "thi\u0323" CR LF "xa\u0303"  "thị" LF "xã"

Text that is so already comes back unchanged, code point for code point.
"""

import re
import unicodedata

NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
UNSEEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # the soft hyphen, joiners and fillers
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"  # zero width, direction, variants, byte order
    "\ud800-\udfff"  # halves of pairs: no text
    "]"
)


def normal(text: str) -> str:
    """`text` in NFC with LF line ends, without soft hyphens, zero-width characters and controls."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", UNSEEN.sub("", NEWLINE.sub("\n", text)))
