"""What `giaoban learn` says of a lesson, in both languages: how each part fared, and how sure finds are shown to be."""

from typing import Any


def in_use(used: Any) -> list[str]:
    """Which weights are in use; `used` is the lesson they come from, None for the package's."""
    from giaoban.reading.weights import shipped_stamp

    if used is None:
        return ["Đang dùng trọng số của gói cài đặt · The weights of the package are in use"]
    since = f"{used.taken_at:%d/%m/%Y}"
    said = (
        f"Đang dùng trọng số {used.stamp} từ {since}, học từ {used.finds} mục trong {used.texts} bản ghi"
        f" · The weights {used.stamp} are in use since {since}, learned from {used.finds} finds in {used.texts} records"
    )
    if used.base != shipped_stamp():
        return [said, "Học từ trọng số của phiên bản khác: hãy học lại · Learned from the weights of another version: learn again"]
    return [said]


def lesson(lesson: Any) -> list[str]:
    """How each part read the records kept aside before and after, and whether its new weights are used; then how sure finds are shown."""
    from giaoban_web.learning.queries import fared

    head = (
        f"Học từ {lesson.finds} mục trong {lesson.texts} bản ghi, đo trên {lesson.aside} bản ghi để riêng"
        f" · learned from {lesson.finds} finds in {lesson.texts} records, measured on {lesson.aside} kept aside"
    )
    rows = [f"{'':<40}{'học':>6}{'đo':>6}{'trước':>8}{'sau':>8}{'ngẫu nhiên':>12}"]
    return [head, *rows, *(_part(each) for each in fared(lesson)), "", *_confidence(lesson)]


def _part(each: Any) -> str:
    from giaoban_web.learning.words import PARTS

    said = "đưa vào sử dụng · in use" if each.taken else "không tốt hơn · not better" if each.enough else "chưa đủ · too few"
    chance = "–" if each.chance is None else f"{each.chance:.3f}"
    scores = f"{each.before.share:>8.3f}{each.after.share:>8.3f}{chance:>12}"
    return f"{_named(PARTS[each.part]):<40}{each.cases:>6}{each.before.marked:>6}{scores}  {said}"


def _confidence(lesson: Any) -> list[str]:
    """How far what is shown is from how often finds are right, by kind; then the share right by what is shown."""
    from giaoban_web.learning.queries import bands, calibrated

    told = calibrated(lesson)
    if not told:
        return ["Độ tin cậy như trước: chưa đủ bản ghi để chỉnh · Confidence as before: too few records to set it anew"]
    head = (
        f"Độ tin cậy, chỉnh theo {lesson.kept} bản ghi dành riêng: sai lệch trước và sau"
        f" · Confidence, set by {lesson.kept} records kept for it: error before and after"
    )
    rows = [
        f"{'':<40}{'chỉnh':>6}{'đo':>6}{'trước':>8}{'sau':>8}",
        *map(_kind, told),
        "Mức hiển thị và tỷ lệ đúng · Shown, and share right",
    ]
    return [head, *rows, f"{'':<40}{'mục':>6}{'trước':>8}{'mục':>6}{'sau':>8}", *map(_band, bands(told))]


def _kind(each: Any) -> str:
    from giaoban_web.learning.words import KINDS

    said = "chỉnh lại · set anew" if each.taken else "như trước · as before" if each.enough else "chưa đủ · too few"
    return f"{_named(KINDS[each.kind]):<40}{each.drawn:>6}{each.after.finds:>6}{each.before.error:>8.3f}{each.after.error:>8.3f}  {said}"


def _band(each: Any) -> str:
    shares = ["–" if share is None else f"{share:.3f}" for share in (each.right_before, each.right_after)]
    return f"{each.low:.1f}–{each.high:.1f}{'':<33}{each.finds_before:>6}{shares[0]:>8}{each.finds_after:>6}{shares[1]:>8}"


def _named(words: Any) -> str:
    """The words of a screen in both languages."""
    from django.utils.translation import override

    names = []
    for language in ("vi", "en"):
        with override(language):
            names.append(str(words))
    return " · ".join(names)
