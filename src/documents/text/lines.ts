import type { Span } from '../plain-document.ts';

// \r alone ends lines of old Macs; form feed and vertical tab come from printers' exports and from Word.
const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;

/** The lines of a text without their line ends, blank ones included. */
export function splitLines(text: string, start = 0, end = text.length): Span[] {
  const lines: Span[] = [];
  let from = start;
  lineEnd.lastIndex = start;
  for (let match = lineEnd.exec(text); match !== null && match.index < end; match = lineEnd.exec(text)) {
    lines.push({ start: from, end: match.index });
    from = match.index + match[0].length;
  }
  if (from <= end) lines.push({ start: from, end });
  return lines;
}

/** The span without white space at its ends; full-width indentation (U+3000) counts as white space. */
export function trimSpan(text: string, span: Span): Span {
  const slice = text.slice(span.start, span.end);
  const start = span.start + (slice.length - slice.trimStart().length);
  return { start, end: Math.max(start, span.start + slice.trimEnd().length) };
}
