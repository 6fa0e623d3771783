"""A form to be read: its questions one below the other, in one language, with when each is asked."""

import re
from dataclasses import dataclass, field

from lxml import etree

from .columns import XF
from .page import NAMESPACES, PARSER, TAG


@dataclass(frozen=True)
class Question:
    """One thing that is asked or said. `depth`: in how many groups it stands."""

    label: str
    hint: str = ""
    name: str = ""
    depth: int = 0
    is_group: bool = False
    choices: list[str] = field(default_factory=list)
    asked_if: str = ""
    right_if: str = ""


def questions_of(xform: str, language: str) -> list[Question]:
    """All questions in their order; in the form's first language where it does not speak the one asked for."""
    document = etree.fromstring(xform.encode(), PARSER)
    model = document.find("h:head/xf:model", NAMESPACES)
    texts = _texts(model, language)
    binds = {bind.get("nodeset"): bind for bind in model.findall("xf:bind", NAMESPACES)}
    lists = {one.get("id"): one for one in model.findall("xf:instance", NAMESPACES)}

    def text_of(label: etree._Element | None) -> str:
        if label is None:
            return ""
        named = re.search(r"itext\('([^']+)'\)", label.get("ref", ""))
        return texts.get(named[1], "") if named else "".join(label.itertext())

    def choices_of(control: etree._Element) -> list[str]:
        itemset = control.find("xf:itemset", NAMESPACES)
        if itemset is None:
            return [text_of(item.find("xf:label", NAMESPACES)) for item in control.iterfind("xf:item", NAMESPACES)]
        instance = lists.get(itemset.get("nodeset", "").partition("'")[2].partition("'")[0])
        items = [] if instance is None else instance.iterfind(".//xf:item", NAMESPACES)
        return [
            texts.get(item.findtext("xf:itextId", "", NAMESPACES), "") or item.findtext("xf:label", "", NAMESPACES)
            for item in items
        ]

    def walk(node: etree._Element, depth: int) -> list[Question]:
        found: list[Question] = []
        for control in node.iterchildren(etree.Element):
            path = control.get("ref", "")
            bind = binds.get(path)
            is_group = control.tag == f"{XF}group"
            # A label has a reference too, to its words.
            if not path.startswith("/") and not is_group:
                continue
            found.append(
                Question(
                    label=text_of(control.find("xf:label", NAMESPACES)),
                    hint=text_of(control.find("xf:hint", NAMESPACES)),
                    name=path.rpartition("/")[2],
                    depth=depth,
                    is_group=is_group,
                    choices=choices_of(control),
                    asked_if=_plain(bind, "relevant"),
                    right_if=_plain(bind, "constraint"),
                )
            )
            if is_group:
                found += walk(control, depth + 1)
        return found

    return walk(document.find("h:body", NAMESPACES), 0)


def _texts(model: etree._Element, language: str) -> dict[str, str]:
    """Id of each text -> its words."""
    translations = model.findall("xf:itext/xf:translation", NAMESPACES)
    tagged = {(TAG.search(one.get("lang", "")) or ["", ""])[1]: one for one in translations}
    chosen = tagged.get(language, translations[0] if translations else None)
    if chosen is None:
        return {}
    return {
        text.get("id", ""): "".join(
            "".join(value.itertext()) for value in text.iterfind("xf:value", NAMESPACES) if value.get("form") is None
        )
        for text in chosen.iterfind("xf:text", NAMESPACES)
    }


def _plain(bind: etree._Element | None, what: str) -> str:
    """A condition as its author wrote it, more or less."""
    return "" if bind is None else " ".join(re.sub(r"/data/(?:[\w.-]+/)*", "", bind.get(what, "")).split())
