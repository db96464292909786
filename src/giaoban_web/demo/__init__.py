"""The demo: people of every role, Đông Triều with its communes and wards, three records written for it, half
confirmed, and the tasks that came of them.

Only for trying Giaoban out: everybody has the same known password. `load` is asked for by name, never done by itself.
"""

PASSWORD = "giao-ban-dong-trieu"  # noqa: S105  known to everyone on purpose


def load() -> None:
    """Bring the demo into the database; what is there already is left alone."""
    from giaoban_web.accounts.models import User
    from giaoban_web.demo import bodies, people, records, tasks
    from giaoban_web.places import actions, table

    actions.load(table.table("dong_trieu"))
    clerk = people.load(PASSWORD)
    records.load(clerk)
    bodies.load(User.objects.get(username=people.STEWARD))
    tasks.load(clerk)


def sign_ins() -> list[str]:
    """The lines that say who can sign in, and how."""
    from giaoban_web.demo.people import PEOPLE

    names = [f"  {username:<13} {what}" for username, (_, _, _, what) in PEOPLE.items()]
    return [f"Tài khoản mẫu, mật khẩu chung · demo sign-ins, one password: {PASSWORD}", *names]
