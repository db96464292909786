"""The statements of an import, for both databases: the rows that wait, which of them are new, and how they are entered."""

FIELDS = ("place_id", "line", "period", "unit", "report", "amount", "amount_to", "digits", "bound", "role", "status", "spot")
SERIAL = {"sqlite": "INTEGER PRIMARY KEY", "postgresql": "bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"}
DROP = "DROP TABLE IF EXISTS giaoban_staged", "DROP TABLE IF EXISTS giaoban_names"
STAGED = "CREATE TEMPORARY TABLE giaoban_staged (seq {serial}, " + ", ".join(f"{name} bigint" for name in FIELDS) + ")"
NAMES = "CREATE TEMPORARY TABLE giaoban_names (kind text, number bigint, id bigint, PRIMARY KEY (kind, number))"
INSERT = "INSERT INTO giaoban_staged ({fields}) VALUES ({marks})"
TOGETHER, DONE = "SAVEPOINT giaoban_staged", "RELEASE giaoban_staged"
"""Around many statements on a table of this connection alone: SQLite would else end a transaction after each. They lock nothing more."""
COPY = "COPY giaoban_staged ({fields}) FROM STDIN"
SAME = "e.amount = s.amount AND {null_safe} AND e.digits = s.digits AND e.unit_id = u.id AND e.bound = s.bound AND e.status = s.status"
NULL_SAFE = {"sqlite": "e.amount_to IS s.amount_to", "postgresql": "e.amount_to IS NOT DISTINCT FROM s.amount_to"}
THERE = "FROM ledger_entry e {join} WHERE e.place_id = s.place_id AND e.line_id = l.id AND e.period_id = p.id AND e.role = s.role"
NAMED = """
FROM giaoban_staged s
LEFT JOIN giaoban_names l ON l.kind = 'line' AND l.number = s.line
LEFT JOIN giaoban_names p ON p.kind = 'period' AND p.number = s.period
LEFT JOIN giaoban_names u ON u.kind = 'unit' AND u.number = s.unit
LEFT JOIN giaoban_names r ON r.kind = 'report' AND r.number = s.report
"""
ANY_THERE = """
SELECT EXISTS (SELECT 1 {named}
    JOIN ledger_entry e ON e.place_id = s.place_id AND e.line_id = l.id AND e.period_id = p.id)
"""
TOLD_BY_NEWEST = """
DELETE FROM giaoban_staged WHERE seq IN (SELECT s.seq {named} WHERE EXISTS (
    SELECT 1 {there} AND {same} AND e.number = (
        SELECT max(n.number) FROM ledger_entry n
        WHERE n.place_id = s.place_id AND n.line_id = l.id AND n.period_id = p.id AND n.role = s.role AND n.status = s.status
    ) AND NOT EXISTS (
        SELECT 1 FROM ledger_withdrawal w
        WHERE w.place_id = e.place_id AND w.line_id = e.line_id AND w.period_id = e.period_id AND w.number = e.number
    )
))
"""
TOLD_BY_FILE = """
DELETE FROM giaoban_staged WHERE seq IN (
    SELECT s.seq {named} WHERE EXISTS (SELECT 1 {there} AND {same} AND e.spot = s.spot AND o.sha256 = %s)
)
"""
TOLD_AT_ALL = """
SELECT s.seq, s.place_id, l.id, p.id, e.number {named}
JOIN ledger_entry e ON e.place_id = s.place_id AND e.line_id = l.id AND e.period_id = p.id AND e.role = s.role
WHERE {same}
"""
TOLD_BEFORE = """
SELECT s.spot, s.place_id, l.id, p.id, max(e.number) {named}
JOIN ledger_entry e ON e.place_id = s.place_id AND e.line_id = l.id AND e.period_id = p.id AND e.role = s.role
WHERE {same} GROUP BY s.seq, s.spot, s.place_id, l.id, p.id ORDER BY s.seq
"""
ENTER = """
INSERT INTO ledger_entry (place_id, line_id, period_id, number, amount, amount_to, digits, unit_id, bound, role, status, source_id, spot)
SELECT f.place_id, f.line_id, f.period_id,
    {first} + row_number() OVER (PARTITION BY f.place_id, f.line_id, f.period_id ORDER BY f.seq) - 1,
    f.amount, f.amount_to, f.digits, f.unit_id, f.bound, f.role, f.status, f.source_id, f.spot
FROM (
    SELECT s.seq, s.place_id, l.id AS line_id, p.id AS period_id, s.amount, s.amount_to, s.digits, u.id AS unit_id,
        s.bound, s.role, s.status, s.spot, r.id AS source_id {named}
) f ORDER BY f.place_id, f.line_id, f.period_id, f.seq
"""
FIRST = """coalesce((SELECT max(e.number) + 1 FROM ledger_entry e
    WHERE e.place_id = f.place_id AND e.line_id = f.line_id AND e.period_id = f.period_id), 0)"""
TOLD = "CAST(amount AS text) || ' ' || coalesce(CAST(amount_to AS text), '') || ' ' || digits || ' ' || unit || ' ' || bound"
SEVERAL = "SELECT 1 FROM giaoban_staged GROUP BY place_id, line, period, role, status HAVING count(*) > 1 LIMIT 1"
CONTRADICTING = """
SELECT spot FROM (
    SELECT spot, told, first_value(told) OVER (PARTITION BY place_id, line, period, role, status ORDER BY seq) AS first
    FROM (SELECT seq, spot, place_id, line, period, role, status, {told} AS told FROM giaoban_staged) s
) s WHERE told <> first ORDER BY spot
"""
REPEATED = """
DELETE FROM giaoban_staged WHERE seq IN (
    SELECT seq FROM (
        SELECT seq, row_number() OVER (PARTITION BY place_id, line, period, role, status, {told} ORDER BY seq) AS at FROM giaoban_staged
    ) s WHERE at > 1
)
"""
REPORTS = "SELECT DISTINCT report FROM giaoban_staged"
LEFT = """
SELECT spot, place_id, line, period, unit, report, amount, amount_to, digits, bound, role, status FROM giaoban_staged ORDER BY seq LIMIT %s
"""
COUNT = "SELECT count(*) FROM giaoban_staged"
LOCK_PLACES = "SELECT id FROM places_place WHERE id IN (SELECT place_id FROM giaoban_staged) ORDER BY id FOR NO KEY UPDATE"
