"""Marks a Dutch sentence for the translation catalogue without translating it yet."""


def QT_TRANSLATE_NOOP(_context: str, sentence: str) -> str:
    """Give the sentence back; `lupdate` finds it by this name. Qt's own one is typed as a plain object."""
    return sentence
