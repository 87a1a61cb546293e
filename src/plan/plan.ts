import type { PlainDocument, Span, TableRow, TableBlock } from '../documents/plain-document.ts';
import type { Place } from './place.ts';

/** heading: stands on its own or opens a paragraph (一、 (一) 1. #); measure: inside a paragraph (一是 第一). */
export type SectionKind = 'heading' | 'measure' | 'appendix';

/** A node of the plan's outline. Offsets cover the heading; `bodyEnd` is where its content ends. */
export interface Section extends Span {
  readonly id: number;
  readonly kind: SectionKind;
  /** Depth by nesting, 1 the outermost; texts skip levels, so this is not the marker's rank. */
  readonly level: number;
  /** As printed: 「一、」「(二)」「1.」「二是」; empty for unnumbered headings. */
  readonly marker: string;
  readonly ordinal: number | null;
  /** Without its marker. */
  readonly title: string;
  /** Headings from the outermost to this one, each a slice of the text. */
  readonly path: readonly string[];
  readonly parent: Section | null;
  readonly bodyEnd: number;
}

/** What is embedded, retrieved and cited: a sentence, or a row of a table. */
export interface Passage extends Span {
  readonly id: number;
  readonly kind: 'sentence' | 'row';
  /** null before the first heading. */
  readonly section: Section | null;
  /** The slice of the document; for a row its header and cells, joined for reading. */
  readonly text: string;
  readonly page: number | null;
  /** Set for a row. */
  readonly table: { readonly block: TableBlock; readonly row: TableRow } | null;
}

export interface ParseWarning {
  readonly message: string;
  readonly at: number;
}

/** A work plan as parsed: its outline and passages over the document it stands in. */
export interface Plan {
  /** Stable for the same bytes: the first 12 hex digits of the file's checksum. */
  readonly id: string;
  /** From the text; null where it has none. */
  readonly title: string | null;
  /** The year that the plan is for; null where the text gives none or a placeholder. */
  readonly year: number | null;
  /** Whose plan it is; null where its title page names no place. */
  readonly place: Place | null;
  readonly document: PlainDocument;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly warnings: readonly ParseWarning[];
}
