"""What a Word document says of itself: its properties, those that an office adds, and the labels of its programs."""

import re
from collections.abc import Iterator
from zipfile import ZipFile

from giaoban.documents import archive

PARTS = re.compile(r"(?:docProps/.+|customXml/item\d+|docMetadata/.+)\.xml", re.IGNORECASE)
LABEL = "label"
"""An element whose name stands in an attribute: docMetadata/LabelInfo.xml."""


def told(container: ZipFile) -> Iterator[tuple[str, str]]:
    """The name and the value of each; of a part that is broken, what can be read."""
    from lxml import etree

    for name in filter(PARTS.fullmatch, container.namelist()):
        for element in archive.elements(archive.unpacked(container, name)):
            local = etree.QName(element).localname
            yield local, element.text or ""
            if local == LABEL:
                yield local, element.get("name", "")
