"""Matrices of four bits: BLOCK weights share a scale, and of their sixteen bytes the low halves hold the first half."""

import numpy as np
import numpy.typing as npt

BLOCK, MIDDLE = 32, 8
Bytes = npt.NDArray[np.uint8]
Halves = npt.NDArray[np.float16]
Floats = npt.NDArray[np.float32]


def matrix(bits: Bytes, scales: Halves) -> Floats:
    """The weights by row, of bits and of scales by row."""
    blocks = bits.reshape(*scales.shape, BLOCK // 2)
    each = np.concatenate([blocks & 15, blocks >> 4], -1).astype(np.float32) - MIDDLE
    whole: Floats = (each * scales[..., None].astype(np.float32)).reshape(len(bits), -1)
    return whole


def parted(written: Bytes, inner: int) -> tuple[Bytes, Halves]:
    """Bits and scales by row, of blocks in a row, each its scale and then its bits.

    inner  weights in a row
    """
    blocks = written.reshape(-1, inner // BLOCK, 2 + BLOCK // 2)
    return blocks[..., 2:].reshape(len(blocks), -1).copy(), blocks[..., :2].copy().view("<f2")[..., 0]
