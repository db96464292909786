"""Word documents of 1997 to 2003 (DOC): paragraphs, tables, numbered lists, text boxes; headers and notes for their marks only."""

from giaoban.documents.word97.document import read

__all__ = ["read"]
