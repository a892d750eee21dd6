"""Adds inputs, nodes and outputs to an ONNX model file without the onnx package.

A serialised protobuf message may be continued by another of its type: the parser merges them, so a `ModelProto` that
holds nothing but a graph with a few nodes adds these to the model it is appended to (Protocol Buffers, Encoding,
"Last one wins" and merging of embedded messages; field numbers of onnx.proto). To put nodes between a tensor and its
readers, the tensor is renamed where it is made, to a name of the same length, and the nodes make one of the old name.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_VARINT, _BYTES = 0, 2
_MODEL_GRAPH = 7
_GRAPH_NODE, _GRAPH_CONSTANT, _GRAPH_INPUT, _GRAPH_OUTPUT = 1, 5, 11, 12
_NODE_INPUT, _NODE_OUTPUT, _NODE_NAME, _NODE_OPERATOR = 1, 2, 3, 4
_VALUE_NAME, _VALUE_TYPE = 1, 2
_TYPE_TENSOR, _TENSOR_ELEMENT, _TENSOR_SHAPE, _FLOAT = 1, 1, 2, 1
_CONSTANT_ELEMENT, _CONSTANT_NAME, _CONSTANT_RAW = 2, 8, 9


@dataclass(frozen=True, slots=True)
class Node:
    """An operator without attributes: reads tensors by name, makes one."""

    operator: str
    inputs: tuple[str, ...]
    output: str


def graft(
    nodes: tuple[Node, ...] = (),
    *,
    inputs: tuple[str, ...] = (),
    constants: Mapping[str, float] | None = None,
    outputs: tuple[str, ...] = (),
) -> bytes:
    """The bytes that, appended to a model, add all this to it.

    `inputs` are float scalars the caller must feed; `outputs` are float tensors he may fetch.
    """
    content = b"".join(_field(_GRAPH_NODE, _node(node)) for node in nodes)
    for name, value in (constants or {}).items():
        content += _field(_GRAPH_CONSTANT, _constant(name, value))
    content += b"".join(_field(_GRAPH_INPUT, _value(name, scalar=True)) for name in inputs)
    content += b"".join(_field(_GRAPH_OUTPUT, _value(name)) for name in outputs)
    return _field(_MODEL_GRAPH, content)


def divert(model: Path, tensor: str) -> str:
    """Rename a tensor where it is made, in the model's file; its readers go on asking for the old name.

    Returns:
        The new name.

    Raises:
        LookupError: no node of the model, or more than one, makes a tensor of that name.
    """
    renamed = f"{tensor[:-1]}~"
    made = _field(_NODE_OUTPUT, tensor.encode())
    with model.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
        at = content.find(made)
        if at < 0 or content.find(made, at + 1) >= 0:
            raise LookupError(tensor)
        content[at : at + len(made)] = _field(_NODE_OUTPUT, renamed.encode())
    return renamed


def _node(node: Node) -> bytes:
    read = b"".join(_field(_NODE_INPUT, name.encode()) for name in node.inputs)
    name = node.output.encode()
    return (
        read
        + _field(_NODE_OUTPUT, name)
        + _field(_NODE_NAME, name)
        + _field(_NODE_OPERATOR, node.operator.encode())
    )


def _constant(name: str, value: float) -> bytes:
    return (
        _number(_CONSTANT_ELEMENT, _FLOAT)
        + _field(_CONSTANT_NAME, name.encode())
        + _field(_CONSTANT_RAW, struct.pack("<f", value))
    )


def _value(name: str, *, scalar: bool = False) -> bytes:
    shape = _field(_TENSOR_SHAPE, b"") if scalar else b""
    kind = _field(_TYPE_TENSOR, _number(_TENSOR_ELEMENT, _FLOAT) + shape)
    return _field(_VALUE_NAME, name.encode()) + _field(_VALUE_TYPE, kind)


def _field(number: int, content: bytes) -> bytes:
    return _varint(number << 3 | _BYTES) + _varint(len(content)) + content


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3 | _VARINT) + _varint(value)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:  # noqa: PLR2004  # seven bits a byte
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
