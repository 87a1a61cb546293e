import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEntities, toPlain, type RichText, type Run } from '../../src/bot/rich-text.ts';
import { MESSAGE_LIMITS, splitMessage } from '../../src/bot/split-message.ts';
import { checkText } from '../fake-api/text.ts';

const pieces = ['字', '😀', '𠮷', 'a', ' ', '\n', '。', '，', '<b>', '&', '👨‍👩‍👧', 'é'];
const text = (max: number) => fc.array(fc.constantFrom(...pieces), { maxLength: max }).map((parts) => parts.join(''));
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: text(60),
    bold: fc.boolean(),
    italic: fc.boolean(),
    quote: fc.constantFrom('open' as const, 'folded' as const),
  },
  { requiredKeys: ['text'] },
);
const rich: fc.Arbitrary<RichText> = fc.array(run, { maxLength: 12 });
const limits = fc.record({ units: fc.integer({ min: 4, max: 120 }), bytes: fc.integer({ min: 8, max: 300 }) });

const withoutLineEnds = (value: string): string => value.replace(/\s/g, '');

describe('splitMessage', () => {
  it('gives parts within both limits that lose and change nothing', () => {
    fc.assert(
      fc.property(rich, limits, (body, given) => {
        const parts = splitMessage(body, given);
        for (const part of parts) {
          const shown = toPlain(part);
          expect(shown.length).toBeLessThanOrEqual(given.units);
          expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(given.bytes);
          expect(shown.trim()).not.toBe('');
          expect(shown).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
        }
        expect(withoutLineEnds(parts.map(toPlain).join(''))).toBe(withoutLineEnds(toPlain(body)));
      }),
    );
  });

  it('keeps every look: what was bold before is bold after', () => {
    const boldText = (parts: readonly RichText[]): string =>
      withoutLineEnds(
        parts
          .flatMap((part) => part.filter((entry) => entry.bold === true))
          .map((entry) => entry.text)
          .join(''),
      );
    fc.assert(
      fc.property(rich, limits, (body, given) => {
        expect(boldText(splitMessage(body, given))).toBe(boldText([body]));
      }),
    );
  });

  it('gives entities that the server takes', () => {
    fc.assert(
      fc.property(rich, (body) => {
        for (const part of splitMessage(body, { units: 50, bytes: 200 })) {
          const { text: sent, entities } = toEntities(part);
          expect(checkText(sent, { entities }, MESSAGE_LIMITS.units)).toBe(sent);
        }
      }),
    );
  });

  it('cuts at a line end, and drops that line end', () => {
    const parts = splitMessage([{ text: 'aaaa\nbbbb\ncccc' }], { units: 9, bytes: 100 });
    expect(parts.map(toPlain)).toEqual(['aaaa\nbbbb', 'cccc']);
  });

  it('cuts a long line behind a sentence, else behind a comma, else between characters', () => {
    const cut = (body: string): string[] => splitMessage([{ text: body }], { units: 8, bytes: 100 }).map(toPlain);
    expect(cut('一二三四五。七八九')).toEqual(['一二三四五。', '七八九']);
    expect(cut('一二三四五，七八九')).toEqual(['一二三四五，', '七八九']);
    expect(cut('一二三四五六七😀九')).toEqual(['一二三四五六七', '😀九']);
  });

  it('turns half of a surrogate pair into a mark, since it could not be sent', () => {
    expect(splitMessage([{ text: 'a\uD83Db' }]).map(toPlain)).toEqual(['a\uFFFDb']);
  });

  it('gives nothing for nothing', () => {
    expect(splitMessage([{ text: ' \n ' }])).toEqual([]);
  });
});

describe('toEntities', () => {
  it('joins neighbouring runs of one look, and nests a figure in its quotation', () => {
    const { text: shown, entities } = toEntities([
      { text: '原文：', quote: 'open' },
      { text: '80公里', quote: 'open', bold: true },
      { text: '\n后' },
    ]);
    expect(shown).toBe('原文：80公里\n后');
    expect(entities).toEqual([
      { type: 'blockquote', offset: 0, length: 7 },
      { type: 'bold', offset: 3, length: 4 },
    ]);
  });

  it('counts UTF-16 units', () => {
    expect(toEntities([{ text: '😀' }, { text: 'b', bold: true }]).entities).toEqual([
      { type: 'bold', offset: 2, length: 1 },
    ]);
  });
});
