// What MapLibre says, in French.
export const WORDS = {
  "Map.Title": "Carte. Les flèches la déplacent, Entrée lit ce qui est au centre.",
  "NavigationControl.ZoomIn": "Agrandir la carte",
  "NavigationControl.ZoomOut": "Réduire la carte",
  "ScaleControl.Meters": "m",
  "ScaleControl.Kilometers": "km",
  "CooperativeGesturesHandler.WindowsHelpText": "Ctrl et la molette changent l’échelle",
  "CooperativeGesturesHandler.MacHelpText": "⌘ et la molette changent l’échelle",
  "CooperativeGesturesHandler.MobileHelpText": "Deux doigts déplacent la carte",
};
