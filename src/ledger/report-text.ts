import { Decimal } from 'decimal.js';
import { unitPattern } from '../figures/units.ts';

/** What `/progress` was given: 「新建污水管网 65公里 截至三月底」. */
export interface ReportText {
  /** Which indicator, in the reporter's words. */
  readonly indicator: string;
  /** The quantity as typed, without spaces: 65公里, 1.2万亩. */
  readonly text: string;
  /** In `unit`: 1.2万亩 is 12000. */
  readonly value: number;
  /** Without 万 or 亿: 公里, 亩, %; empty where none was written. */
  readonly unit: string;
  /** What follows the quantity; empty where nothing does. */
  readonly note: string;
}

const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

// What stands before a number may not end in a letter, digit or dot, so that the 2.5 of PM2.5 is none; 「65/80公里」 gives
// the first of the two.
const number = '(-?[0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(?:\\/\\s*[0-9][0-9,.]*\\s*)?([百千万亿]*)';
const withUnit = new RegExp(`(?<![A-Za-z0-9.])${number}(${unitPattern})`, 'g');
const end = '(?=[\\s,，;；。(（]|$)';
const bare = new RegExp(`(?<![A-Za-z0-9./-])${number}()${end}`, 'g');
const followedByEnd = new RegExp(`^${end}`);

/**
 * Takes a report apart; null where there is no number by itself or with a unit, or nothing before it that says what it
 * measures. Where several quantities stand in it, the first one that a space or the text's end follows is meant, since
 * numbers may stand inside an indicator (400总吨以下船舶 20艘).
 */
export function parseReportText(input: string): ReportText | null {
  const folded = input.normalize('NFKC').trim();
  const behindName = (pattern: RegExp): RegExpExecArray[] =>
    [...folded.matchAll(pattern)].filter(({ index }) => folded.slice(0, index).trim() !== '');
  const matches = behindName(withUnit);
  const match =
    matches.find((each) => followedByEnd.test(folded.slice(each.index + each[0].length))) ??
    matches[0] ??
    behindName(bare)[0];
  if (match === undefined) return null;
  const [whole, digits = '', scale = '', unit = ''] = match;
  const factor = Array.from(scale).reduce((product, char) => product * (scales[char] ?? 1), 1);
  return {
    indicator: trimEdges(folded.slice(0, match.index)),
    text: `${digits}${scale}${unit}`,
    value: new Decimal(digits.replaceAll(',', '')).times(factor).toNumber(),
    unit,
    note: trimEdges(folded.slice(match.index + whole.length)),
  };
}

const trimEdges = (text: string): string => text.replace(/^[\s,，;；:：。]+|[\s,，;；:：。]+$/g, '');
