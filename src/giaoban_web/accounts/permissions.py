"""What each role may do on the places it was granted on. What is not here is forbidden."""

from giaoban_web.accounts.roles import Role

EVERYONE = frozenset(Role)
ALLOWED: dict[str, frozenset[Role]] = {
    "records.view": EVERYONE,
    "records.put_in": frozenset({Role.CLERK, Role.HEAD}),
    "records.decide": frozenset({Role.CLERK, Role.HEAD}),
    "records.export": EVERYONE,
    "ledger.view": EVERYONE,
    "ledger.decide": frozenset({Role.CLERK, Role.HEAD, Role.STEWARD}),
    "ledger.enter": frozenset({Role.UNIT, Role.CLERK, Role.STEWARD}),
    "ledger.approve": frozenset({Role.HEAD, Role.STEWARD}),
    "ledger.import": frozenset({Role.STEWARD}),
    "ledger.keep": frozenset({Role.STEWARD}),
    "bodies.keep": frozenset({Role.STEWARD, Role.ADMINISTRATOR}),
    "bodies.propose": frozenset({Role.CLERK, Role.HEAD}),
    "directives.view": EVERYONE,
    "directives.draft": frozenset({Role.CLERK, Role.HEAD}),
    "directives.issue": frozenset({Role.HEAD}),
    "notices.draft": frozenset({Role.CLERK, Role.HEAD}),
    "notices.approve": frozenset({Role.HEAD}),
    "briefs.view": frozenset({Role.CLERK, Role.HEAD, Role.LEADER}),
    "briefs.compose": frozenset({Role.CLERK, Role.HEAD, Role.LEADER}),
    "places.change": frozenset({Role.STEWARD, Role.ADMINISTRATOR}),
    "history.view": frozenset({Role.ADMINISTRATOR, Role.HEAD}),
    "learning.keep": frozenset({Role.STEWARD, Role.ADMINISTRATOR}),
    "accounts.manage": frozenset({Role.ADMINISTRATOR}),
}
