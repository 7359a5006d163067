# SPDX-License-Identifier: EUPL-1.2
"""From what was seen of many files of one kind to one schema."""

from collections.abc import Iterable
from typing import Any

import yaml

from gemeengoed.content.schemas.recording import Recorder, Seen

Schema = dict[str, Any]
_TEXT: Schema = {"type": ["string", "number"]}  # a number counts as it was typed
_SCALARS: dict[str, Schema] = {
    "a number": {"type": ["number", "string"], "pattern": r"^-?\d+(\.\d+)?$"},
    "a date": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "true or false": {"type": "boolean"},
}


class Builder:
    """Of everything that a recorder saw."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._file = {  # the document in which a node stands
            id(node): document
            for document in recorder.documents.values()
            for node in _nodes(document)
        }

    def schema(self, nodes: list[yaml.Node], *, may_be_null: bool = False) -> Schema:
        """What all of these nodes fit, as the loader read them; {} for what it never looked at."""
        read = [node for node in nodes if self._was_read(node) and not _null(node)]
        kinds = [
            self._mapping([node for node in read if isinstance(node, yaml.MappingNode)]),
            self._sequence([node for node in read if isinstance(node, yaml.SequenceNode)]),
            self._scalar([node for node in read if isinstance(node, yaml.ScalarNode)]),
        ]
        found = [kind for kind in kinds if kind is not None]
        if not found:
            return {}
        if may_be_null:
            found.append({"type": "null"})
        return found[0] if len(found) == 1 else {"anyOf": found}

    def _was_read(self, node: yaml.Node) -> bool:
        """A list also by its items: its loader may go through them without a word of the list."""
        if self._recorder.of(node) is not None:
            return True
        return isinstance(node, yaml.SequenceNode) and any(map(self._was_read, node.value))

    def _mapping(self, nodes: list[yaml.Node]) -> Schema | None:
        if not nodes:
            return None
        tables = [seen for node in nodes if (seen := self._seen(node)).known is not None]
        if len(tables) < len(nodes):
            values = [value for node in nodes for _, value in node.value]
            return {"type": "object", "additionalProperties": self._each(values)}
        known = sorted(frozenset().union(*(seen.known or frozenset() for seen in tables)))
        required = frozenset.intersection(*(seen.required for seen in tables))
        return {
            "type": "object",
            "properties": {key: self._property(key, nodes) for key in known},
            "required": sorted(required),
            "additionalProperties": False,
        }

    def _property(self, key: str, nodes: list[yaml.Node]) -> Schema:
        values = [value for node in nodes for name, value in node.value if name.value == key]
        return self.schema(values, may_be_null=True)

    def _sequence(self, nodes: list[yaml.Node]) -> Schema | None:
        if not nodes:
            return None
        return {"type": "array", "items": self._each([item for n in nodes for item in n.value])}

    def _each(self, nodes: list[yaml.Node]) -> Schema:
        """Of a free mapping or a list: empty where a file that is right has an empty one."""
        return self.schema(nodes, may_be_null=any(map(_null, nodes)))

    def _scalar(self, nodes: list[yaml.Node]) -> Schema | None:
        if not nodes:
            return None
        readings = {self._seen(node).reading for node in nodes}
        if len(readings) > 1 or not readings <= set(_SCALARS):
            return self._words(nodes) if len(readings) == 1 else {"type": _all_types(readings)}
        return dict(_SCALARS[readings.pop()])

    def _words(self, nodes: list[yaml.Node]) -> Schema:
        """A closed list of words, unless the file itself makes the list."""
        options = {self._seen(node).options for node in nodes}
        first = next(iter(options))
        if len(options) > 1 or first is None or set(first) <= self._elsewhere(nodes):
            return dict(_TEXT)
        return {"enum": list(first)}

    def _elsewhere(self, nodes: list[yaml.Node]) -> set[str]:
        """The texts in the file of the first of these nodes, without those of the nodes."""
        chosen = set(map(id, nodes))
        return {text for id_, text in _texts(self._file[id(nodes[0])]) if id_ not in chosen}

    def _seen(self, node: yaml.Node) -> Seen:
        return self._recorder.note(node)


def _all_types(readings: Iterable[str]) -> list[str]:
    return ["string", "number", *(["boolean"] if "true or false" in readings else [])]


def _null(node: yaml.Node) -> bool:
    return bool(node.tag == "tag:yaml.org,2002:null")


def _nodes(node: yaml.Node) -> Iterable[yaml.Node]:
    yield node
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _nodes(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _nodes(item)


def _texts(document: yaml.Node) -> Iterable[tuple[int, str]]:
    """The texts of a document, each with the identity of its node."""
    scalars = (node for node in _nodes(document) if isinstance(node, yaml.ScalarNode))
    return ((id(node), str(node.value)) for node in scalars)
