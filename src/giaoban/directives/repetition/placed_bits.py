"""Matrices of four bits: BLOCK weights share a scale, and of their sixteen bytes the low halves hold the first half."""

import numpy as np
import numpy.typing as npt

BLOCK, MIDDLE = 32, np.float32(8)
LOW, HIGH = 15, 4
Bytes = npt.NDArray[np.uint8]
Halves = npt.NDArray[np.float16]
Floats = npt.NDArray[np.float32]


def matrix(bits: Bytes, scales: Halves) -> Floats:
    """The weights by row, of bits and of scales by row."""
    blocks = bits.reshape(*scales.shape, BLOCK // 2)
    each = np.empty((*scales.shape, 2, BLOCK // 2), np.float32)
    np.subtract(blocks & LOW, MIDDLE, out=each[..., 0, :])
    np.subtract(blocks >> HIGH, MIDDLE, out=each[..., 1, :])
    each *= scales[..., None, None].astype(np.float32)
    return each.reshape(len(bits), -1)
