"""What speaks for or against a fragment being part of a find: named traits, in groups that are worked out once and remembered.

Each fragment has one key per group (`reading.paragraphs`); the traits of a group are a function of its key alone. A trained weight belongs
to every trait (`reading.judging`), so any decision can be told as the traits that weighed most.

    content   its own words, the kinds of its words, the mark before it; the same of its neighbours
    voice     who speaks in this sentence and how: the last word of asking, telling, praising; the last "phải", "cần", "sẽ", "đã"
    carried   the same of the sentences before
    ahead, before, verdict
              what the words after and before it in the same clause do
    standing  where it stands: sentence, paragraph, section, document
    subject   whether a body stands before it, so that it may be what that body does or shall do
    sentence  what the words of the whole sentence do, its length and figures, and the kind of text
"""

from itertools import pairwise

from giaoban.reading.paragraphs import NEGATIVE, NOW, PAST, POSITIVE, Key, Paragraph, Row
from giaoban.reference.wording import kinds


def content(said: str) -> list[str]:
    """The traits of a fragment's own words, from its key."""
    mark, letter, does, words = _parted(said)
    named = [f"w={word}" for word in words]
    named += [f"b={first} {second}" for first, second in pairwise(words)]
    named += [f"first={words[0]}", f"last={words[-1]}", f"mark={mark}", f"mark,first={mark} {words[0]}", f"letter={letter}"]
    if len(words) > 1:
        named.append(f"first two={words[0]} {words[1]}")
    named.append(f"length={min(len(words), 8)}")
    return named + [f"kind={kind}" for kind in does]


def beside(said: str, side: str) -> list[str]:
    """The traits of the fragment next to it; `side` says which, and names them."""
    mark, _, does, words = _parted(said)
    nearest = words[-1] if side == "last" else words[0]
    named = [f"{side} w={word}" for word in words]
    return [*named, f"{side} nearest={nearest}", f"{side} mark={mark}", *(f"{side} kind={kind}" for kind in does)]


def farther(said: str, side: str) -> list[str]:
    """The traits of the fragment after next: the kinds of its words alone."""
    return [f"{side} kind={kind}" for kind in _parted(said)[2]]


def _parted(said: str) -> tuple[str, str, tuple[str, ...], list[str]]:
    mark, letter, mask, words = said.split("\t")
    return mark, letter, kinds(int(mask)), words.split(" ")


def voice_traits(key: Key) -> list[str]:
    """Who speaks last before the fragment, in which manner and how long ago."""
    voice, modal, since, lead = _row(key)
    named = [f"voice={voice}", f"modal={modal}", f"voice,modal,since={voice} {modal} {since}"]
    first = _first(lead)
    return [*named, f"lead,voice={first} {voice}", f"lead,modal={first} {modal}"] if first else named


def carried_traits(key: Key) -> list[str]:
    """Who spoke in the sentences before, and in which frame this one stands."""
    voice, modal, spoken, frame, age, mode, early = _row(key)
    return [f"carried={voice}", f"carried modal={modal} {spoken}", f"frame,age={frame} {age}", f"mode={mode} {early}"]


def ahead_traits(key: Key) -> list[str]:
    """The kinds of words that are still to come in the sentence."""
    return [f"ahead={kind}" for kind in kinds(_sum(key))]


def before_traits(key: Key) -> list[str]:
    """The kinds of words that came before in the sentence."""
    return [f"before={kind}" for kind in kinds(_sum(key))]


def verdict_traits(key: Key) -> list[str]:
    """Whether its words praise or blame, and of what time."""
    seen = _sum(key)
    done = "+past" if seen & PAST else ""
    if seen & NEGATIVE:
        return ["bad" + ("+good" if seen & POSITIVE else "") + done]
    return ["good" + done + ("+now" if seen & NOW else "")] if seen & POSITIVE else []


def standing_traits(key: Key) -> list[str]:
    """Where the fragment stands: in its sentence, its list, its section and the text."""
    place, short, section, listed, starts, ends, opens = _row(key)
    flags = [name for name, on in (("short", short), ("starts", starts), ("ends", ends), ("opens", opens), ("listed", listed)) if on]
    return [f"place={place}", f"section={section} {short}", *flags]


def subject_traits(key: Key) -> list[str]:
    """Which body stands before the fragment or in it, as who acts may stand."""
    previous, second, body, mark, lead, following = _row(key)
    named = [f"after body={previous}"]
    if first := _first(lead):
        named.append(f"lead,after body={first} {previous}")
    if body:
        named += [f"body,mark={mark}", f"body,next={_first(following)}"]
    if second:
        named.append("second after body")
    return named


def sentence_traits(key: Key) -> list[str]:
    """What its whole sentence and the one before are like, and of which kind the text is."""
    whole, asked, figures, length, *about = _row(key)
    named = [f"sentence={kind}" for kind in kinds(int(whole))] + [f"last sentence={kind}" for kind in kinds(int(asked))]
    return [*named, f"figures={figures}", f"sentence length={length}", *(f"text={each}" for each in about)]


def _row(key: Key) -> Row:
    return key if isinstance(key, tuple) else (key,)


def _sum(key: Key) -> int:
    return key if isinstance(key, int) else 0


def _first(mask: str | int) -> str:
    return next(iter(kinds(int(mask))), "")


GROUPS = (voice_traits, carried_traits, ahead_traits, before_traits, verdict_traits, standing_traits, subject_traits, sentence_traits)


def traits(paragraph: Paragraph, at: int) -> list[str]:
    """All traits of one fragment."""
    parts, size = paragraph.parts, len(paragraph.parts)
    named = content(parts[at].said)
    if at:
        named += beside(parts[at - 1].said, "last")
    if at + 1 < size:
        named += beside(parts[at + 1].said, "next")
    if at > 1:
        named += farther(parts[at - 2].said, "before last")
    if at + 2 < size:
        named += farther(parts[at + 2].said, "after next")
    for group, key in zip(GROUPS, paragraph.keys[at], strict=True):
        named += group(key)
    return named
