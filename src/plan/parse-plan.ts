import type { PlainDocument, Span, TableBlock, TextBlock } from '../documents/plain-document.ts';
import { readMarker, type Marker } from './markers.ts';
import { findAspects, findMeasures, findRunIns, type MeasureSpan } from './measures.ts';
import { findLeads } from './leads.ts';
import { isAdvertisement } from './noise.ts';
import { OutlineBuilder } from './outline.ts';
import type { ParseWarning, Passage, Plan, Section } from './plan.ts';
import { splitSentences, trimSpan } from './sentences.ts';
import { rowText } from './table-text.ts';
import { readPlace } from './place.ts';
import { readTitle, readYear } from './title-and-year.ts';

/** Words that open a speech or a new turn in it: they end whatever numbered part came before. */
const salutation = /^(?:各位(?:代表|委员|领导|同志)|同志们|代表们)/;
/** 「对以上实事，市政府将…」 behind a row of items speaks of them all. */
const remarks = /^(?:对于?|针对|就)?(?:以上|上述)[^。；]{2,12}[，,]/;
const longestHeading = 60;
const longestTitleInPath = 40;
const frontLines = 8;

/** Reads a document's outline and passages, from front to back; positions are recorded on the way. */
export function parsePlan(document: PlainDocument): Plan {
  return new PlanParser(document).parse();
}

class PlanParser {
  readonly #document: PlainDocument;
  readonly #outline: OutlineBuilder;
  readonly #passages: Passage[] = [];
  readonly #warnings: ParseWarning[] = [];
  readonly #front: Span[] = [];
  readonly #leads: ReadonlyMap<number, MeasureSpan>;

  constructor(document: PlainDocument) {
    this.#document = document;
    this.#outline = new OutlineBuilder(document);
    this.#leads = findLeads(document);
  }

  parse(): Plan {
    const { blocks, text } = this.#document;
    let inFront = true;
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'table') {
        inFront = false;
        this.#table(block);
        continue;
      }
      const line = text.slice(block.start, block.end);
      if (isAdvertisement(line)) {
        this.#warn('略去了一行广告', block.start);
        continue;
      }
      const marker = this.#nextItem(line) ?? this.#markerOf(block, line);
      inFront &&= this.#isFrontMatter(block, line, marker, index);
      if (inFront) this.#front.push(block);
      else this.#block(block, line, marker);
    }
    this.#outline.closeTo(0, text.length);
    for (const match of text.matchAll(/……略……/g)) this.#warn('原文此处有省略', match.index);
    const title = readTitle(this.#document, this.#front);
    const sections = this.#outline.sections;
    return {
      id: this.#document.checksum.slice(0, 12),
      title,
      place: readPlace(this.#document, title),
      year: readYear(this.#document, title, this.#front, sections),
      document: this.#document,
      sections,
      passages: this.#passages,
      warnings: this.#warnings,
    };
  }

  /** Title, subtitle, office, date: short lines without a full stop before anything else. */
  #isFrontMatter(block: TextBlock, line: string, marker: Marker | null, index: number): boolean {
    if (index >= frontLines || salutation.test(line) || line.length > 80 || /[。；]$/.test(line)) return false;
    // A file's first heading without a number is its title, whatever its level.
    if (block.outline !== null && marker === null) return this.#front.length === 0 || block.outline === 1;
    // 「附件1」 alone above the title: the plan was sent round with a notice.
    return marker === null || (index === 0 && marker.style === 'appendix' && marker.text === line.trim());
  }

  #block(block: TextBlock, line: string, marker: Marker | null): void {
    const { outline } = block;
    if (marker === null && this.#titlesAppendix(block, line)) {
      this.#outline.titleCurrent(trimSpan(this.#document.text, block));
      return;
    }
    if (salutation.test(line) && !this.#isBelowHeading(block))
      this.#outline.closeTo(Math.min(1, this.#outline.depth), block.start);
    if (marker !== null || outline !== null || this.#isPlainHeading(line)) {
      this.#headingBlock(block, line, marker);
      return;
    }
    if (remarks.test(line)) this.#outline.closeItem(block.start);
    this.#outline.closeMeasures(block.start);
    const dashes = /^[—-]+\s*/.exec(line)?.[0].length ?? 0;
    this.#body({ start: block.start + dashes, end: block.end }, block.page);
  }

  /** 「（二）“十四五”发展成就」, 「各位代表！过去五年…」: the first words of a part end none before them. */
  #isBelowHeading({ start }: TextBlock): boolean {
    const { current } = this.#outline;
    return current !== null && this.#document.text.slice(current.end, start).trim() === '';
  }

  /** 「2026年十件民生实事」 in the line below 「附件1」. */
  #titlesAppendix(block: TextBlock, line: string): boolean {
    const { current } = this.#outline;
    return (
      current?.kind === 'appendix' &&
      current.title === '' &&
      line.length <= longestHeading &&
      !/[。；：，,;:]/.test(line) &&
      !statesSomething(line) &&
      this.#isBelowHeading(block)
    );
  }

  /** 「名词解释」 right below 「附件1」 opens no part beside it: what follows belongs to 附件1. */
  #markerOf(block: TextBlock, line: string): Marker | null {
    const marker = readMarker(line);
    const titlesAppendix = this.#outline.current?.kind === 'appendix' && this.#isBelowHeading(block);
    return marker?.text === '' && titlesAppendix ? null : marker;
  }

  /** 「6.15分钟便民生活圈」 behind the fifth item is the sixth one, and no number with decimals. */
  #nextItem(line: string): Marker | null {
    const digits = /^(\d{1,2})[.．](?=\d{1,2}[^\d.．、\s])/.exec(line)?.[1];
    return digits !== undefined && Number(digits) - 1 === this.#outline.ordinalOf('decimal')
      ? { style: 'decimal', text: line.slice(0, digits.length + 1), ordinal: Number(digits) }
      : null;
  }

  /** An unnumbered line that continues a row of such headings. */
  #isPlainHeading(line: string): boolean {
    return this.#outline.isOpen('plain') && line.length <= 20 && !/[。；，：,;:.]/.test(line);
  }

  #headingBlock(block: TextBlock, line: string, marker: Marker | null): void {
    const contentAt = marker === null ? 0 : marker.text.length;
    const content = line.slice(contentAt);
    const stop = /[。；：:]/.exec(content)?.index ?? content.length;
    const sentence = content.slice(0, stop);
    const rest = content.slice(stop + 1).trim();
    // 「1.抓实项目建设。全年安排…」: the first sentence is the heading, unless it states something itself.
    const statesItself = statesSomething(sentence) || (rest === '' && /[。；]\s*$/.test(content));
    const titleLength = this.#titleLength(sentence);
    const start = block.start;
    const headingEnd = trimSpan(this.#document.text, { start, end: start + contentAt + titleLength }).end;
    const title = content.slice(0, titleLength).trim();
    this.#outline.heading({ span: { start, end: headingEnd }, marker, title, outline: block.outline });
    // 「**（一）强化服务。** 新增…」: what closes the bold type is no text.
    const marks = /^[*_]+/.exec(content.slice(stop + 1))?.[0].length ?? 0;
    const bodyAt = statesItself ? contentAt : contentAt + Math.min(stop + 1 + marks, content.length);
    if (statesItself || rest !== '') this.#body({ start: start + bodyAt, end: block.end }, block.page);
  }

  #titleLength(sentence: string): number {
    // 「1. 新建体育馆5座（责任科室：…」: a note on who and when is no part of the title.
    const note = /[(（](?:责任|牵头|完成时限|配合)[^()（）]*$/.exec(sentence)?.index ?? 0;
    if (note > 0) return note;
    if (sentence.length <= longestTitleInPath) return sentence.length;
    const comma = /[，,]/.exec(sentence)?.index ?? sentence.length;
    return Math.min(comma, longestHeading);
  }

  /** A paragraph's text: its measures become sections, its sentences passages. */
  #body(span: Span, page: number | null): void {
    const { text } = this.#document;
    const trimmed = trimSpan(text, span);
    let at = trimmed.start;
    for (const measure of this.#measures(trimmed)) {
      const { start, end, heading, marker, ordinal } = measure;
      this.#between({ start: at, end: start }, page);
      const title = text.slice(heading.start + marker.length, heading.end).trim();
      const section = this.#outline.measure(heading, marker, ordinal, title);
      const ownSentence = /[。；;：:]/.test(text[heading.end] ?? '') && !statesSomething(title);
      const marks = /^[*_]+/.exec(text.slice(heading.end + 1, end))?.[0].length ?? 0;
      this.#sentences({ start: ownSentence ? heading.end + 1 + marks : start + marker.length, end }, section, page);
      at = end;
    }
    this.#between({ start: at, end: trimmed.end }, page);
  }

  #measures(paragraph: Span): readonly MeasureSpan[] {
    const { text } = this.#document;
    const inside = findMeasures(text, paragraph);
    if (inside.length > 0) return inside;
    const aspects = findAspects(text, paragraph);
    if (aspects.length > 0) return aspects;
    const lead = this.#leads.get(paragraph.start);
    return lead === undefined ? findRunIns(text, paragraph) : [lead];
  }

  /** Text of a paragraph that belongs to none of its measures. */
  #between(span: Span, page: number | null): void {
    if (trimSpan(this.#document.text, span).end <= span.start) return;
    this.#outline.closeMeasures(span.start);
    this.#sentences(span, this.#outline.current, page);
  }

  #sentences(span: Span, section: Section | null, page: number | null): void {
    const { text } = this.#document;
    for (const { start: from, end } of splitSentences(text, span)) {
      // What opens or closes bold type in a Markdown text.
      const start = from + (/^\*+/.exec(text.slice(from, end))?.[0].length ?? 0);
      const sentence = text.slice(start, end);
      if (!/[\p{L}\p{N}]/u.test(sentence) || isAdvertisement(sentence)) continue;
      this.#passages.push({
        id: this.#passages.length,
        kind: 'sentence',
        section,
        text: sentence,
        start,
        end,
        page,
        table: null,
      });
    }
  }

  #table(block: TableBlock): void {
    this.#outline.closeMeasures(block.start);
    for (const row of block.rows) {
      const { start, end } = row;
      const text = rowText(block, row);
      if (text === '') continue;
      const section = this.#outline.current;
      this.#passages.push({
        id: this.#passages.length,
        kind: 'row',
        section,
        text,
        start,
        end,
        page: block.page,
        table: { block, row },
      });
    }
  }

  #warn(message: string, at: number): void {
    this.#warnings.push({ message, at });
  }
}

/** A sentence with a number besides years and ordinals says something; a bare title does not. */
function statesSomething(sentence: string): boolean {
  const bare = sentence.replace(/(?:20|19)?\d{2}[-—至到]?(?:\d{4})?年|[“”"「][^“”"」]*[”"」]/g, '');
  return (
    /\d|[一二三四五六七八九十百千万两]{2,}[个所家座处条项户人名次场]|百分之/.test(bare) || /[，,].*[，,]/.test(bare)
  );
}
