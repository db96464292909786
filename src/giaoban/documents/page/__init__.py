"""Web pages (HTML): the article, without the menus around it."""

from giaoban.documents.page.document import read

__all__ = ["read"]
