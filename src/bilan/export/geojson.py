"""GeoJSON (RFC 7946): one Feature an incident, longitude before latitude, WGS 84.

A place that could not be resolved has a null geometry. A point is the middle of what is named; `precision` (UCDP's
where-code) and `radius_km` say how much room the words leave around it: a point never stands for more than that.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bilan.export.base import DEFAULT, ExportOptions, write_whole
from bilan.export.precision import MEASURED, radius_km
from bilan.export.privacy import release
from bilan.model.claim import Claim
from bilan.model.incident import Incident
from bilan.model.place import Place
from bilan.model.view import CasebookView
from bilan.model.wire import Row, actor_row, time_row
from bilan.model.wire_incident import figure_row

DECIMALS = 4  # of a degree: about 11 m, as ACLED gives centroids; more would be finer than any gazetteer name


@dataclass(frozen=True, slots=True)
class GeoJson:
    """Incidents for maps: QGIS, web maps, analysts' notebooks."""

    name: str = "geojson"
    media_type: str = "application/geo+json"
    suffix: str = ".geojson"
    summary: str = "GeoJSON: one feature an incident, with precision and figures"

    def write(self, view: CasebookView, path: Path, options: ExportOptions = DEFAULT) -> tuple[Path, ...]:
        """Write a FeatureCollection; claims in no incident are listed beside the features."""
        out = release(view, options)
        known = {str(claim.id): claim for claim in out.view.claims}
        collection = {
            "type": "FeatureCollection",
            "attribution": "Place names: GeoNames, CC BY 4.0",
            "features": [_feature(i, known) for i in sorted(out.view.incidents, key=lambda incident: incident.id)],
            "unlinked": [
                {"claim": item.claim, "reason": item.reason}
                for item in sorted(out.view.unlinked, key=lambda item: (item.claim, item.reason))
            ],
            "tombstones": [{"id": s.id, "kind": s.kind, "reason": s.reason} for s in out.tombstones],
        }
        text = json.dumps(collection, ensure_ascii=False, indent=1) + "\n"
        return (write_whole(path, text.encode("utf-8", "surrogatepass")),)


EXPORTER = GeoJson()


def _feature(incident: Incident, known: Mapping[str, Claim]) -> Row:
    time = time_row(incident.time) or {}
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": _geometry(incident.place),
        "properties": {
            "event": incident.event,
            "tags": list(incident.tags),
            "background": incident.background,
            "status": incident.status,
            "independent_sources": incident.independent_sources,
            **_place(incident.place),
            **{f"time_{key}": time.get(key) for key in ("text", "earliest", "latest", "precision", "anchor", "offset")},
            **_numbers(incident),
            "figures": [figure_row(figure) for figure in incident.figures],
            "actors": [actor_row(actor) for actor in incident.actors],
            "reports": list(incident.reports),
            "claims": list(incident.claims),
            "quotes": [known[claim].quote.exact for claim in incident.claims if claim in known],
        },
    }


def _geometry(place: Place | None) -> Row | None:
    if place is None or place.lon is None or place.lat is None:
        return None
    return {"type": "Point", "coordinates": [round(place.lon, DECIMALS), round(place.lat, DECIMALS)]}


def _place(place: Place | None) -> Row:
    precision = place.precision if place else None
    return {
        "place_text": place.text if place else None,
        "place_name": place.name if place else None,
        "place_id": place.id if place else None,
        "country": place.country if place else None,
        "precision": precision,
        "radius_km": radius_km(precision),
        "radius_basis": None if radius_km(precision) is None else "ucdp" if precision in MEASURED else "nominal",
    }


def _numbers(incident: Incident) -> Row:
    """Return killed and injured of all people flat, for programs that cannot look into lists."""
    flat: Row = {}
    for outcome in ("killed", "injured"):
        figure = next((f for f in incident.figures if f.outcome == outcome and f.people == "all"), None)
        for name in ("low", "best", "high", "open"):
            flat[f"{outcome}_{name}"] = getattr(figure, name) if figure else None
    return flat
