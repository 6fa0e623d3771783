"""Finds out in which alphabet table a text file was written, and gives its text."""

import codecs
import re
import unicodedata

from charset_normalizer import from_bytes

from ..refusals import NotAList

# Tables that programs in the region really write; the first wins a tie.
_WESTERN = ("cp1252", "mac_roman", "cp850", "cp437")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = set("éèêëàâäçîïôöùûüòóñíáúìãõÉÈÊËÀÂÄÇÎÏÔÖÙÛÜÒÓÑÍÁÚÌÃÕœŒ")
_SIGNS = set("°º№ª«»’‘“”–—\xa0·€¿¡…´`")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def looks_like_text(head: bytes) -> bool:
    """Whether these bytes may be text at all, in one or two bytes a letter."""
    if any(head.startswith(mark) for mark, _ in _MARKS):
        return True
    if _of_two_bytes(head):
        return True
    controls = sum(byte < 9 or 13 < byte < 32 for byte in head)
    return controls <= len(head) // 200


def decoded(data: bytes) -> str:
    """The text of a file, whatever wrote it."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    if encoding_of_two := _of_two_bytes(data[:4096]):
        return data.decode(encoding_of_two, "replace")
    try:
        return _untwice(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if mixed := _mostly_utf8(data):
        return mixed
    return _western(data)


def _of_two_bytes(head: bytes) -> str | None:
    """UTF-16 without its mark: in Latin letters every second byte is zero."""
    if len(head) < 8:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.1 else None


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 into which a few bytes of another table were pasted."""
    good = len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]{1,3}", data))
    text = data.decode("utf-8", "surrogateescape")
    bad = [sign for sign in text if "\udc80" <= sign <= "\udcff"]
    if good < 1 or good < 2 * len(bad):
        return None
    return "".join(
        bytes([ord(sign) - 0xDC00]).decode("cp1252", "replace") if "\udc80" <= sign <= "\udcff" else sign
        for sign in text
    )


def _western(data: bytes) -> str:
    votes = {encoding: _plausible(data, encoding) for encoding in _WESTERN}
    best = max(_WESTERN, key=lambda encoding: votes[encoding])
    if votes[best] < 0:
        # None of ours: let a broader judge look at it.
        match = from_bytes(data[:200_000]).best()
        if match is not None:
            return data.decode(match.encoding, "replace")
    return data.decode(best, "replace")


def _plausible(data: bytes, encoding: str) -> float:
    """How much the text looks like names in Latin letters when read by this table; per sign above ASCII."""
    text = data[:500_000].decode(encoding, "replace")
    score, count = 0.0, 0
    for place, sign in enumerate(text):
        if sign < "\x80":
            continue
        count += 1
        before, after = text[max(place - 2, 0) : place], text[place + 1 : place + 2]
        if sign in _COMMON:
            score += _as_letter(sign, before, after)
        elif sign in _SIGNS:
            is_between = before[-1:].isalpha() and after.isalpha()
            # 0xA0 is the blank of spreadsheets and web pages; elsewhere a sign within a word is a wrong table.
            score += 0.6 if sign == "\xa0" else 0.3 if not is_between or sign == "’" else -1.0
        else:
            score -= 1.0 if unicodedata.category(sign)[0] != "L" else 0.4
    return score / count if count else 0.0


def _as_letter(sign: str, before: str, after: str) -> float:
    """An accented letter in its place: JosÈ, PIERREá and JeanáRony are what a wrong table makes of names."""
    if sign.isupper():
        return -1.0 if before[-1:].islower() or (after.islower() and before[-1:].isalpha()) else 1.0
    if after.isupper() or (len(before) == 2 and before.isalpha() and before[-1].isupper() and not after.islower()):
        return -1.0
    # Names end in é or è, hardly ever in á.
    return 0.2 if sign == "á" and not after.isalpha() else 1.0


def _untwice(text: str) -> str:
    """Text that was put into UTF-8 twice (JosÃ©) is taken back once."""
    if not re.search("[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]", text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def checked(text: str) -> str:
    """Refuses what only pretends to be text."""
    if len(_CONTROL.findall(text[:100_000])) > len(text[:100_000]) // 100:
        raise NotAList("unknown_format")
    return text
