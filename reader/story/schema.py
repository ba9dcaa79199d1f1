"""The JSON Schema of the story format, made from the models; editors read it through `#:schema`."""

from typing import Any

from reader.story.model import Story


def json_schema() -> dict[str, Any]:
    """The schema of a story file, by the names an author writes."""
    schema = Story.model_json_schema(by_alias=True, mode="validation")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A story for companion-reader",
    }
