import type { Span } from '../documents/plain-document.ts';
import { readChineseNumber } from './chinese-number.ts';
import { trimSpan } from './sentences.ts';

/** 「一是…」 or 「第一，…」 inside a paragraph: its marker, its heading and how far it reaches. */
export interface MeasureSpan extends Span {
  readonly marker: string;
  readonly ordinal: number;
  /** The marker with the words up to the first stop: 「二是深化城镇治污」. */
  readonly heading: Span;
}

const patterns = [
  // 「一是」 at the start of a sentence or clause; not in 「统一是」.
  /(?<=^|[。；;：:，,！？\s])([一二三四五六七八九十]{1,3})是(?=[\u4e00-\u9fff“"「])/g,
  // 「第一，」 「第二、」 「第三：」
  /(?<=^|[。；;：:！？\s])第([一二三四五六七八九十]{1,3})[，,、：:]/g,
] as const;

const longestHeading = 40;

/** Finds the enumerations of a paragraph. One that doesn't begin with the first, or skips, is left alone. */
export function findMeasures(text: string, { start, end }: Span): MeasureSpan[] {
  const paragraph = text.slice(start, end);
  for (const pattern of patterns) {
    const found = inSequence(
      [...paragraph.matchAll(pattern)].map((match) => ({
        at: start + match.index,
        marker: match[0],
        ordinal: readChineseNumber(match[1] ?? '') ?? 0,
      })),
    );
    if (found.length < 2) continue;
    return found.map(({ at, marker, ordinal }, index) => {
      const span = trimSpan(text, { start: at, end: found[index + 1]?.at ?? end });
      const stop = /[。；;：:，,]/.exec(text.slice(at + marker.length, span.end));
      const length = Math.min(marker.length + (stop?.index ?? span.end - at), longestHeading);
      return { ...span, marker, ordinal, heading: { start: at, end: Math.min(at + length, span.end) } };
    });
  }
  return [];
}

/** Keeps the runs 一, 二, 三 …; a paragraph may hold more than one. */
function inSequence<T extends { readonly ordinal: number }>(found: readonly T[]): T[] {
  const kept: T[] = [];
  let next = 1;
  for (const entry of found) {
    if (entry.ordinal === 1 || entry.ordinal === next) {
      kept.push(entry);
      next = entry.ordinal + 1;
    }
  }
  return kept;
}
