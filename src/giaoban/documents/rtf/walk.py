"""Goes through the tokens of a rich text, group by group, and gathers its text."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from giaoban.documents import about
from giaoban.documents.counting import BULLET, LONGEST
from giaoban.documents.pieces import MAX_TEXT, Contents
from giaoban.documents.rtf import words
from giaoban.documents.rtf.fonts import DEFAULT, Font, decoded
from giaoban.documents.rtf.gathering import Gathering, Paragraph
from giaoban.documents.rtf.state import Row, State
from giaoban.documents.rtf.tokens import Kind, Token, Tokens
from giaoban.documents.rtf.words import Part
from giaoban.documents.runs import Run
from giaoban.documents.styled import kind_of
from giaoban.model import Refused

MOST_SAID, LONGEST_NAME = 2_000, 200
SHOWN = frozenset({Part.TEXT, Part.APART, Part.BOX})
"""Parts whose words are text."""
BULLETS = frozenset("o")


class Walk:
    """Goes through the tokens once; `does` says what each word does that changes what holds, or ends something."""

    def __init__(self, tokens: Tokens, does: "Mapping[str, Do]") -> None:
        self._tokens, self._does = tokens, does
        self.text = Gathering()
        self.state = State()
        self.row = Row()
        self.page, self.default = DEFAULT, 0
        self.fonts: dict[int, Font] = {}
        self.named = 0
        """The number of the font or style that is told of."""
        self._styles: dict[int, tuple[str, int | None]] = {}
        self._outer: list[tuple[State, Row, int]] = []
        self._begun = self._starred = self._leaps = False
        self._left_out = 0
        self._bytes = bytearray()
        self._read: list[str] = []
        self._gathered: list[str] = []
        self._said: list[tuple[str, str]] = []
        self._drawn = ""

    def contents(self) -> Contents:
        """Everything, when all tokens have been read."""
        for token in self._tokens:
            STEPS[token.kind](self, token)
        self.flush()
        pieces = self.text.ended(self.paragraph())
        return Contents(pieces, [self.text.lines(), *self.text.pages, *about.lines(self._said)], self.page)

    def paragraph(self, depth: int = 0) -> Paragraph:
        """What is told of the paragraph that ends, in a table at least so deep."""
        name, outline = self._styles.get(self.state.style, ("", None))
        kind = kind_of(name, outline if self.state.outline is None else self.state.outline)
        return Paragraph(kind, self.state.listed, max(depth, self.state.depth()))

    def shows(self) -> bool:
        """Whether what is read is text."""
        return self.state.part in SHOWN

    def flush(self) -> None:
        """What was gathered becomes text."""
        self._decode()
        if self._read:
            text = "".join(self._read)
            self._read.clear()
            self._put(text)

    def _decode(self) -> None:
        """What was gathered of bytes becomes letters, as the font that holds has them."""
        if self._bytes:
            self._read.append(decoded(bytes(self._bytes), self.fonts.get(self.state.font, Font()), self.page))
            self._bytes.clear()

    def _opened(self, token: Token) -> None:
        self.flush()
        self._left_out = 0
        self._outer.append((self.state, self.row, self.named))
        self._begun, self._starred = True, False
        if self.state.part is Part.STYLES:
            self.named = 0
        if self._leaps:
            self._leaps = False
            self._tokens.leap()

    def _closed(self, token: Token) -> None:
        self.flush()
        self._left_out, self._begun = 0, False
        outer, row, named = self._outer.pop()
        if self.state.part is not outer.part or self.state.name != outer.name:
            self._leave(self.state)
            if self.state.part is Part.ROW:
                self.row = row
        if self.state.part is Part.STYLES:
            self.named = named
        self.state = outer

    def _word(self, token: Token) -> None:
        begun, starred = self._begun, self._starred
        self._begun = self._starred = False
        if token.word == "u":
            self._decode()
            self._read.append(chr((token.number or 0) % 0x10000))
            self._left_out = self.state.instead
            return
        self._left_out = 0
        part = words.PARTS.get(token.word) if begun else None
        if (part is not None or token.word in self._does) and self._outer and self.state is self._outer[-1][0]:
            self.state = replace(self.state)
        if part is not None:
            self._enter(token.word, part)
        elif starred:
            self._tokens.leap()
        elif token.word in words.SIGNS:
            self._decode()
            self._read.append(words.SIGNS[token.word])
        elif token.word in words.ENDS:
            self.end()
        elif token.word in self._does:
            self.flush()
            self._does[token.word](self, token.number)

    def _sign(self, token: Token) -> None:
        if token.word == "*":
            self._starred = self._begun
        elif self._left_out:
            self._left_out -= 1
        else:
            self._word(token)

    def _add(self, token: Token) -> None:
        self._begun = False
        if self.state.part is Part.PICTURE:
            return
        letters = token.letters
        if self._left_out:
            letters, self._left_out = letters[self._left_out :], max(0, self._left_out - len(letters))
        if len(self._bytes) + len(letters) > 2 * MAX_TEXT:
            raise Refused("too-long", limit=MAX_TEXT)
        self._bytes += letters

    def _put(self, text: str) -> None:
        state = self.state
        if state.part in SHOWN:
            if not state.deleted:
                self.text.add(Run(self.fonts.get(state.font, Font()).name, text, state.raised), state.hidden)
        elif state.part is Part.FONTS:
            known = self.fonts.get(self.named, Font())
            self.fonts[self.named] = Font((known.name + text.partition(";")[0])[:LONGEST_NAME], known.characters)
        elif state.part is Part.STYLES:
            name, outline = self._styles.get(self.named, ("", None))
            self._styles[self.named] = (name + text.partition(";")[0])[:LONGEST_NAME], outline
        elif state.part is not Part.PICTURE:
            self._gathered.append(text)

    def _enter(self, name: str, part: Part) -> None:
        """A group begins that is about something else."""
        self.flush()
        if part is Part.SKIPPED or (part is Part.SAID and len(self._said) >= MOST_SAID):
            self._tokens.leap()
            return
        self._leaps = name == words.TWICE
        self.state.part, self.state.name = part if part is not Part.TEXT else self.state.part, name
        self._gathered = []
        if part in (Part.APART, Part.BOX):
            self.text.begin()
            self.state = State(part, name, self.default, instead=self.state.instead)

    def _leave(self, ended: State) -> None:
        if ended.part in (Part.APART, Part.BOX) and words.PARTS[ended.name] is ended.part:
            self.text.leave(self.paragraph(), box=ended.part is Part.BOX)
        elif ended.part is Part.LABEL:
            self.text.number(_label("".join(self._gathered)))
        elif ended.part is Part.SAID:
            self._say(ended.name, "".join(self._gathered))

    def _say(self, name: str, text: str) -> None:
        if name == "sn":
            self._drawn = text.strip()
        elif name != "sv" or self._drawn in words.DRAWN:
            self._said.append((words.WHO.get(name, name), text))

    def outline(self, level: int | None) -> None:
        """The level of a heading, of a paragraph or of a style."""
        if self.state.part is Part.STYLES:
            self._styles[self.named] = self._styles.get(self.named, ("", None))[0], level
        else:
            self.state.outline = level

    def end(self, number: int | None = None) -> None:
        """The paragraph ends."""
        self.flush()
        if self.shows():
            self.text.end_paragraph(self.paragraph())

    def end_cell(self, depth: int) -> None:
        """The cell ends, and with it the paragraph."""
        if self.shows():
            self.text.end_cell(self.paragraph(depth))

    def end_row(self, depth: int) -> None:
        """The row ends."""
        self.text.end_row(depth, self.row.shape())


def _label(text: str) -> str:
    """The number of a list as it is seen; a dash for whatever sign stands before an item."""
    label = " ".join(text.split())[:LONGEST]
    return BULLET if label and (label in BULLETS or not any(map(str.isalnum, label))) else label


Do = Callable[[Walk, int | None], None]
STEPS: dict[Kind, Callable[[Walk, Token], None]] = {
    Kind.WORD: Walk._word,
    Kind.SIGN: Walk._sign,
    Kind.LETTERS: Walk._add,
    Kind.BYTE: Walk._add,
    Kind.OPEN: Walk._opened,
    Kind.CLOSE: Walk._closed,
}
