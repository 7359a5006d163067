# SPDX-License-Identifier: EUPL-1.2
"""The XML of a DMN file, opened safely, with the namespaces of all versions made one.

A file comes from outside. A document type is refused, and with it entities of every kind: a bomb
of entities and a reference to another file need one.
"""

from collections import Counter
from collections.abc import Mapping
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from gemeengoed.procedures.errors import DmnFault, DmnRefusedError

MOST_BYTES = 10_000_000  # the largest STTR file that was seen has 1.1 million

VERSIONS: Mapping[str, str] = {
    "http://www.omg.org/spec/DMN/20151101/dmn.xsd": "1.1",
    "http://www.omg.org/spec/DMN/20180521/MODEL/": "1.2",
    "https://www.omg.org/spec/DMN/20191111/MODEL/": "1.3",
    "https://www.omg.org/spec/DMN/20211108/MODEL/": "1.4",
    "https://www.omg.org/spec/DMN/20230324/MODEL/": "1.5",
}
_STTR = "http://toepasbare-regels.omgevingswet.overheid.nl/"
STTR = "sttr-"  # before the name of an element of STTR, whichever of its namespaces it is in

# What is read, or says nothing that could be lost. The rest is told to whoever imports.
_READ_DMN = (
    *("definitions", "itemDefinition", "itemComponent", "typeRef", "allowedValues", "inputData"),
    *("variable", "decision", "question", "allowedAnswers", "description", "extensionElements"),
    *("informationRequirement", "requiredInput", "requiredDecision", "literalExpression", "text"),
    *("decisionTable", "input", "inputExpression", "inputValues", "output", "outputValues"),
    *("defaultOutputEntry", "annotation", "rule", "inputEntry", "outputEntry", "annotationEntry"),
)
_READ_STTR = (
    *("uitvoeringsregels", "uitvoeringsregel", "uitvoeringsregelRef", "vraag", "vraagTekst"),
    *("gegevensType", "opties", "optie", "optieText", "optieType", "sequenceId"),
    *("conclusieToelichting", "toelichting"),
)
_READ = {*_READ_DMN, *(f"{STTR}{name}" for name in _READ_STTR)}


def open_document(text: str | bytes) -> tuple[Element, str]:
    """(the definitions, the version of DMN). Raises DmnRefusedError."""
    if len(text) > MOST_BYTES:
        raise refused(f"het bestand is groter dan {MOST_BYTES // 1_000_000} MB")
    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except DefusedXmlException as error:
        raise refused("een documenttype of entiteit mag niet in het bestand staan") from error
    except (ParseError, ValueError, LookupError) as error:
        raise refused(f"dit is geen leesbare XML: {error}") from error
    namespace, _, name = root.tag[1:].partition("}")
    if name != "definitions" or namespace not in VERSIONS:
        raise refused(f"dit is geen DMN 1.1 tot en met 1.5, maar {root.tag}")
    for element in root.iter():
        element.tag = _one_name(element.tag, namespace)
    return root, VERSIONS[namespace]


def refused(message: str, place: str = "") -> DmnRefusedError:
    """The error for one fault."""
    return DmnRefusedError([DmnFault(place, message)])


def text_in(element: Element | None, path: str = "text") -> str:
    """The text of a part as it stands; empty when it is not there."""
    found = element.find(path) if element is not None else None
    return "" if found is None else "".join(found.itertext()).strip()


def words_in(element: Element | None, path: str) -> str:
    """The same with single spaces, for names and sentences."""
    return " ".join(text_in(element, path).split())


def lost_parts(root: Element) -> tuple[str, ...]:
    """What stands in the file and has no place here, counted by name; a sentence in Dutch each."""
    counted = Counter(_lost_in(root))
    return tuple(f"niet overgenomen: {name} ({times} keer)" for name, times in counted.items())


def _lost_in(element: Element) -> list[str]:
    """Names of parts that are not read; what is inside them is not counted apart."""
    found: list[str] = []
    waiting = [element]
    while waiting:
        for part in waiting.pop():
            if part.tag in _READ:
                waiting.append(part)
            elif isinstance(part.tag, str):
                found.append(part.tag.removeprefix(STTR).rpartition("}")[2])
    return found


def _one_name(tag: str, dmn: str) -> str:
    if not isinstance(tag, str) or not tag.startswith("{"):
        return tag
    namespace, _, name = tag[1:].partition("}")
    if namespace == dmn:
        return name
    return f"{STTR}{name}" if namespace.startswith(_STTR) else tag
