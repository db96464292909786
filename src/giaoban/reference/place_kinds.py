"""The kinds of places as they stand before a name, and the party committees that are named by the kind of their place."""

PLACE_KINDS = ("tỉnh", "thành phố", "thị xã", "thị trấn", "huyện", "quận", "phường", "xã", "đặc khu")
COMMITTEES = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "thị ủy": "thị xã", "huyện ủy": "huyện", "quận ủy": "quận"}
"""Of each committee the kind of place whose it is."""
