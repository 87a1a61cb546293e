import type { Line, Slot } from '../answer/answer.ts';
import type { QuoteStyle } from '../storage/chats.ts';
import { joinLines, toPlain, type RichText, type Run } from './rich-text.ts';

/** A quotation longer than this is folded. */
const LONG_QUOTE = 120;
/** A page of a long list: so many lines, and so many units, fit a telephone. */
const PAGE_LINES = 24;
const PAGE_UNITS = 3000;

/** An answer's lines as they look in a message: the figure in bold, headings in bold, the sentence as a quotation. */
export const renderLines = (lines: readonly Line[], quoteStyle: QuoteStyle = 'expandable'): RichText =>
  joinLines(shownLines(lines, quoteStyle).map((line) => renderLine(line, quoteStyle)));

/**
 * The same in pages for a list that is long. No page ends with a heading; one that goes on within a group begins with
 * that group's heading.
 */
export function renderPages(lines: readonly Line[], quoteStyle: QuoteStyle = 'expandable'): RichText[] {
  const pages: Rendered[][] = [];
  let page: Rendered[] = [];
  let group: Rendered | null = null;
  for (const line of shownLines(lines, quoteStyle)) {
    const rendered: Rendered = { role: line.role, body: renderLine(line, quoteStyle) };
    if (page.length > 0 && !fits([...page, rendered])) {
      const lastItem = page.findLastIndex(({ role }) => role !== 'group');
      // A page of nothing but headings stays one.
      const headings = lastItem < 0 ? [] : page.slice(lastItem + 1);
      pages.push(page.slice(0, page.length - headings.length));
      const goesOn = headings.length === 0 && line.role !== 'group' ? group : null;
      page = goesOn !== null ? [{ role: 'group', body: [...goesOn.body, { text: '（续）' }] }] : [...headings];
    }
    if (line.role === 'group') group = rendered;
    page.push(rendered);
  }
  return [...pages, page].map((shown) => joinLines(shown.map(({ body }) => body)));
}

interface Rendered {
  readonly role: Line['role'];
  readonly body: RichText;
}

const fits = (page: readonly Rendered[]): boolean =>
  page.length <= PAGE_LINES && page.reduce((units, { body }) => units + toPlain(body).length + 1, 0) <= PAGE_UNITS;

const shownLines = (lines: readonly Line[], quoteStyle: QuoteStyle): readonly Line[] =>
  quoteStyle === 'none' ? lines.filter(({ role }) => role !== 'quote') : lines;

/** What a line of its kind begins with; a line that says it itself keeps its own words. */
const leads: Partial<Record<Line['role'], string>> = { source: '出处：', quote: '原文：', item: '· ' };

function renderLine(line: Line, quoteStyle: QuoteStyle): RichText {
  const slots = line.slots.map((slot) => renderSlot(slot, line.role));
  const lead = leads[line.role] ?? '';
  const runs = lead === '' || toPlain(slots).startsWith(lead) ? slots : [{ text: lead }, ...slots];
  if (line.role !== 'quote') return runs;
  const length = toPlain(runs).length;
  const quote = quoteStyle === 'expandable' && length > LONG_QUOTE ? 'folded' : 'open';
  return runs.map((run) => ({ ...run, quote }));
}

function renderSlot(slot: Slot, role: Line['role']): Run {
  const isBold = role === 'headline' || role === 'group' || (slot.kind === 'figure' && role !== 'quote');
  return { text: slot.text, ...(isBold ? { bold: true } : {}) };
}
