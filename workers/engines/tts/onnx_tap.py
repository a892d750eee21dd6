"""Adds an output to an ONNX model without the onnx package.

A serialised protobuf message may be continued by another of its type: the parser merges them, so a `ModelProto` that
holds nothing but a graph with one node and one output adds both to the model it is appended to
(Protocol Buffers, Encoding, "Last one wins" and merging of embedded messages; field numbers of onnx.proto).
"""

from __future__ import annotations

_VARINT, _BYTES = 0, 2
_MODEL_GRAPH = 7
_GRAPH_NODE, _GRAPH_OUTPUT = 1, 12
_NODE_INPUT, _NODE_OUTPUT, _NODE_NAME, _NODE_OPERATOR = 1, 2, 3, 4
_VALUE_NAME, _VALUE_TYPE = 1, 2
_TYPE_TENSOR, _TENSOR_ELEMENT, _FLOAT = 1, 1, 1


def tap(tensor: str, output: str) -> bytes:
    """The bytes that, appended to a model, publish its float tensor `tensor` as graph output `output`."""
    name = output.encode()
    node = (
        _field(_NODE_INPUT, tensor.encode())
        + _field(_NODE_OUTPUT, name)
        + _field(_NODE_NAME, name)
        + _field(_NODE_OPERATOR, b"Identity")
    )
    kind = _field(_TYPE_TENSOR, _number(_TENSOR_ELEMENT, _FLOAT))
    value = _field(_VALUE_NAME, name) + _field(_VALUE_TYPE, kind)
    return _field(_MODEL_GRAPH, _field(_GRAPH_NODE, node) + _field(_GRAPH_OUTPUT, value))


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
