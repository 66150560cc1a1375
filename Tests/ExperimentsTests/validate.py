"""Reads {"schema": …, "good": […], "bad": […]} and prints every text that the schema judges the other way."""

import json
import sys

import jsonschema

given = json.load(sys.stdin)
schema = json.loads(given["schema"])
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for kind in ("good", "bad"):
    for text in given[kind]:
        document = json.loads(text)
        if validator.is_valid(document) != (kind == "good"):
            print(kind, text[:200], [error.message for error in validator.iter_errors(document)][:2])
