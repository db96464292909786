"""Words of the core as small numbers, and back: ten million entries must stay small. The order is stored, so only add at the end."""

from giaoban.ledger.entries import Status
from giaoban.model import Bound, Role

BOUNDS = (Bound.EXACT, Bound.OVER, Bound.AT_LEAST, Bound.UNDER, Bound.AT_MOST, Bound.ABOUT)
ROLES = (Role.ACTUAL, Role.TARGET, Role.BASELINE)
STATUSES = (Status.FINAL, Status.PROVISIONAL, Status.ESTIMATE, Status.REVISED, Status.FORECAST)
