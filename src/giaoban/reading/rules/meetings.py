"""The meeting a text reports: when, how, who holds it, who is reviewed, who presides.

    "Sáng 12/3, Ban Thường vụ Tỉnh ủy đã họp trực tuyến với Ban Thường vụ Thị ủy Đông Triều"
    "Đồng chí Nguyễn Xuân Ký, Bí thư Tỉnh ủy, chủ trì buổi làm việc"

Sentences bear witness: to a meeting held (`HELD`), to somebody presiding or concluding (`CHAIRING`). A text with too little witness
reports none. What must and must not be read: corpus/meetings.tsv.
"""
