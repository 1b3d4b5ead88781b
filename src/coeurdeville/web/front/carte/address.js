// The state of the map in the fragment of the address: `#carte=13.5/47.65/-2.08&couches=mesure,contour`.
export function stateOf(fragment) {
  const told = new URLSearchParams(fragment.replace(/^#/, ""));
  const [zoom, latitude, longitude] = (told.get("carte") ?? "").split("/").map(Number);
  const placed = [zoom, latitude, longitude].every(Number.isFinite) && Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180;
  return {
    ...(placed ? { zoom, centre: [longitude, latitude] } : {}),
    ...(told.has("couches") ? { layers: told.get("couches").split(",").filter(Boolean) } : {}),
  };
}

// Written once the reader has moved the map or changed its layers: an address that was not touched stays short.
export function keepState(map, box, shown) {
  const write = () => {
    const { lng, lat } = map.getCenter();
    const place = `${map.getZoom().toFixed(2)}/${lat.toFixed(5)}/${lng.toFixed(5)}`;
    history.replaceState(null, "", `#carte=${place}&couches=${[...shown].join(",")}`);
    for (const link of box.querySelectorAll("[data-garder-etat]")) link.hash = location.hash;
  };
  map.once("idle", () => map.on("moveend", write));
  box.addEventListener("couches", write);
  for (const link of box.querySelectorAll("[data-garder-etat]")) link.hash = location.hash;
}
