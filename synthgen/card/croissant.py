"""croissant.json: what files an export has and what stands in its columns, for dataset search and `mlcroissant`.

Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec.html). Written without the library, which takes
pandas, scipy and rdflib, 250 MB; the tests read it with the library, and the library writes the same again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any

import pyarrow as pa

from synthgen.card.watched import Written

FILE = "croissant.json"
_TYPES = {"json": "application/json", "jsonl": "application/jsonlines", "parquet": "application/x-parquet"} | {
    "tar": "application/x-tar",
    "yaml": "application/yaml",
}
_PREFIXED = (
    *("citeAs", "column", "equivalentProperty", "extract", "field", "fileProperty", "fileObject", "fileSet", "format"),
    *("includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references", "regex"),
    *("repeated", "replace", "samplingRate", "separator", "source", "subField", "transform"),
)
_CONTEXT = {name: f"cr:{name}" for name in _PREFIXED} | {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "sc": "https://schema.org/",
}


def croissant(
    name: str,
    description: str,
    license: str,
    keywords: Sequence[str],
    languages: Sequence[str],
    files: Sequence[Written],
    subsets: Mapping[str, str],
) -> bytes:
    """The metadata of an export. `subsets`: name -> pattern of its files; those of parquet have their columns told."""
    columns = {name: _columns(files, pattern) for name, pattern in subsets.items()}
    tabular = {name: schema for name, schema in columns.items() if schema is not None}
    content = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": name,
        "description": description,
        "license": license,
        "keywords": _one_or_many(keywords),
        "inLanguage": _one_or_many(languages),
        "distribution": [
            *(_file_object(file) for file in files),
            *(_file_set(name, subsets[name]) for name in tabular),
        ],
    }
    if tabular:
        content["recordSet"] = [_record_set(name, schema) for name, schema in tabular.items()]
    return (json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def _columns(files: Sequence[Written], pattern: str) -> pa.Schema | None:
    return next((file.columns for file in files if file.columns and fnmatchcase(file.path, pattern)), None)


def _one_or_many(values: Sequence[Any]) -> Any:
    """As JSON-LD has it: one value stands without brackets."""
    return values[0] if len(values) == 1 else list(values)


def _file_object(file: Written) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "contentUrl": file.path,
        "contentSize": f"{file.size} B",
        "encodingFormat": _TYPES.get(file.path.rpartition(".")[2], "application/octet-stream"),
        "sha256": file.sha256,
    }


def _file_set(name: str, pattern: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileSet",
        "@id": f"{name}-files",
        "name": f"{name}-files",
        "includes": pattern,
        "encodingFormat": _TYPES["parquet"],
    }


def _record_set(name: str, schema: pa.Schema) -> dict[str, Any]:
    fields = [field for column in schema for field in _fields(name, f"{name}-files", column)]
    return {"@type": "cr:RecordSet", "@id": name, "name": name, "field": fields}


def _fields(records: str, files: str, column: pa.Field) -> Iterator[dict[str, Any]]:
    """The field of a column; none for lists inside of structs, which Croissant cannot tell."""
    repeated = pa.types.is_list(column.type) or pa.types.is_large_list(column.type)
    inner = column.type.value_type if repeated else column.type
    own = {"@type": "cr:Field", "@id": f"{records}/{column.name}", "name": column.name}
    own |= {"repeated": True} if repeated else {}
    if pa.types.is_struct(inner) and inner.get_field_index("bytes") < 0:
        parts = [
            {
                "@type": "cr:Field",
                "@id": f"{records}/{column.name}/{part.name}",
                "name": part.name,
                "dataType": _type(part.type),
                "source": _source(files, column.name, part.name),
            }
            for part in inner
            if not pa.types.is_nested(part.type)
        ]
        if parts:
            yield own | {"subField": _one_or_many(parts)}
    elif not pa.types.is_nested(inner) or pa.types.is_struct(inner):
        of_picture = "bytes" if pa.types.is_struct(inner) else ""
        yield own | {"dataType": _type(inner), "source": _source(files, column.name, of_picture)}


def _source(files: str, column: str, part: str) -> dict[str, Any]:
    inside = {"transform": {"jsonPath": part}} if part else {}
    return {"fileSet": {"@id": files}, "extract": {"column": column}} | inside


def _type(type: pa.DataType) -> str:
    if pa.types.is_struct(type):
        return "sc:ImageObject"
    if pa.types.is_boolean(type):
        return "sc:Boolean"
    if pa.types.is_integer(type):
        return "sc:Integer"
    return "sc:Float" if pa.types.is_floating(type) else "sc:Text"
