import { median } from './geometry.ts';
import type { TextLine } from './page-layout.ts';

/** Where the lines of a page's column begin and end. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** A page with this many lines shows its own margins; the last page of a text may hold short lines only. */
const ENOUGH_LINES = 10;

/** Margins of each line's page and column; sparse pages take those of the others. */
export function marginsOf(lines: readonly TextLine[]): (line: TextLine) => Margins {
  const groups = new Map<string, TextLine[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [line]);
    else group.push(line);
  }
  const extents = new Map([...groups].map(([key, group]) => [key, extentOf(group)]));
  const usual = new Map<number, Margins>();
  for (const column of [0, 1, 2]) {
    const known = [...groups].filter(([, group]) => group[0]?.column === column && group.length >= ENOUGH_LINES);
    const all = (known.length > 0 ? known : [...groups].filter(([, group]) => group[0]?.column === column)).map(
      ([, group]) => extentOf(group),
    );
    usual.set(column, {
      left: median(
        all.map((extent) => extent.left),
        Infinity,
      ),
      right: median(
        all.map((extent) => extent.right),
        -Infinity,
      ),
    });
  }
  return (line) => {
    const own = extents.get(keyOf(line)) ?? line;
    const common = usual.get(line.column);
    if (common === undefined || (groups.get(keyOf(line))?.length ?? 0) >= ENOUGH_LINES) return own;
    return { left: Math.min(own.left, common.left), right: Math.max(own.right, common.right) };
  };
}

const keyOf = (line: TextLine): string => `${line.page} ${line.column}`;

const extentOf = (lines: readonly TextLine[]): Margins => ({
  left: lines.reduce((least, line) => Math.min(least, line.left), Infinity),
  right: lines.reduce((most, line) => Math.max(most, textEnd(line)), -Infinity),
});

/** Where a line's text ends; a stop at its end may hang over the margin. */
const textEnd = ({ text, right, size }: TextLine): number =>
  /[，。、；：！？）】》”’]$/.test(text) ? right - size : right;
