"""Which schema the data conform to, so that anybody can check them again."""

from __future__ import annotations

from dataclasses import dataclass

from coeurdeville.schemas.model import TableSchema


@dataclass(frozen=True)
class SchemaReference:
    """A schema as it is cited."""

    name: str
    title: str = ""
    version: str = ""
    address: str = ""
    """Where it is kept; empty for a schema that only the package holds."""

    @classmethod
    def of(cls, schema: TableSchema) -> SchemaReference:
        """As its descriptor says: `path`, for lack of it `homepage`."""
        places = (schema.descriptor.get(key) for key in ("path", "homepage"))
        address = next((one for one in places if isinstance(one, str) and "://" in one), "")
        return cls(schema.name, schema.title, schema.version, address)

    def __str__(self) -> str:
        """`Arbres urbains 1.0.0`."""
        return " ".join(part for part in (self.title or self.name, self.version) if part)
