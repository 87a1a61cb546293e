import type { Span } from '../documents/plain-document.ts';
import { readChineseNumber } from '../text/chinese-number.ts';
import { trimSpan } from './sentences.ts';

/** 「一是…」, 「一要…」 or 「第一，…」 inside a paragraph: its marker, its heading and how far it reaches. */
export interface MeasureSpan extends Span {
  readonly marker: string;
  /** null for a lead without a number: 「学前教育方面」. */
  readonly ordinal: number | null;
  /** The marker with the words up to the first stop: 「二是深化城镇治污」. */
  readonly heading: Span;
}

const patterns = [
  // 「一是」 at the start of a sentence or clause; not in 「统一是」. A printed line may end behind 是.
  /(?<=^|[。；;：:，,！？*\s])([一二三四五六七八九十]{1,3})[\r\n]*是(?=[\r\n]*[\u4e00-\u9fff“"「])/g,
  // 「一要…。二要…」, 「一抓…」: tasks of a speech.
  /(?<=^|[。；;：:！？*\s])([一二三四五六七八九十]{1,3})(?:要(?![求素件点闻害道塞])|抓|靠|看|查|盯|促|强|稳|保|补|防|扩)(?=[\r\n]*[\u4e00-\u9fff“"「])/g,
  // 「第一，」 「第二、」 「第三：」
  /(?<=^|[。；;：:！？*\s])第([一二三四五六七八九十]{1,3})[，,、：:]/g,
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

const aspect = /(?<=^|[。；;])[\u4e00-\u9fff、]{2,12}方面(?=[，,：:])/g;

/**
 * 「学前教育方面，…。义务教育方面，…。」 in one paragraph: each reaches to the next one, or, where most of them are one
 * sentence long, to the end of its own, since what follows is then about something else.
 */
export function findAspects(text: string, { start, end }: Span): MeasureSpan[] {
  const paragraph = text.slice(start, end);
  const found = [...paragraph.matchAll(aspect)].filter(
    ({ 0: words }) => !/^(?:另一|一|各|这|其他|两|多)个?方面$/.test(words),
  );
  if (found.length < 2) return [];
  const spans = found.map(({ index, 0: words }, at) => {
    const next = start + (found[at + 1]?.index ?? paragraph.length);
    const stop = text.indexOf('。', start + index);
    const sentence = stop < 0 ? next : Math.min(stop + 1, next);
    return { heading: { start: start + index, end: start + index + words.length }, sentence, next };
  });
  const brief = spans.slice(0, -1).filter(({ sentence, next }) => sentence === next).length * 2 >= spans.length - 1;
  return spans.map(({ heading, sentence, next }) => ({
    ...trimSpan(text, { start: heading.start, end: brief ? sentence : next }),
    marker: '',
    ordinal: null,
    heading,
  }));
}

/** 「各位代表！」 addresses the hall and leads nothing. */
const runIn = /(?<=^|[。！；;])(?!各位|同志们|朋友们)[\u4e00-\u9fff“”、]{4,14}(?=[。！][^\s])/g;

/** 「防灾减灾经受考验。有效应对…。安全形势总体平稳。…」: short sentences that lead the others; one alone is a sentence. */
export function findRunIns(text: string, { start, end }: Span): MeasureSpan[] {
  const paragraph = text.slice(start, end);
  const found = [...paragraph.matchAll(runIn)];
  if (found.length < 2) return [];
  return found.map(({ index, 0: words }, at) => ({
    ...trimSpan(text, { start: start + index, end: start + (found[at + 1]?.index ?? paragraph.length) }),
    marker: '',
    ordinal: null,
    heading: { start: start + index, end: start + index + words.length },
  }));
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
