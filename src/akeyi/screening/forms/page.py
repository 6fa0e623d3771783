"""What a tablet shows of a form: the XForm as HTML and a model, by Enketo's own stylesheets.

Browsers take XSLT out (Chromium announced it for 2026), so tablets get what it makes and never run it themselves.
"""

import re
from copy import deepcopy
from functools import cache
from pathlib import Path

from lxml import etree

SHEETS = Path(__file__).parent / "enketo"
NAMESPACES = {"h": "http://www.w3.org/1999/xhtml", "xf": "http://www.w3.org/2002/xforms"}
# Sounds lie among the recordings that a tablet keeps, under a name that says they are a form's.
SOUND = re.compile(r"jr://audio/([A-Za-z0-9_-][A-Za-z0-9._-]{0,79}\.mp3)")
TAG = re.compile(r"\((\w+)\)\s*$")
# Nothing of a form is fetched, and no entity is made larger.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def page_of(xform: str) -> dict[str, str]:
    """`form`: HTML; `model`: XML. Both as enketo-core takes them."""
    document = etree.fromstring(xform.encode(), PARSER)
    for itemset in document.iterfind(".//xf:itemset", NAMESPACES):
        _say_where_choices_are(document, itemset)
    form = _sheet("openrosa2html5form.xsl")(document).getroot()
    model = _sheet("openrosa2xmlmodel.xsl")(document).getroot()
    etree.strip_tags(form, etree.Comment)
    for element in form.iter(etree.Element):
        _correct(element)
    return {
        "form": "".join(etree.tostring(one, encoding="unicode", method="html") for one in form),
        "model": "".join(etree.tostring(one, encoding="unicode") for one in model),
    }


@cache
def _sheet(name: str) -> etree.XSLT:
    return etree.XSLT(etree.parse(str(SHEETS / name)), access_control=etree.XSLTAccessControl.DENY_ALL)


def _say_where_choices_are(document: etree._Element, itemset: etree._Element) -> None:
    """The stylesheet cannot follow a path that is text, so what it needs is written beside it."""
    label = itemset.find("xf:label", NAMESPACES).get("ref", "")
    instance, inside = re.search(r"instance\(['\"]([^'\"]+)['\"]\)([^\[,)]*)", itemset.get("nodeset", "")).groups()  # type: ignore[union-attr]
    path = f'/h:html/h:head/xf:model/xf:instance[@id="{instance}"]' + inside.replace("/", "/xf:")
    itemset.set("valueRef", itemset.find("xf:value", NAMESPACES).get("ref", ""))
    itemset.set("labelRef", label)
    itemset.set("itextPath", path)
    translated = re.fullmatch(r"(?:jr:)?itext\((.*)\)", label)
    if translated:
        for node in document.xpath(f'{path}/*[local-name() = "{translated[1]}"]', namespaces=NAMESPACES):
            itemset.append(deepcopy(node))


def _correct(element: etree._Element) -> None:
    """Appearances become classes, languages their tags; nothing is styled in place: the content policy forbids it."""
    if sound := SOUND.fullmatch(element.get("src", "")):
        element.set("src", f"audio/form.{sound[1]}")
        element.text = None
    appearances = (element.attrib.pop("data-appearances", "") or "").lower().split()
    element.attrib.pop("data-appearances-select-type", None)
    classes: list[str] = []
    for one in element.get("class", "").split():
        placed = [f"or-appearance-{name}" for name in appearances]
        classes += placed if one == "or-appearances-placeholder" else [one]
    if element.attrib.pop("style", None):
        classes.append("not-shown")
    if classes:
        element.set("class", " ".join(classes))
    for name in ("lang", "data-default-lang"):
        if told := TAG.search(element.get(name, "")):
            element.set(name, told[1])
    if element.tag == "option" and (told := TAG.search(element.get("value", ""))):
        element.set("value", told[1])
        element.set("data-dir", "ltr")
