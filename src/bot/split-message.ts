import type { RichText, Run } from './rich-text.ts';

/** Telegram's limits: UTF-16 units after parsing, bytes before it. */
export interface TextLimits {
  readonly units: number;
  readonly bytes: number;
}

export const MESSAGE_LIMITS: TextLimits = { units: 4096, bytes: 32_768 };
export const CAPTION_LIMITS: TextLimits = { units: 1024, bytes: 32_768 };

/** Where a line that is too long by itself may be cut, in order of liking. */
const BREAKS: readonly RegExp[] = [/[。！？!?；;]/g, /[，,、：:]/g, /\s/g];

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

/**
 * Cuts a text into parts that Telegram takes, at line ends; a longer line at a sentence's end, a comma, a space, or,
 * failing those, between two characters. Looks go on across a cut. Nothing is lost but the line end at a cut.
 */
export function splitMessage(rich: RichText, limits: TextLimits = MESSAGE_LIMITS): RichText[] {
  const parts: RichText[] = [];
  let rest = wellFormed(rich);
  for (;;) {
    const text = rest.map((run) => run.text).join('');
    const longest = longestPrefix(text, limits);
    if (longest >= text.length) {
      if (text.trim() !== '') parts.push(rest);
      return parts;
    }
    const cut = bestCut(text, longest);
    const [head, tail] = cutAt(rest, cut);
    if (text.slice(0, cut).trim() !== '') parts.push(head);
    rest = text[cut] === '\n' ? cutAt(tail, 1)[1] : tail;
  }
}

/** How many units fit, never ending inside a surrogate pair. */
function longestPrefix(text: string, { units, bytes }: TextLimits): number {
  let used = 0;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const pair = isHigh(unit) && isLow(text.charCodeAt(at + 1));
    const size = pair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    const width = pair ? 2 : 1;
    if (at + width > units || used + size > bytes) break;
    used += size;
    at += width;
  }
  return at;
}

function bestCut(text: string, longest: number): number {
  // A line end just behind the part may be the cut itself, since it is dropped.
  const line = text.lastIndexOf('\n', longest);
  if (line > 0) return line;
  for (const pattern of BREAKS) {
    const last = [...text.slice(0, longest).matchAll(pattern)].at(-1);
    if (last !== undefined && last.index > longest / 2) return last.index + last[0].length;
  }
  return longest;
}

function cutAt(rich: RichText, cut: number): readonly [RichText, RichText] {
  const head: Run[] = [];
  const tail: Run[] = [];
  let at = 0;
  for (const run of rich) {
    const inside = Math.min(Math.max(cut - at, 0), run.text.length);
    if (inside > 0) head.push({ ...run, text: run.text.slice(0, inside) });
    if (inside < run.text.length) tail.push({ ...run, text: run.text.slice(inside) });
    at += run.text.length;
  }
  return [head, tail];
}

/** Half of a surrogate pair cannot be sent at all. */
const wellFormed = (rich: RichText): RichText =>
  rich.map((run) => ({
    ...run,
    text: run.text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
  }));
