"""Which indicators a place files: by its level and by the length of the period. What a steward added is filed everywhere.

Which level an indicator belongs to is the project's own judgement, not a rule of a reporting regime: who wants another row finds all of
them under "all indicators", and what was filed once stays in the grid.
"""

from collections.abc import Iterable

from giaoban.ledger.periods import months
from giaoban.model import Period
from giaoban.reference.indicators import Frequency, Indicator

LOWEST: dict[int, tuple[str, ...]] = {
    1: (
        "grdp", "grdp_growth", "grdp_pc", "iip", "xuat_khau", "thu_xnk", "von_dtph", "fdi", "that_nghiep", "pci", "sipas", "par_index",
        "kham_pha_an",
    ),
    2: (
        "gtsx", "gtsx_cn", "gtsx_nln", "co_cau", "tong_muc_ban_le", "thu_noi_dia", "giai_ngan", "dn_moi", "dn_quay_lai", "dn_giai_the",
        "giuong_benh", "bac_si", "xa_ntm", "xa_ntm_nc", "xa_ntm_km", "tieu_chi_bq", "nuoc_thai_kcn", "che_phu_rung", "than",
        "thu_du_lich", "ddci",
        "nhat_the_hoa", "bi_thu_ngoai",
    ),
}  # fmt: skip
"""The lowest level of place that files an indicator: 1 province, 2 what was a district. The others are filed down to the commune."""
LEVEL = {key: level for level, keys in LOWEST.items() for key in keys}
SHORTEST = {Frequency.MONTH: 1, Frequency.QUARTER: 3, Frequency.YEAR: 12}
"""The fewest months for which an indicator of that frequency is filed."""


def filed(indicators: Iterable[Indicator], level: int, period: Period) -> list[Indicator]:
    """The indicators that a place of `level` (1 to 3) files for `period`; of a period that is not of whole months, all of its level."""
    stretch = months(period)
    length = stretch[1] - stretch[0] if stretch else max(SHORTEST.values())
    return [each for each in indicators if level <= LEVEL.get(each.id, level) and SHORTEST[each.frequency] <= length]
