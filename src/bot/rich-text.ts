import type { MessageEntity } from 'grammy/types';

/** A stretch of text of one look. Text is never parsed, so nothing in it needs escaping. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** A quotation; `folded` shows three lines until it is tapped. */
  readonly quote?: 'open' | 'folded';
}

/** What a message says, independent of how it is sent. Lines are separated by \n inside the runs. */
export type RichText = readonly Run[];

export const plain = (text: string): RichText => [{ text }];
export const bold = (text: string): RichText => [{ text, bold: true }];
export const joinLines = (lines: readonly RichText[]): RichText =>
  lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]));

export const toPlain = (rich: RichText): string => rich.map(({ text }) => text).join('');

type Look = Omit<Run, 'text'>;
const looks: readonly {
  readonly key: keyof Look;
  readonly entity: (value: NonNullable<Look[keyof Look]>, offset: number, length: number) => MessageEntity;
}[] = [
  {
    key: 'quote',
    entity: (value, offset, length) => ({
      type: value === 'folded' ? 'expandable_blockquote' : 'blockquote',
      offset,
      length,
    }),
  },
  { key: 'bold', entity: (_, offset, length) => ({ type: 'bold', offset, length }) },
  { key: 'italic', entity: (_, offset, length) => ({ type: 'italic', offset, length }) },
];

/**
 * Text and entities as the Bot API takes them. Neighbouring runs of one look share an entity, unless an outer look ends
 * between them, since entities may nest but not overlap. Offsets are UTF-16 units.
 */
export function toEntities(rich: RichText): { readonly text: string; readonly entities: MessageEntity[] } {
  const entities: MessageEntity[] = [];
  for (const [index, { key, entity }] of looks.entries()) {
    const outer = looks.slice(0, index + 1).map((look) => look.key);
    let start = 0;
    let at = 0;
    let former: Run = { text: '' };
    const close = (): void => {
      const value = former[key];
      if (value !== undefined && value !== false && at > start) entities.push(entity(value, start, at - start));
    };
    for (const run of rich) {
      const last = former;
      if (outer.some((look) => run[look] !== last[look])) {
        close();
        start = at;
      }
      former = run;
      at += run.text.length;
    }
    close();
  }
  return { text: toPlain(rich), entities: entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length) };
}
