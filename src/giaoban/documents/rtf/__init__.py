"""Rich text (RTF): paragraphs, tables, lists with their numbers, text boxes; headers, footers and notes for their marks only."""

from giaoban.documents.rtf.document import read

__all__ = ["read"]
