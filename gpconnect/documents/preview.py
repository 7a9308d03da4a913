"""A look at a page on the screen: the very PDF that will be printed, as a picture."""

import io

import pypdfium2


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def preview_png(pdf: bytes, page: int, width: int) -> bytes:
    """Page `page` (from 0) as a PNG picture of `width` pixels."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        sheet = document[page]
        picture = sheet.render(scale=width / sheet.get_width()).to_pil()
        target = io.BytesIO()
        picture.save(target, format="PNG")
        return target.getvalue()
    finally:
        document.close()
