"""A task as a desk gets it: the words of a directive, and what is settled about it beside them."""

from dataclasses import dataclass

from giaoban.model import Directive, Topic


@dataclass(frozen=True, slots=True)
class Task:
    """One directive that somebody is to carry out.

    wording     the words as they were said, never changed
    lead        the one body or post that answers for it; `supporting` are those that help
    deadline    exchange form of `Period`; None where nothing dates it
    worded      the deadline in the words it was given in; "" where there are none
    product     what shall lie on the table in the end
    authority   who decides or accepts it
    """

    wording: str
    lead: str | None = None
    supporting: tuple[str, ...] = ()
    deadline: str | None = None
    product: str | None = None
    authority: str | None = None
    topic: Topic = Topic.OTHER
    worded: str = ""

    @classmethod
    def of(cls, directive: Directive, wording: str) -> "Task":
        """The task that a directive as read makes, nothing filled in that it does not say."""
        return cls(wording, lead=directive.assignee, deadline=directive.deadline, topic=directive.topic)
