"""The JSON Schema of the story format, made from the models; editors read it through `#:schema`."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from reader.story.model import Story


class _ClosedTables(GenerateJsonSchema):
    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """Where keys follow a pattern, Pydantic leaves all other keys free; here they are wrong."""
        table = super().dict_schema(schema)
        return table | {"additionalProperties": False} if "patternProperties" in table else table


def json_schema() -> dict[str, Any]:
    """The schema of a story file, by the names an author writes."""
    schema = Story.model_json_schema(by_alias=True, mode="validation", schema_generator=_ClosedTables)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A story for companion-reader",
    }
