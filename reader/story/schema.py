"""Makes the JSON Schema of the story format from the models. Editors use it if a file names it with `#:schema`."""

import ast
import inspect
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from reader.story import model
from reader.story.model import Story


class _ClosedTables(GenerateJsonSchema):
    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """The schema of a table whose keys follow a pattern. Pydantic would allow all other keys too."""
        table = super().dict_schema(schema)
        return table | {"additionalProperties": False} if "patternProperties" in table else table


def json_schema() -> dict[str, Any]:
    """The schema of a story file, with the keys that an author writes and the models' docstrings as descriptions."""
    schema = Story.model_json_schema(by_alias=True, mode="validation", schema_generator=_ClosedTables)
    for name, said in _field_docstrings().items():
        table = schema if name == "Story" else schema["$defs"].get(name, {})
        for key, words in said.items():
            if key in table.get("properties", {}):
                table["properties"][key]["description"] = words
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A story for companion-reader",
    }


def _field_docstrings() -> dict[str, dict[str, str]]:
    """The docstring under each field, by model and by the key that an author writes.

    Pydantic could collect them too, but it would read the source whenever the program starts.
    """
    said: dict[str, dict[str, str]] = {}
    for node in ast.parse(inspect.getsource(model)).body:
        if isinstance(node, ast.ClassDef) and hasattr(fields := getattr(model, node.name), "model_fields"):
            rows = said.setdefault(node.name, {})
            for field, after in zip(node.body, node.body[1:], strict=False):
                match field, after:
                    case ast.AnnAssign(target=ast.Name(name)), ast.Expr(ast.Constant(str(words))):
                        rows[fields.model_fields[name].alias or name] = words
    return said
