"""Matrices of four bits as the source holds them."""

from giaoban.directives.repetition.placed_bits import BLOCK, Bytes, Halves


def parted(written: Bytes, inner: int) -> tuple[Bytes, Halves]:
    """Bits and scales by row, of blocks in a row, each its scale and then its bits.

    inner  weights in a row
    """
    blocks = written.reshape(-1, inner // BLOCK, 2 + BLOCK // 2)
    return blocks[..., 2:].reshape(len(blocks), -1).copy(), blocks[..., :2].copy().view("<f2")[..., 0]
