"""The traits that a key of a way to name a figure stands for (`name_traits`), by the sort of the key and the places in it."""

from collections.abc import Mapping

Key = tuple[str | int | bool, ...]


def traits(key: Key) -> list[str]:
    """The traits that a key stands for."""
    return [each.format(*key) for each in MAKERS[str(key[0])]]


SPOKEN = ("{1} sz {6}", "{1} sz {6} {7}", "{1} sa {8}", "{1} sa {8} {7}", "{1} sza {6} {8}")
MAKERS: Mapping[str, tuple[str, ...]] = {
    "form": ("f {1}", "f {1} k {2}", "f {1} k {2} h {3}", "R {4}", "R {4} h {3}", "R {4} {1}", "R {4} k {2}"),
    "around": ("{1} na {4}", "{1} na {4} {5}", "{1} nb {3}", "{1} k {2} na {4}", *SPOKEN),
    "unit": ("{1} u {2}",),
    "after form": ("{1} pf {3}", "{1} k {2} pf {3}", "{1} pf {3} nb {4}"),
    "length": ("l {1}",),
    "begins": ("b {3}", "b2 {3} {4}", "bb {2} {3}", "kb {1} {3}", "kb1 {1} {4}", "floor {5}"),
    "first": ("w1 {1}",),
    "led": ("wb1 {1}",),
    "left": ("xh {2} {3}", "xh {2} {3} {1}", "xn {4}", "xcn {5}"),
    "ends": ("a {3}", "a2 {2} {3}", "ka {1} {3}", "gap {4}", "btwn {5}"),
    "last": ("wz {1}", "wa {2}"),
    "cut": ("cut {1} {4}", "cut {4}", "cut {2} {3} {4}"),
    "after": ("Aw1 {2}", "A1 {3}", "A1 {3} {1}", "Ab {4}"),
    "after ends": ("Ae {3}", "Ae {3} {1}", "Ael {2} {3}", "Aew {4}"),
    "after next": ("Awa {1}", "Awn {1} {2}", "Al {3}"),
    "inside": ("i {1}", "in {2}"),
    "inside cut": ("i {1}", "in {2}", "keep {2} {3}"),
    "after inside": ("Ai {1}", "Ain {2}", "As {3}"),
    "left out": ("x {1}", "xs {2}"),
    "of": ("s {1}",),
    "after speaks": ("As1 {1} {2}", "Asb {3} {1}", "Ase {4}", "Asn {5}", "Asen {4} {5}"),
    "fits": ("ft {1}", "ft {1} {2}", "ft {1} {3}", "ft {1} {4} {2}"),
    "carried": ("{1} sc {2}", "{1} sc {2} {3}", "{1} sr {4}", "{1} sr {5}", "{1} sr {6} {5}"),
}
"""The traits of each sort of key, by the places in it."""
