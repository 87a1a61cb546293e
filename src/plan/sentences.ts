import type { Span } from '../documents/plain-document.ts';

const closing = /[”’」』）)】》"']/;

/** 「石桥镇是多少？83%。」: a speaker's own question and its answer are one sentence. */
const answered = /^[？?](?:大?约|近|只有|才|仅)?\d[\d.]*[^\s\d,，。；;]{1,6}[,，。；;]/;

const answerLength = 24;

/**
 * Cuts a stretch of text into sentences: at 。！？ and at 「……」, each with the closing quotes behind it.
 * Spans are trimmed; empty ones are left out.
 */
export function splitSentences(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  let at = start;
  while (at < end) {
    const char = text[at] ?? '';
    const ellipsis = text.startsWith('……', at);
    if ((/[。！？!?]/.test(char) && !answered.test(text.slice(at, at + answerLength))) || ellipsis) {
      // An omission mark is no part of the sentence before or after it.
      let to = ellipsis ? at : at + 1;
      while (!ellipsis && to < end && (closing.test(text[to] ?? '') || /[。！？!?]/.test(text[to] ?? ''))) to += 1;
      spans.push({ start: from, end: to });
      at = ellipsis ? skipOmission(text, at, end) : to;
      from = at;
    } else at += 1;
  }
  spans.push({ start: from, end });
  return spans.map((span) => trimSpan(text, span)).filter((span) => span.end > span.start);
}

/** Behind 「……略……」 or a bare 「……」. */
function skipOmission(text: string, at: number, end: number): number {
  const match = /^…+(?:略…+)?/.exec(text.slice(at, Math.min(end, at + 12)));
  return at + (match?.[0].length ?? 2);
}

/** The span without white space at its ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}
