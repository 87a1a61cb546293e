import type { PlainDocument, Span } from '../documents/plain-document.ts';
import { styleRank, type Marker, type MarkerStyle } from './markers.ts';
import type { Section, SectionKind } from './plan.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface OpenSection {
  readonly section: Mutable<Section>;
  readonly style: MarkerStyle | 'measure';
  /** The level that the file's format gives, where it does. */
  readonly outline: number | null;
}

/** What a heading is, before its place in the tree is known. */
export interface HeadingInput {
  readonly span: Span;
  readonly marker: Marker | null;
  readonly title: string;
  readonly outline: number | null;
}

/**
 * Builds the tree of sections while the document is read from front to back. Depth follows nesting:
 * a numbering that is open already continues its own level, whatever the customary rank of its style.
 */
export class OutlineBuilder {
  readonly sections: Section[] = [];
  readonly #open: OpenSection[] = [];
  readonly #document: PlainDocument;

  constructor(document: PlainDocument) {
    this.#document = document;
  }

  /** The innermost open section; null before the first heading. */
  get current(): Section | null {
    return this.#open.at(-1)?.section ?? null;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** True when a heading of this style is open, so that another one continues its row. */
  isOpen(style: MarkerStyle): boolean {
    return this.#open.some((entry) => entry.style === style);
  }

  /** The number of the innermost open item of a style; null where none is open. */
  ordinalOf(style: MarkerStyle): number | null {
    return this.#open.findLast((entry) => entry.style === style)?.section.ordinal ?? null;
  }

  heading({ span, marker, title, outline }: HeadingInput): Section {
    const style = marker?.style ?? (outline === null ? 'plain' : 'outline');
    this.closeTo(this.#levelsKept(style, marker, outline), span.start);
    const kind = marker?.style === 'appendix' ? 'appendix' : 'heading';
    return this.#push(kind, style, span, marker, title, outline);
  }

  /** Opens a measure below the current heading, closing an earlier measure of the same paragraph. */
  measure(span: Span, marker: string, ordinal: number | null, title: string): Section {
    this.closeMeasures(span.start);
    return this.#push('measure', 'measure', span, { style: 'plain', text: marker, ordinal }, title, null);
  }

  closeMeasures(at: number): void {
    const first = this.#open.findIndex((entry) => entry.style === 'measure');
    if (first >= 0) this.closeTo(first, at);
  }

  /** Gives the innermost section, which has none, the title that stands in the line below its number. */
  titleCurrent({ start, end }: Span): void {
    const section = this.#open.at(-1)?.section;
    if (!section) return;
    section.title = this.#document.text.slice(start, end);
    // Each is a line of the text as it stands.
    section.path = [...section.path, section.title];
    section.end = end;
  }

  /** Closes the item of a list that is open, so that what follows belongs to the list; chapters stay open. */
  closeItem(at: number): void {
    this.closeMeasures(at);
    if (this.#open.length > 1) this.closeTo(this.#open.length - 1, at);
  }

  /** Leaves `levels` sections open; the others end at `at`. */
  closeTo(levels: number, at: number): void {
    while (this.#open.length > levels) {
      const closed = this.#open.pop();
      if (closed) closed.section.bodyEnd = at;
    }
  }

  #levelsKept(style: MarkerStyle, marker: Marker | null, outline: number | null): number {
    if (style === 'appendix') return outline === null ? 0 : this.#outerOutlines(outline);
    if (outline !== null) return this.#outerOutlines(outline);
    const same = this.#open.findLastIndex((entry) => entry.style === style);
    if (same >= 0 && this.#open[same]?.outline === null) return same;
    // A first item opens a list inside whatever is open; a later one without its list belongs further out.
    if (marker?.ordinal === 1 || style === 'plain') return this.#withoutMeasures();
    const inner = this.#open.findIndex(
      (entry) => entry.style === 'measure' || (entry.outline === null && styleRank(entry.style) >= styleRank(style)),
    );
    return inner < 0 ? this.#open.length : inner;
  }

  #outerOutlines(outline: number): number {
    const index = this.#open.findIndex((entry) => entry.outline === null || entry.outline >= outline);
    return index < 0 ? this.#open.length : index;
  }

  #withoutMeasures(): number {
    const first = this.#open.findIndex((entry) => entry.style === 'measure');
    return first < 0 ? this.#open.length : first;
  }

  #push(
    kind: SectionKind,
    style: OpenSection['style'],
    span: Span,
    marker: Marker | null,
    title: string,
    outline: number | null,
  ): Section {
    const parent = this.current;
    const heading = this.#document.text.slice(span.start, span.end);
    const section: Mutable<Section> = {
      id: this.sections.length,
      kind,
      level: this.#open.length + 1,
      marker: marker?.text ?? '',
      ordinal: marker?.ordinal ?? null,
      title,
      path: [...(parent?.path ?? []), heading],
      parent,
      start: span.start,
      end: span.end,
      bodyEnd: this.#document.text.length,
    };
    this.sections.push(section);
    this.#open.push({ section, style, outline });
    return section;
  }
}
