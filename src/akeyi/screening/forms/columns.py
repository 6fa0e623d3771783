"""The questions of a form as columns: their paths, and of those with choices which there are."""

from dataclasses import dataclass

from lxml import etree

from .page import NAMESPACES, PARSER

XF = f"{{{NAMESPACES['xf']}}}"


@dataclass(frozen=True)
class Column:
    """One question. `path`: groups before a slash. `choices`: only where several can be chosen."""

    path: str
    choices: tuple[str, ...] = ()


def columns_of(xform: str) -> list[Column]:
    """The questions of a form in its order; notes ask nothing and are none."""
    document = etree.fromstring(xform.encode(), PARSER)
    model = document.find("h:head/xf:model", NAMESPACES)
    instances = model.findall("xf:instance", NAMESPACES)
    binds = {bind.get("nodeset"): bind for bind in model.findall("xf:bind", NAMESPACES)}
    controls = {
        one.get("ref"): one for one in document.find("h:body", NAMESPACES).iter(etree.Element) if one.get("ref")
    }
    choices = {one.get("id"): _choices(one) for one in instances[1:]}
    found = []
    for path in _leaves(instances[0][0], ""):
        whole = f"/{_name(instances[0][0])}/{path}"
        bind, control = binds.get(whole), controls.get(whole)
        if control is not None and control.tag == f"{XF}input" and bind is not None and bind.get("readonly"):
            continue
        several = control is not None and control.tag == f"{XF}select"
        found.append(Column(path, _chosen_from(control, choices) if several else ()))
    return found


def _leaves(node: etree._Element, before: str) -> list[str]:
    found: list[str] = []
    for child in node.iterchildren(etree.Element):
        path = f"{before}{_name(child)}"
        if _name(child) != "meta":
            found += _leaves(child, f"{path}/") if len(child) else [path]
    return found


def _choices(instance: etree._Element) -> tuple[str, ...]:
    return tuple(name.text or "" for name in instance.iterfind(".//xf:item/xf:name", NAMESPACES))


def _chosen_from(control: etree._Element, choices: dict[str | None, tuple[str, ...]]) -> tuple[str, ...]:
    itemset = control.find("xf:itemset", NAMESPACES)
    if itemset is not None:
        return choices.get(itemset.get("nodeset", "").partition("'")[2].partition("'")[0], ())
    return tuple(value.text or "" for value in control.iterfind("xf:item/xf:value", NAMESPACES))


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname
