"""Finds how the bytes of a text were written: the encoding under which the words look like words."""

import codecs

from charset_normalizer import from_bytes

# Letters that the languages of these lists use beyond a-z, about as often as they do.
_LETTERS = {
    **dict.fromkeys("éÉ", 5), **dict.fromkeys("èáíóúñçòÈÑÁÍÓÚÇÒ", 4), **dict.fromkeys("êëïôâàîãõùûüêÊËÏÔÂÀÎÃÕÜ", 3),
    **dict.fromkeys("°ºª«»’“”–…¿¡·•\u00a0€", 1), **dict.fromkeys("öäœŒÖÄßšžÿ", 1),
}  # fmt: skip
_STRANGE = -4
_CANDIDATES = ("cp1252", "mac_roman", "cp850", "latin-1")
_LOOKED_AT = 200_000


def text_of(data: bytes) -> str | None:
    """The text; None where the bytes are no text."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _checked(data, encoding, errors="replace")
    if encoding := _without_mark(data):
        return _checked(data, encoding, errors="replace")
    try:
        return _checked(data, "utf-8")
    except UnicodeDecodeError:
        pass
    best = max(((_score(data, encoding), encoding) for encoding in _CANDIDATES), key=lambda one: one[0])
    if best[0] > 0:
        return _checked(data, best[1], errors="replace")
    found = from_bytes(data[:_LOOKED_AT]).best()
    return _checked(data, found.encoding if found else "cp1252", errors="replace")


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of plain letters is zero."""
    head = data[:2_000]
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) // 3 and even < odd // 8:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) // 3 and odd < even // 8 else None


def _checked(data: bytes, encoding: str, errors: str = "strict") -> str | None:
    text = data.decode(encoding, errors=errors)
    # A text has no zeros; a few come from old programs that fill up their fields.
    if text.count("\x00") > len(text) // 100 + 2:
        return None
    controls = sum(sign < " " and sign not in "\t\r\n\x0b\x0c\x1a\x00\x1b\x1e" for sign in text[:_LOOKED_AT])
    return None if controls > len(text[:_LOOKED_AT]) // 50 + 1 else text.replace("\x00", "")


def _score(data: bytes, encoding: str) -> int:
    try:
        text = data[:_LOOKED_AT].decode(encoding)
    except UnicodeDecodeError:
        return -1_000_000
    score = 0
    for place, sign in enumerate(text):
        if sign < "\x80":
            continue
        weight = _LETTERS.get(sign, _STRANGE)
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        if sign.isalpha() and sign.isupper() and before.islower():
            weight = _STRANGE  # HaÔti
        elif sign.isalpha() and sign.islower() and before.isupper() and after.isupper():
            weight = _STRANGE
        elif not sign.isalpha() and before.isalpha() and after.isalpha() and sign not in "’\u00a0·–":
            weight = _STRANGE
        score += weight
    return score
