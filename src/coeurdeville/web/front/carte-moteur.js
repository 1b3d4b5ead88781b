// The engine of the map: MapLibre, the layers of a service, what is read of its objects, the state in the address.
import { Map as Sheet, NavigationControl, ScaleControl, setWorkerUrl } from "maplibre-gl";
import { BACKGROUND, hatch, layersOf, stacked, styleOf } from "./carte/style.js";
import { listLayers } from "./carte/legend.js";
import { readObjects } from "./carte/reading.js";
import { keepState, stateOf } from "./carte/address.js";
import { WORDS } from "./carte/words.js";

const MARGIN = 2;
const PARTLY = "Une partie de la carte n’a pas pu être chargée. Recharger la page pour réessayer.";
const NO_BACKGROUND = "Le fond de plan de l’IGN ne répond pas. Le reste de la carte se lit sans lui.";

export function able() {
  return Boolean(document.createElement("canvas").getContext("webgl2"));
}

export function draw(box, edition) {
  const told = { ...edition, layers: stacked(edition.layers) };
  const state = stateOf(location.hash);
  const shown = new Set(state.layers ?? told.layers.filter((layer) => layer.visible).map((layer) => layer.id));
  setWorkerUrl(new URL(box.dataset.ouvrier, location.href).href);
  const map = new Sheet({
    container: box.querySelector("[data-toile]"),
    style: styleOf(told, new URL(box.dataset.fichiers, location.href), shown, box.dataset.fond === "ign"),
    ...(state.centre ? { center: state.centre, zoom: state.zoom } : { bounds: told.view, fitBoundsOptions: { padding: 8 } }),
    maxBounds: wider(told.bounds),
    maxZoom: 19, maxPitch: 0, dragRotate: false, pitchWithRotate: false, touchPitch: false,
    cooperativeGestures: true, attributionControl: false, fadeDuration: 0, locale: WORDS, renderWorldCopies: false,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  map.setMissingStyleImageResolver((id) => hatch(map, id));
  tell(map, box);
  listLayers(box, told, shown, (layer, visible) => toggle(map, layer, visible));
  readObjects(map, box, told);
  keepState(map, box, shown);
}

// Loading, then whatever could not be fetched: said once, the background map apart.
function tell(map, box) {
  const state = box.querySelector("[data-etat]"), failed = new Set();
  map.once("idle", () => { state.hidden = failed.size === 0; });
  map.on("error", ({ error, sourceId }) => {
    if (failed.has(sourceId)) return;
    failed.add(sourceId);
    console.warn(error);
    state.hidden = false;
    state.textContent = sourceId === BACKGROUND ? NO_BACKGROUND : PARTLY;
  });
}

function toggle(map, layer, visible) {
  for (const { id } of layersOf(layer)) map.setLayoutProperty(id, "visibility", visible ? "visible" : "none");
}

function wider([west, south, east, north]) {
  const across = (east - west) * MARGIN, along = (north - south) * MARGIN;
  return [west - across, south - along, east + across, north + along];
}
