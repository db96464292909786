"""Stamps in red ink on a scanned page, taken off what they were pressed over: two words that lie over each other are read as none."""

from collections.abc import Iterator
from math import atan2, degrees
from typing import TYPE_CHECKING, Any

from giaoban.documents.pdf.frames import STEEPEST, framed, joined, runs, written

if TYPE_CHECKING:
    from PIL.Image import Image

REDDER = 45
"""By how much a dot of red ink is redder than it is green or blue, of 255."""
FEW = 200
"""Dots that are no stamp yet."""
STROKE = 7
"""Dots over which dark print may cut a stroke of red."""
DARK = 140
NEAR = 0.16
"""Inches between letters that are of one stamp."""
WIDEST, HIGHEST, NARROWEST, LOWEST = 4.0, 2.0, 0.25, 0.08
"""The size of a stamp, in inches."""
MOST = 6
"""Stamps of one page that are looked at, from the top."""
LONG = 1.6
"""How many times longer than high words are, at least, whose slope is measured."""
WHITE = 255


def stamps(picture: "Image", resolution: int) -> Iterator[bytes]:
    """What is printed in red on a page, as pictures of their own (PNG), level, black on white: in frames, and without."""
    import numpy as np
    from PIL import Image, ImageChops

    reds, greens, blues = picture.convert("RGB").split()
    others = ImageChops.lighter(greens, blues)
    red = np.asarray(ImageChops.subtract(reds, others)) > REDDER
    if np.count_nonzero(red) < FEW:
        return
    ink = _mended(red, np.asarray(ImageChops.lighter(reds, others)) < DARK)
    yield from framed(written(Image.fromarray(np.where(ink, 0, WHITE).astype(np.uint8)), 0), resolution)
    for top, bottom, left, right in _boxes(ink, resolution):
        yield _level(ink[top:bottom, left:right])


def _mended(red: Any, dark: Any) -> Any:
    """Red ink, also where dark print crosses it: dark dots between red ones."""
    import numpy as np
    from PIL import Image, ImageFilter

    closed = Image.fromarray(red.astype(np.uint8) * WHITE).filter(ImageFilter.MaxFilter(STROKE)).filter(ImageFilter.MinFilter(STROKE))
    return red | (np.asarray(closed).astype(bool) & dark)


def _boxes(ink: Any, resolution: int) -> list[tuple[int, int, int, int]]:
    """Top, bottom, left and right of all that stands near to each other and has the size of a stamp."""
    import numpy as np

    step = max(1, round(NEAR * resolution))
    high, wide = -(-ink.shape[0] // step), -(-ink.shape[1] // step)
    padded = np.pad(ink, ((0, high * step - ink.shape[0]), (0, wide * step - ink.shape[1])))
    found = joined(runs(padded.reshape(high, step, wide, step).any(axis=(1, 3))))
    boxes = [(each[:, 0].min() * step, (each[:, 0].max() + 1) * step, each[:, 1].min() * step, each[:, 2].max() * step) for each in found]
    return [box for box in sorted(boxes) if _has_size(box, resolution)][:MOST]


def _has_size(box: tuple[int, int, int, int], resolution: int) -> bool:
    top, bottom, left, right = box
    return LOWEST <= (bottom - top) / resolution <= HIGHEST and NARROWEST <= (right - left) / resolution <= WIDEST


def _level(ink: Any) -> bytes:
    import numpy as np
    from PIL import Image

    words = Image.fromarray(np.where(ink, 0, WHITE).astype(np.uint8))
    slope = _slope(ink)
    return written(words.rotate(slope, expand=True, fillcolor=WHITE, resample=Image.Resampling.BICUBIC) if slope else words)


def _slope(ink: Any) -> float:
    """By how many degrees a line of words falls to the right: the way along which its dots lie; 0 where they lie along none."""
    import numpy as np

    down, across = np.nonzero(ink)
    if len(down) < FEW:
        return 0.0
    spread, ways = np.linalg.eigh(np.cov(across, down))
    if spread[1] < LONG**2 * max(spread[0], 1e-9):
        return 0.0
    x, y = ways[:, 1]
    slope = degrees(atan2(y, x) if x >= 0 else atan2(-y, -x))
    return slope if abs(slope) <= STEEPEST else 0.0
