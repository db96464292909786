"""Word documents (DOCX): paragraphs, tables, lists with their numbers, text boxes; headers and footers for their marks only."""

from giaoban.documents.word.document import read

__all__ = ["read"]
