// The colours of every picture: opaque and neutral, so that light and dark chats show the same.

export const paper = '#fbfaf7';
/** Text; at least 4.5 to 1 on paper and on the tint. */
export const ink = '#1c2733';
export const softInk = '#4a5866';
export const grid = '#dfe3e6';
export const rail = '#8794a1';
/** What the eye should find first. White text stands on it. */
export const accent = '#1d5fa8';
export const onAccent = '#ffffff';
export const tint = '#e6eff9';

/** Areas, at least 3 to 1 on paper; neighbours differ in hue and in lightness. */
export const areas = [
  '#2b6cb0',
  '#d9730d',
  '#0f766e',
  '#b83280',
  '#5c8a1e',
  '#6b46c1',
  '#c53030',
  '#2389a8',
  '#8a5a2b',
  '#55657a',
  '#9a7d0a',
  '#3c4a9e',
] as const;

/** The colour of the debt at an index; after twelve they begin again. */
export function areaColour(index: number): string {
  return areas[index % areas.length] ?? areas[0];
}
