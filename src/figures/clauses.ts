import type { Span } from '../documents/plain-document.ts';

const opening = '“‘「《〈(（[【';
const closing = '”’」》〉)）]】';

/**
 * Cuts half-width text into comma clauses: at , ; : and sentence ends, but not inside quotation marks or brackets,
 * and not between the digits of 1,100 or 2:1.
 */
export function splitClauses(folded: string): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < folded.length; at += 1) {
    const char = folded[at] ?? '';
    if (opening.includes(char)) depth += 1;
    else if (closing.includes(char)) depth = Math.max(0, depth - 1);
    else if (/[,;:。!?]/.test(char) && (depth === 0 || char === '。') && !isInsideNumber(folded, at)) {
      spans.push({ start, end: at });
      start = at + 1;
      if (char === '。') depth = 0;
    }
  }
  spans.push({ start, end: folded.length });
  return spans.filter((span) => folded.slice(span.start, span.end).trim() !== '');
}

const isInsideNumber = (folded: string, at: number): boolean =>
  /\d/.test(folded[at - 1] ?? '') &&
  ((folded[at] === ',' && /^\d{3}(?!\d)/.test(folded.slice(at + 1, at + 5))) ||
    (folded[at] === ':' && /\d/.test(folded[at + 1] ?? '')));
