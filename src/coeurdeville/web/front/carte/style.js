// From the layers that an edition tells to a style of MapLibre. The worker fetches and cuts the shapes.
const GROUND = "#F1F3F4", MUTED = "#566270", PAPER = "#FFFFFF";
const HATCH = "hatch", NO_FILL = "none";
const UNKNOWN = ["==", ["get", "c"], null], KNOWN = ["!=", ["get", "c"], null];
const IGN = "https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}";

// How far shapes are simplified, in pixels; areas smaller than a square of that side are left out, so what is measured stays fine.
const FINE = 0.25, COARSE = 0.5;
// Beyond so many areas they are the size of buildings: their edges appear once the map is close enough not to hide the classes.
const CROWD = 1000, FAR = 15.5, NEAR = 17;
export const BACKGROUND = "ign";

export function styleOf(told, folder, shown, background) {
  const sources = {}, layers = [{ id: "sol", type: "background", paint: { "background-color": GROUND } }];
  if (background) {
    sources[BACKGROUND] = { type: "raster", tiles: [IGN], tileSize: 256, maxzoom: 19 };
    layers.push({ id: BACKGROUND, type: "raster", source: BACKGROUND });
  }
  for (const layer of told.layers) {
    sources[layer.id] = { type: "geojson", data: new URL(layer.file, folder).href, maxzoom: 15, buffer: 16, tolerance: layer.measure ? FINE : COARSE };
    const visibility = shown.has(layer.id) ? "visible" : "none";
    layers.push(...layersOf(layer, background).map((one) => ({ ...one, source: layer.id, layout: { ...one.layout, visibility } })));
  }
  return { version: 8, sources, layers };
}

// Each layer with whether it lies over what is measured: there, edges keep the pale ground apart from every class.
export function stacked(layers) {
  const first = layers.findIndex(({ measure }) => measure);
  return layers.map((layer, rank) => ({ ...layer, over: first !== -1 && rank > first }));
}

export function layersOf(layer, background = false) {
  return { area: areas, line: lines, point: points }[layer.geometry](layer, background);
}

function areas(layer, background) {
  const { id, classes, measure, unknown, over } = layer;
  if (classes.every((one) => one.colour === NO_FILL)) return [{ id, type: "line", paint: { "line-color": MUTED, "line-width": 1.6 } }];
  const opacity = background ? 0.65 : 1;
  const edge = measure ? { "fill-outline-color": edgeOf(layer) } : over ? { "fill-outline-color": MUTED } : {};
  const drawn = [{ id, type: "fill", filter: KNOWN, paint: { "fill-color": colourOf(classes), "fill-opacity": opacity, ...edge } }];
  if (unknown) drawn.push(
    { id: `${id}-inconnu`, type: "fill", filter: UNKNOWN, paint: { "fill-pattern": HATCH } },
    { id: `${id}-bord`, type: "line", filter: UNKNOWN, paint: { "line-color": MUTED, "line-width": 0.8 } },
  );
  return drawn;
}

function edgeOf({ classes }) {
  const crowded = classes.reduce((sum, { count }) => sum + count, 0) > CROWD;
  return crowded ? ["interpolate", ["linear"], ["zoom"], FAR, colourOf(classes), NEAR, MUTED] : MUTED;
}

function lines({ id, classes, unknown, over }) {
  const width = ["interpolate", ["exponential", 1.5], ["zoom"], 11, 0.6, 14, 2, 18, 10];
  const round = { "line-cap": "round", "line-join": "round" };
  const drawn = over && classes.length === 1 ? [{ id: `${id}-bord`, type: "line", layout: round, paint: { "line-color": MUTED, "line-width": 0.5, "line-gap-width": width } }] : [];
  drawn.push({ id, type: "line", filter: KNOWN, layout: round, paint: { "line-color": colourOf(classes), "line-width": width } });
  if (unknown) drawn.push({ id: `${id}-inconnu`, type: "line", filter: UNKNOWN, paint: { "line-color": MUTED, "line-width": 1.5, "line-dasharray": [2, 2] } });
  return drawn;
}

function points({ id, classes, unknown }) {
  const radius = ["interpolate", ["exponential", 1.4], ["zoom"], 11, 1.2, 14, 2.6, 18, 8];
  const drawn = [{ id, type: "circle", filter: KNOWN, paint: { "circle-color": colourOf(classes), "circle-radius": radius, "circle-opacity": classes.length === 1 ? 0.5 : 1 } }];
  if (unknown) drawn.push({ id: `${id}-inconnu`, type: "circle", filter: UNKNOWN, paint: { "circle-color": PAPER, "circle-radius": radius, "circle-stroke-color": MUTED, "circle-stroke-width": 1.2 } });
  return drawn;
}

function colourOf(classes) {
  if (classes.length === 1) return classes[0].colour;
  return ["match", ["get", "c"], ...classes.slice(0, -1).flatMap((one, rank) => [rank, one.colour]), classes.at(-1).colour];
}

// Slanted lines for what is not known, as on the drawn map: drawn once, asked for by the layers that need it.
export function hatch(map, id) {
  if (id !== HATCH || map.hasImage(id)) return;
  const size = 16, canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
  const pen = canvas.getContext("2d");
  pen.fillStyle = PAPER;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = MUTED;
  pen.lineWidth = 1.6;
  for (const shift of [-size, -size / 2, 0, size / 2, size]) {
    pen.moveTo(shift, size);
    pen.lineTo(shift + size, 0);
  }
  pen.stroke();
  map.addImage(id, pen.getImageData(0, 0, size, size), { pixelRatio: 2 });
}
