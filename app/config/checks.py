"""What the settings name outside of themselves: engines and their own tables, and environment variables as values."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from app.config.problems import Problem, check, choices, line_of
from models.errors import EngineError
from models.settings import Settings
from workers.engines import registry


def typed(raw: str, above: list[str], name: str) -> object:
    """An environment variable's text as the type of its field; as it is when that cannot be."""
    kind: type[BaseModel] = Settings
    for step in above:
        inner = kind.model_fields[step].annotation
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return raw
        kind = inner
    try:
        field = kind.model_fields[name]
        return TypeAdapter[Any](field.rebuild_annotation()).validate_python(raw, strict=False)
    except ValidationError:
        return raw


def provider_problems(settings: Settings, text: str) -> list[Problem]:
    """What is wrong in the tables of the engines."""
    problems = list[Problem]()
    known = [entry.id for entry in registry.PROVIDERS]
    for provider_id, table in settings.providers.items():
        path = ("providers", provider_id)
        if provider_id not in known:
            wrong = "is no engine of Vesper; it is kept but does nothing"
            problems.append(Problem(".".join(path), wrong, choices(known), line_of(text, path)))
            continue
        try:
            problems += check(table, registry.provider(provider_id).settings_class(), text, path)[1]
        except EngineError as error:
            problems.append(Problem(".".join(path), f"cannot be used: {error}", "", line_of(text, path)))
    return problems


def without_unknown_engines(settings: Settings, problems: list[Problem], text: str) -> Settings:
    """What names an engine that is none gives way to its default."""
    updates = dict[str, BaseModel]()
    for section in ("hearing", "mind", "voice"):
        values: BaseModel = getattr(settings, section)
        defaults = type(values)()
        for name, field in type(values).model_fields.items():
            extra = field.json_schema_extra
            if not isinstance(extra, dict) or "role" not in extra:
                continue
            also = extra.get("also")
            known = [entry.id for entry in registry.of_role(str(extra["role"]))]
            known += [str(word) for word in also] if isinstance(also, list) else []
            if getattr(values, name) not in known:
                wrong = f"cannot be {getattr(values, name)!r}"
                line = line_of(text, (section, name))
                problems.append(Problem(f"{section}.{name}", wrong, choices(known), line))
                values = values.model_copy(update={name: getattr(defaults, name)})
                updates[section] = values
    return settings.model_copy(update=deepcopy(updates)) if updates else settings
