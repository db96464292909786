"""Stamps on a scanned page: words in a frame, straight or aslant, which an OCR program takes for a drawing and leaves out."""

from collections.abc import Iterator
from io import BytesIO
from math import atan, degrees
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PIL.Image import Image

COARSE = 2
"""Frames are looked for on every second dot each way."""
DARK = 150
WIDEST, HIGHEST, NARROWEST, LOWEST = 3.5, 1.6, 0.3, 0.14
"""The size of a stamp, in inches: larger frames are tables, smaller ones letters."""
HOLLOW = 0.4
"""A frame covers no more than this share of its box."""
MOST = 8
"""Frames of one page that are looked into, from the top."""
ASLANT, STEEPEST = 1.0, 30.0
"""Degrees from which a stamp is turned upright, and beyond which it is no stamp with words."""
MARGIN, WHITE = 24, 255


def framed(png: bytes, resolution: int) -> Iterator[bytes]:
    """What stands within each frame of a page, as a picture of its own (PNG) without the frame, its words level."""
    import numpy as np
    from PIL import Image

    with Image.open(BytesIO(png)) as picture:
        page = np.asarray(picture.convert("L"))
    rows, columns = page.shape[0] // COARSE, page.shape[1] // COARSE
    coarse = page[: rows * COARSE, : columns * COARSE].reshape(rows, COARSE, columns, COARSE).min(axis=(1, 3)) < DARK
    dots = resolution / COARSE
    found = [each for each in joined(runs(coarse)) if _is_frame(each, dots)]
    for frame in sorted(found, key=lambda runs: runs[:, 0].min())[:MOST]:
        yield _inside(page, frame)


def runs(dark: Any) -> Any:
    """Row, first column and column after the last of each unbroken row of dark dots."""
    import numpy as np

    edges = np.diff(np.pad(dark, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    row, first = np.nonzero(edges == 1)
    return np.stack([row, first, np.nonzero(edges == -1)[1]], axis=1)


def joined(runs: Any) -> Iterator[Any]:
    """The runs of each shape: those that touch, corners included."""
    import numpy as np

    above = list(range(len(runs)))

    def root(at: int) -> int:
        while above[at] != at:
            above[at] = at = above[above[at]]
        return at

    told = runs.tolist()
    start = 0
    for at, (row, first, last) in enumerate(told):
        while told[start][0] < row - 1 or (told[start][0] == row - 1 and told[start][2] < first):
            start += 1
        beside = start
        while told[beside][0] == row - 1 and told[beside][1] <= last:
            above[root(beside)] = root(at)
            beside += 1
    roots = np.array([root(at) for at in range(len(told))], dtype=np.int64)
    order = np.argsort(roots, kind="stable")
    yield from np.split(runs[order], np.nonzero(np.diff(roots[order]))[0] + 1) if told else ()


def _is_frame(runs: Any, dots: float) -> bool:
    """Whether a shape is as large as a stamp and hollow; `dots` to the inch."""
    high = runs[:, 0].max() - runs[:, 0].min() + 1
    wide = runs[:, 2].max() - runs[:, 1].min()
    if not (LOWEST * dots <= high <= HIGHEST * dots and NARROWEST * dots <= wide <= WIDEST * dots):
        return False
    return bool((runs[:, 2] - runs[:, 1]).sum() <= HOLLOW * high * wide)


def _inside(page: Any, runs: Any) -> bytes:
    import numpy as np
    from PIL import Image

    top, left = runs[:, 0].min(), runs[:, 1].min()
    mask = np.zeros((runs[:, 0].max() - top + 1, runs[:, 2].max() - left), dtype=bool)
    for row, first, last in runs.tolist():
        mask[row - top, first - left : last - left] = True
    slope = _slope(mask)
    fine = mask.repeat(COARSE, axis=0).repeat(COARSE, axis=1)
    cut = page[top * COARSE : top * COARSE + fine.shape[0], left * COARSE : left * COARSE + fine.shape[1]]
    words = Image.fromarray(np.where(fine[: cut.shape[0], : cut.shape[1]], WHITE, cut).astype(np.uint8))
    frame = Image.fromarray(np.where(fine, WHITE, 0).astype(np.uint8))
    if slope:
        words = words.rotate(slope, expand=True, fillcolor=WHITE, resample=Image.Resampling.BICUBIC)
        box = frame.rotate(slope, expand=True).getbbox()
        words = words.crop(box) if box else words
    return written(words)


def _slope(mask: Any) -> float:
    """By how many degrees the upper edge of a frame falls to the right, measured over its middle; 0 where it is level or no edge."""
    import numpy as np

    wide = mask.shape[1]
    middle = mask[:, wide // 3 : wide - wide // 3]
    columns = np.nonzero(middle.any(axis=0))[0]
    if len(columns) < len(mask) // 4 + 2:
        return 0.0
    slope = degrees(atan(np.polyfit(columns, middle[:, columns].argmax(axis=0), 1)[0]))
    return slope if ASLANT <= abs(slope) <= STEEPEST else 0.0


def written(words: "Image", margin: int = MARGIN) -> bytes:
    """A picture as PNG, with so many white dots around it."""
    from PIL import ImageOps

    file = BytesIO()
    ImageOps.expand(words, margin, WHITE).save(file, "PNG", compress_level=1)
    return file.getvalue()
