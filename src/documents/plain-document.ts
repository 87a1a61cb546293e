/** A half-open range of UTF-16 units in a document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type DocumentFormat = 'txt' | 'markdown' | 'docx' | 'pdf';

/** One paragraph or heading as the file lays it out. */
export interface TextBlock extends Span {
  readonly kind: 'text';
  /** Outline level where the format marks headings itself (Markdown #, Word heading styles), 1 the highest; else null. */
  readonly outline: number | null;
  /** 1-based page of a PDF, else null. */
  readonly page: number | null;
}

/** A cell's own text; merged cells repeat the same span in every row and column they cover. */
export interface TableCell extends Span {
  readonly text: string;
}

export interface TableRow extends Span {
  readonly cells: readonly TableCell[];
}

/** A table: the header rows first, then the body; every row has the same number of cells. */
export interface TableBlock extends Span {
  readonly kind: 'table';
  readonly page: number | null;
  readonly header: readonly TableRow[];
  readonly rows: readonly TableRow[];
}

export type Block = TextBlock | TableBlock;

/** Something odd that reading met and went on: a gap, an undecodable byte, a dropped picture. */
export interface ReadWarning {
  readonly message: string;
  readonly at: number | null;
}

/**
 * A file as read: its text and how it is laid out. Offsets everywhere in the program refer to `text`.
 * For txt and Markdown `text` is the decoded file, without its byte order mark, line ends as they stand.
 */
export interface PlainDocument {
  /** The file's name without its folder. */
  readonly name: string;
  readonly format: DocumentFormat;
  readonly text: string;
  /** In document order, without overlap. */
  readonly blocks: readonly Block[];
  readonly warnings: readonly ReadWarning[];
  /** SHA-256 of the file's bytes, hex. */
  readonly checksum: string;
}
