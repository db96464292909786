"""A word-sized line of past values: a few hundred bytes each, where a chart of its own would be too much."""

from collections.abc import Sequence

WIDTH, HEIGHT, EDGE = 96, 24, 3


def sparkline(values: Sequence[float]) -> str:
    """An SVG of the values from left to right, the last one marked; "" for fewer than two."""
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    across, span = (WIDTH - 2 * EDGE) / (len(values) - 1), (high - low) or 1
    points = [(EDGE + number * across, HEIGHT - EDGE - (value - low) / span * (HEIGHT - 2 * EDGE)) for number, value in enumerate(values)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    x, y = points[-1]
    return (
        f'<svg class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" aria-hidden="true" focusable="false">'
        f'<polyline points="{line}" fill="none" stroke="currentColor" stroke-width="1.5"/>'
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="currentColor"/></svg>'
    )
