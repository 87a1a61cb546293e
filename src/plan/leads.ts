import type { Block, PlainDocument } from '../documents/plain-document.ts';
import { readChineseNumber } from '../text/chinese-number.ts';
import { readMarker } from './markers.ts';
import { findMeasures, type MeasureSpan } from './measures.ts';
import { trimSpan } from './sentences.ts';

/** A paragraph that opens with what it is about; `style` says which others continue its row. */
interface Candidate extends MeasureSpan {
  readonly style: 'numbered' | 'short' | 'halves' | 'aspect';
}

const longestLead = 20;
/** Behind a dash or a time: 「——五年来，综合实力迈上新台阶。」 */
const time = '(?:[一二三四五六七八九十]+年来|一年来|过去(?:的)?[一三五]年|这[一三五]年|[三五]年间)[，,]';
const numbered = /^([一二三四五六七八九十]{1,2})是(?=[\u4e00-\u9fff“"「])[^。；;：:，,]{2,}/;
const short = new RegExp(`^(?:${time})?[^。；;：:，,！？!?（(]{4,${longestLead}}(?=。)`);
/** 「坚持向实而行，产业筋骨更加强健。」: a lead may have two halves; without a dash in front, one of a row only. */
const half = '[^。；;：:，,！？!?（(]{4,20}';
const halves = new RegExp(`^(?:${time})?${half}[，,]${half}(?=。)`);
const aspect = /^[\u4e00-\u9fff、]{2,12}方面(?=[，,：:])/;
/** So many in a row are no ordinary sentences that happen to have two halves. */
const shortestRowOfHalves = 3;
const quantified = /\d|[一二三四五六七八九十百千万两]+[个所家座处条项户人名次场件大]/;

/**
 * Finds paragraphs in a row that each open with a lead: 「一是…。」 a paragraph each, 「稳楼市防风险。推动…」,
 * 「学前教育方面，…」. One alone is an ordinary sentence. Keys are the starts of the paragraphs.
 */
export function findLeads({ text, blocks }: PlainDocument): ReadonlyMap<number, MeasureSpan> {
  const leads = new Map<number, MeasureSpan>();
  let row: Candidate[] = [];
  const close = (): void => {
    if (row.length >= (row[0]?.style === 'halves' ? shortestRowOfHalves : 2))
      for (const lead of row) leads.set(lead.start, lead);
    row = [];
  };
  for (const block of blocks) {
    if (isHeading(text, block)) {
      close();
      continue;
    }
    const lead = readLead(text, block);
    const last = row.at(-1);
    if (lead !== null && last !== undefined && continues(last, lead)) row.push(lead);
    // 「一是…」 may have a second paragraph; other leads stand one below the other.
    else if (lead !== null || last?.style !== 'numbered') {
      close();
      if (lead !== null) row = [lead];
    }
  }
  close();
  return leads;
}

const isHeading = (text: string, block: Block): boolean =>
  block.kind === 'table' || block.outline !== null || readMarker(text.slice(block.start, block.end)) !== null;

const continues = (last: Candidate, next: Candidate): boolean =>
  last.style === next.style && (next.style !== 'numbered' || next.ordinal === (last.ordinal ?? 0) + 1);

function readLead(text: string, block: Block): Candidate | null {
  const line = text.slice(block.start, block.end);
  const dashes = /^[—-]+\s*/.exec(line)?.[0].length ?? 0;
  const span = trimSpan(text, { start: block.start + dashes, end: block.end });
  const body = text.slice(span.start, span.end);
  const count = numbered.exec(body);
  if (count && findMeasures(text, span).length === 0)
    return lead(span, 'numbered', count[0], `${count[1] ?? ''}是`, readChineseNumber(count[1] ?? ''));
  const about = aspect.exec(body) ?? short.exec(body) ?? halves.exec(body);
  if (!about || quantified.test(about[0].replace(new RegExp(`^${time}`), ''))) return null;
  // A lead has something to lead.
  if (body.length < about[0].length + 10) return null;
  const style = about[0].endsWith('方面') ? 'aspect' : dashes > 0 || !halves.test(body) ? 'short' : 'halves';
  return lead(span, style, about[0], '', null);
}

const lead = (
  span: { readonly start: number; readonly end: number },
  style: Candidate['style'],
  heading: string,
  marker: string,
  ordinal: number | null,
): Candidate => ({
  ...span,
  style,
  marker,
  ordinal,
  heading: { start: span.start, end: span.start + heading.length },
});
