import type { Light } from '../ledger/light.ts';

/** A spreadsheet colour: opacity, red, green, blue, two hex digits each. */
export interface CellFill {
  readonly argb: string;
}

/** The lights in a sheet: pale, so that the text on them stays readable. */
export const lightFill: Readonly<Record<Light, CellFill>> = {
  green: { argb: 'FFC6E7CE' },
  yellow: { argb: 'FFFBE9B0' },
  red: { argb: 'FFF6C7C3' },
  none: { argb: 'FFEDEFF2' },
};

/** The lights in a picture. They differ in brightness too, for eyes that tell red and green apart badly. */
export const lightColour: Readonly<Record<Light, string>> = {
  green: '#2e9e5b',
  yellow: '#f0b429',
  red: '#d64545',
  none: '#c3c9d1',
};

export const ink = {
  title: '#16202c',
  text: '#222d3a',
  faint: '#6b7785',
  line: '#e3e7ec',
  page: '#ffffff',
  track: '#eceff3',
};
