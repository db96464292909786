"""Letters of other scripts that look like those of a mark of secrecy, put back into the letters that a reader takes them for.

    "МẬТ" with Cyrillic М and Т     MẬT
    "ＴỐＩ ＭẬＴ" in full width       TỐI MẬT
    "M\u0332Ậ\u0332T\u0332" under a line     MẬT

For looking at, never for keeping: the number of letters may change.
"""

import re
import unicodedata

LOOK_ALIKE = {
    "M": "ΜМϺᎷᛖⲘꓟᴍ",
    "A": "ΑАᎪᗅꓮⲀᴀ",
    "T": "ΤТᎢꓔⲦᴛ",
    "O": "ΟОՕⲞꓳᴏ",
    "I": "ΙІӀᏆⲒꓲɪ",
    "U": "ՍᑌꓴƲᴜ",
    "Y": "ΥУҮᎩⲨꓬʏ",
    "E": "ΕЕᎬⲈꓰᴇ",
    "a": "αаɑⲁ",
    "o": "οоօⲟ",
    "i": "ιіıⲓ",
    "u": "υսʋ",
    "y": "уүγⲩ",
    "e": "еⲉ",
    "t": "τт",
    "m": "м",
    "\u0302": "\u0311\u1dcd\u032d",
    "\u0323": "\u0324\u0325\u0329\u0331",
}
"""By what it is taken for: letters Greek, Cyrillic, Armenian, Cherokee, Coptic, Lisu, small capitals; other arches, other dots below."""
ENCLOSED = {first + at: letter for first in (0x1F150, 0x1F170, 0x1F1E6) for at, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")}
"""Letters on a dark ground, and those of flags, which have no plain form of their own."""
TAKEN_FOR = {ord(sign): letter for letter, signs in LOOK_ALIKE.items() for sign in signs} | ENCLOSED
MARKS = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
"""The marks of Vietnamese: tones, circumflex, breve, horn."""
OTHER_MARKS = re.compile(rf"(?![{MARKS}])[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
ON_CONSONANTS = re.compile(rf"(?<=[MTmt])[{MARKS}]+")
STRANGE = re.compile(
    "["
    "\u0162-\u0167\u01b2\u1e3e-\u1e43\u1e6a-\u1e71\u1e97"  # Latin letters with marks that no Vietnamese word has
    "\u0131\u0250-\u1dff"  # other alphabets, and marks that stand by themselves
    "\u20d0-\u20ff\u2100-\u214f\u2460-\u24ff\u2c60-\u2cff\ua4d0-\ua4ff\ufe20-\ufe2f\uff21-\uff5a"  # letters as signs
    "\U0001d400-\U0001f1ff"
    "]"
)
"""What a Vietnamese text in NFC has no use for, but for a name or a formula."""


def plain(text: str) -> str:
    """`text` (NFC) in the letters that it is taken for; without such signs it comes back unchanged."""
    if text.isascii() or not STRANGE.search(text):
        return text
    parts = unicodedata.normalize("NFKD", text).translate(TAKEN_FOR)
    marked = OTHER_MARKS.sub("", unicodedata.normalize("NFD", parts))
    return unicodedata.normalize("NFC", ON_CONSONANTS.sub("", marked))
