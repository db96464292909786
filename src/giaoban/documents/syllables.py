"""How a Vietnamese syllable is built, and which of the possible ones are written.

    is_syllable("triều")  True
    is_syllable("trềui")  False

A syllable is an onset, a rhyme and a tone; a rhyme that ends in c, ch, p or t bears only the tones sắc and nặng. Of what the rule allows,
`syllables.txt` lists what is really written.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])"
OPEN = (
    "a ai ao au ay âu ây e eo ê êu i ia iu iêu o oa oai oao oay oe oeo oi ô ôi ơ ơi "
    "u ua uây uê ui uôi uơ uy uya uyu ư ưa ươi ươu ưu ưi y yêu"
)
NASAL = (
    "am an ang anh ăm ăn ăng âm ân âng em en eng êm ên ênh im in inh iêm iên iêng oam oan oang oanh oăm oăn oăng oen "
    "om on ong oong ôm ôn ông ơm ơn um un ung uân uâng uênh uôm uôn uông uyên uynh ưm ưn ưng ươm ươn ương yên yêm yêng ynh"
)
STOPPED = (
    "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt oac oach oap oat oăc oăt oc ooc oet op ot ôc ôp ôt ơp ơt "
    "uc up ut uât uêch uôc uôt uych uyêt uyt uyp ưc ưp ưt ươc ươp ươt ych yêt yt"
)
TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
STOP_TONES = {"\u0301", "\u0323"}

SOUNDED = re.compile(rf"{ONSET}?(?:{'|'.join(sorted({*OPEN.split(), *NASAL.split()}, key=len, reverse=True))})")
STOP = re.compile(rf"{ONSET}?(?:{'|'.join(sorted(STOPPED.split(), key=len, reverse=True))})")
LONGEST = 7
"""nghiêng has seven letters; none has more."""


@lru_cache(maxsize=1 << 15)
def is_possible(word: str) -> bool:
    """Whether the word could be a Vietnamese syllable, accents as they are written; any case."""
    if not 0 < len(word) <= LONGEST:
        return False
    bare, tones = _without_tones(word.lower())
    if len(tones) > 1:
        return False
    if STOP.fullmatch(bare):
        return bool(tones and tones[0] in STOP_TONES)
    return bool(SOUNDED.fullmatch(bare))


def is_syllable(word: str) -> bool:
    """Whether the word is a syllable that is really written; any case."""
    return word.lower() in written()


@cache
def written() -> frozenset[str]:
    """The syllables of written Vietnamese, in lower case; the tone mark in either of its places (hoà, hòa)."""
    return frozenset((files(__package__) / "syllables.txt").read_text("utf-8").split())


def _without_tones(word: str) -> tuple[str, list[str]]:
    """The word with its vowels' shapes but without tones, and the tones."""
    if word.isascii():
        return word, []
    marks = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES)), [mark for mark in marks if mark in TONES]
