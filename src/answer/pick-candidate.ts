import { readChineseNumber } from '../text/chinese-number.ts';
import type { Finding } from './finding.ts';

const ordinal = /^(?:那|选|要|我问|我要|是)?第([一二三四五六七八九十]|\d{1,2})(?:个|项|条)?(?:呢|吧|的)?[?？。]?$/;

/** Which of the candidates just listed is meant: 「第二个」 is 2; null where the words are no such choice. */
export function chosenPlace(question: string): number | null {
  const printed = ordinal.exec(question.trim())?.[1];
  if (printed === undefined) return null;
  return /^\d+$/.test(printed) ? Number(printed) : readChineseNumber(printed);
}

/** The one figure of a list at a place, counted from one; null where the finding lists none there. */
export function pickFrom(finding: Finding, place: number): Finding | null {
  if (
    finding.kind !== 'ambiguous' &&
    finding.kind !== 'list' &&
    finding.kind !== 'filter' &&
    finding.kind !== 'reverse'
  )
    return null;
  const figure = finding.figures[place - 1];
  return figure === undefined ? null : { kind: 'figure', figures: [figure], related: [] };
}
