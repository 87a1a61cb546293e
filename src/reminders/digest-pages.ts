import type { Line, Slot } from '../answer/answer.ts';
import { lineText } from '../answer/render-text.ts';
import { digestHead, groupLines, sourceLine, type Digest } from './digest.ts';

/** UTF-16 units a message may have; Telegram takes 4,096, the rest is for what a surface puts around it. */
export const pageUnits = 3800;
/** More messages than this at once are a flood; what is left over is counted in the last one. */
export const pagesAtMost = 5;
/** A single line may not fill a page, however long an indicator is. */
const lineUnits = 600;

/**
 * A digest as messages: the head on the first one, every group of lines with its source on the same message. Where a
 * group is cut, each part has the source. `lateFor` is the instant that a 补发 was due at.
 */
export function digestPages(digest: Digest, lateFor: number | null = null): readonly (readonly Line[])[] {
  const pages: Line[][] = [];
  let page: Line[] = digestHead(digest, lateFor).map(clip);
  let used = unitsOf(page);
  let shown = 0;
  const total = digest.groups.reduce((sum, { standings }) => sum + standings.length, 0);
  for (const group of digest.groups) {
    const source = clip(sourceLine(group, digest));
    const sourceUnits = unitsOf([source]);
    let open = 0; // lines of this group on the current page
    for (const line of groupLines(group, digest).map(clip)) {
      const units = unitsOf([line]);
      if (used + units + sourceUnits > pageUnits) {
        if (open > 0) page.push(source);
        if (pages.length === pagesAtMost - 1) return [...pages, [...page, restLine(total - shown)]];
        pages.push(page);
        page = [];
        used = 0;
        open = 0;
      }
      page.push(line);
      used += units;
      open += 1;
      shown += 1;
    }
    if (open > 0) page.push(source);
    used += sourceUnits;
  }
  return page.length === 0 ? pages : [...pages, page];
}

const restLine = (count: number): Line => ({
  role: 'note',
  slots: [
    { kind: 'words', text: '其余' },
    { kind: 'count', text: String(count), count },
    { kind: 'words', text: '项未列出，请发送 /progress 或 /export 查看。' },
  ],
});

/** Each line with the line end behind it. */
const unitsOf = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + lineText(line).length + 1, 0);

/** Shortens names and paths of a line that is too long; figures, reports and dates are never cut. */
function clip(line: Line): Line {
  let excess = lineText(line).length - lineUnits;
  if (excess <= 0) return line;
  const slots = line.slots.flatMap((slot): Slot[] => {
    const canShrink = slot.kind === 'indicator' || slot.kind === 'section' || slot.kind === 'quote';
    if (excess <= 0 || !canShrink || slot.text.length <= 40) return [slot];
    const kept = Math.max(40, slot.text.length - excess - 1);
    excess -= slot.text.length - kept - 1;
    return [
      { ...slot, text: wholeCharacters(slot.text.slice(0, kept)) },
      { kind: 'words', text: '…' },
    ];
  });
  return { ...line, slots };
}

/** Without a lone half of a surrogate pair at the end. */
const wholeCharacters = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '');
