"""Directives: drafted, issued, followed to evidence that somebody else accepts."""
