"""Every JSON document of the model folder, by path.

Cubism's parser wants indented JSON and no exponents: numbers are rounded to four places.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assets.avatar.source.rig.assemble import Rig
from assets.avatar.source.sidecars import motions

Json = dict[str, Any]

TEXTURE = "textures/texture_00.png"
_FADE_S = 0.4
_HIT_AREAS = {"Head": "HairCap", "Body": "Coat", "Tail": "Tail"}
_RANGE = {"Minimum": -10, "Default": 0, "Maximum": 10}


def documents(rig: Rig) -> dict[str, Json]:
    """Path inside the model folder → document. Raises ValueError for a name the rig does not have."""
    expressions = {name: expression(row) for name, row in _load("expressions").items()}
    moves = motions.parse(_load("motions"))
    out: dict[str, Json] = {f"expressions/{name}.exp3.json": each for name, each in expressions.items()}
    out |= {f"motions/{move.file}.motion3.json": motions.motion3(move) for move in moves}
    out["vesper.physics3.json"] = physics(_load("physics"))
    out["vesper.cdi3.json"] = names(rig)
    out["vesper.model3.json"] = index(list(expressions), moves)
    _check(out, rig)
    return out


def text(document: Json) -> str:
    """The document as it is written."""
    return json.dumps(_plain(document), indent=1) + "\n"


def _load(name: str) -> dict[str, Any]:
    with (Path(__file__).parent / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _plain(value: Any) -> Any:  # noqa: ANN401 - walks a JSON tree
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return round(value, 4) + 0.0 if isinstance(value, float) else value


def expression(row: Mapping[str, Any]) -> Json:
    """An exp3 document."""
    parameters = []
    for name, value in motions.both_sides(row).items():
        times = isinstance(value, str)
        amount = float(value.removeprefix("x")) if isinstance(value, str) else float(value)
        parameters.append({"Id": f"Param{name}", "Value": amount, "Blend": "Multiply" if times else "Add"})
    return {
        "Type": "Live2D Expression",
        "FadeInTime": _FADE_S,
        "FadeOutTime": _FADE_S,
        "Parameters": parameters,
    }


def physics(data: Mapping[str, Any]) -> Json:
    """The physics3 document."""
    settings = []
    for number, chain in enumerate(data["chain"], start=1):
        inputs = data["inputs"][chain["inputs"]] if isinstance(chain["inputs"], str) else chain["inputs"]
        settings.append(
            {
                "Id": f"PhysicsSetting{number}",
                "Input": [
                    {"Source": _parameter(name), "Weight": weight, "Type": kind, "Reflect": False}
                    for name, kind, weight in inputs
                ],
                "Output": [
                    {
                        "Destination": _parameter(name), "VertexIndex": joint, "Scale": gain, "Weight": 100,
                        "Type": "Angle", "Reflect": False,
                    }
                    for joint, (name, gain) in enumerate(chain["outputs"].items(), start=1)
                ],
                "Vertices": _vertices(chain["joints"]),
                "Normalization": {"Position": _RANGE, "Angle": _RANGE},
            }
        )  # fmt: skip
    dictionary = [
        {"Id": each["Id"], "Name": chain["name"]} for each, chain in zip(settings, data["chain"], strict=True)
    ]
    meta = {
        "PhysicsSettingCount": len(settings),
        "TotalInputCount": sum(len(each["Input"]) for each in settings),
        "TotalOutputCount": sum(len(each["Output"]) for each in settings),
        "VertexCount": sum(len(each["Vertices"]) for each in settings),
        "EffectiveForces": {"Gravity": {"X": 0, "Y": -1}, "Wind": {"X": 0, "Y": 0}},
        "PhysicsDictionary": dictionary,
        "Fps": 60,
    }
    return {"Version": 3, "Meta": meta, "PhysicsSettings": settings}


def _parameter(name: str) -> Json:
    return {"Target": "Parameter", "Id": f"Param{name}"}


def _vertices(joints: list[list[float]]) -> list[Json]:
    out = [{"Position": {"X": 0, "Y": 0}, "Mobility": 1, "Delay": 1, "Acceleration": 1, "Radius": 0}]
    y = 0.0
    for radius, mobility, delay, acceleration in joints:
        y += radius
        out.append(
            {
                "Position": {"X": 0, "Y": y}, "Mobility": mobility, "Delay": delay, "Acceleration": acceleration,
                "Radius": radius,
            }
        )  # fmt: skip
    return out


def names(rig: Rig) -> Json:
    """The cdi3 document: groups and readable names for editors."""
    parameters = [
        {"Id": f"Param{name}", "GroupId": f"Group{group}", "Name": name}
        for group, rows in rig.groups.items()
        for name in rows
    ]
    groups = [{"Id": f"Group{group}", "GroupId": "", "Name": group} for group in rig.groups]
    parts = [{"Id": f"Part{part}", "Name": part} for part in rig.model.parts]
    return {"Version": 3, "Parameters": parameters, "ParameterGroups": groups, "Parts": parts}


def index(expressions: list[str], moves: list[motions.Motion]) -> Json:
    """The model3 document."""
    groups: dict[str, list[Json]] = {}
    for move in moves:
        row = {
            "File": f"motions/{move.file}.motion3.json",
            "FadeInTime": move.fade_in_s,
            "FadeOutTime": move.fade_out_s,
        }
        groups.setdefault(move.group, []).append(row)
    files = {
        "Moc": "vesper.moc3",
        "Textures": [TEXTURE],
        "Physics": "vesper.physics3.json",
        "DisplayInfo": "vesper.cdi3.json",
        "Expressions": [{"Name": name, "File": f"expressions/{name}.exp3.json"} for name in expressions],
        "Motions": groups,
    }
    return {
        "Version": 3,
        "FileReferences": files,
        "Groups": [
            {"Target": "Parameter", "Name": "EyeBlink", "Ids": ["ParamEyeLOpen", "ParamEyeROpen"]},
            {"Target": "Parameter", "Name": "LipSync", "Ids": ["ParamMouthOpenY"]},
        ],
        "HitAreas": [{"Id": mesh, "Name": area} for area, mesh in _HIT_AREAS.items()],
    }


def _check(built: Mapping[str, Json], rig: Rig) -> None:
    known = {f"Param{parameter.name}" for parameter in rig.model.parameters}
    used = {
        row["Id"] for path, each in built.items() if path.endswith("exp3.json") for row in each["Parameters"]
    }
    used |= {
        row["Id"] for path, each in built.items() if path.endswith("motion3.json") for row in each["Curves"]
    }
    for chain in built["vesper.physics3.json"]["PhysicsSettings"]:
        used |= {row["Source"]["Id"] for row in chain["Input"]}
        used |= {row["Destination"]["Id"] for row in chain["Output"]}
    missing = used - known
    if missing or not set(_HIT_AREAS.values()) <= {mesh.name for mesh in rig.model.meshes}:
        raise ValueError("the rig lacks parameters or hit areas: " + ", ".join(sorted(missing)))
