"""How a meeting is held: online, in person, or both; None where the text does not say.

"họp trực tuyến", "hội nghị trực tuyến"              online
"trực tiếp kết hợp trực tuyến"                       hybrid
"cần giao ban trực tuyến", "các hội nghị trực tuyến" nothing: what shall be, other meetings
"""

from giaoban.model import Mode, Span
from giaoban.reading.gates import Gated

ONLINE = Gated(
    r"(?:[Hh]ọp|[Hh]ội [Nn]ghị|làm việc|[Gg]iao ban|đối thoại|truyền hình|điểm cầu|hình thức|phát biểu|phiên họp)"
    r"(?: \w+){0,6}? trực tuyến|qua cầu truyền hình"
    r"|(?:kết nối|truyền hình)[^.;]{0,60}? điểm cầu|(?:đến|tới|với) (?:hơn |gần )?[\d.]+ điểm cầu|nối (?:hình|cầu) (?:với|đến|tới)"
    r"|(?:họp|[Hh]ội nghị|phiên) [^.;]{0,120}? trực tuyến (?:với|đến|tới|toàn quốc)"
    r"|(?:tổ chức|diễn ra|tiến hành) trực tuyến"
)
HYBRID = Gated(
    r"hình thức trực tiếp (?:\w+ ){1,8}?(?:và|kết hợp) (?:\w+ ){0,3}?trực tuyến"
    r"|trực tiếp (?:kết hợp|và|với|kết hợp với|và kết nối) (?:\w+ ){0,3}?trực tuyến|trực tuyến (?:kết hợp|và) (?:\w+ ){0,3}?trực tiếp"
    r"|kết (?:hợp|nối) trực tuyến"
    r"|vừa (?:họp |tổ chức |diễn ra )?(?:trực tiếp|tại)\b[^.;]{0,60} vừa (?:trực tuyến|nối hình|kết nối)"
)
IN_PERSON = Gated(r"(?:họp|hội nghị|buổi làm việc|hình thức) trực tiếp")
MODES = ((HYBRID, Mode.HYBRID), (ONLINE, Mode.ONLINE), (IN_PERSON, Mode.IN_PERSON))
NOT_THIS = Gated(r"(?:có thể|cần|phải|sẽ|các|những|nhiều|qua)(?: (?!dự\b|tại\b)\w+){0,2} $")
"""Before what is said of meetings to come, or of several."""


def mode(text: str, told: list[Span]) -> Mode | None:
    """How this meeting is held, from the spans that tell of it; other meetings and those to come say nothing."""
    for pattern, kind in MODES:
        for span in told:
            for match in pattern.finditer(text, span.start, span.end):
                if not NOT_THIS.search(text, max(span.start, match.start() - 24), match.start()):
                    return kind
    return None
