import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/answer/answer.ts';
import { renderLines, renderPages } from '../../src/bot/render-answer.ts';
import { toEntities, toPlain } from '../../src/bot/rich-text.ts';

const line = (role: Line['role'], text: string): Line => ({ role, slots: [{ kind: 'words', text }] });

describe('renderLines', () => {
  it('puts the figure in bold, names source and quotation, and quotes', () => {
    const { text, entities } = toEntities(
      renderLines([
        line('headline', '80公里'),
        line('detail', '新建'),
        line('source', '二、'),
        line('quote', '新建80公里。'),
      ]),
    );
    expect(text).toBe('80公里\n新建\n出处：二、\n原文：新建80公里。');
    expect(entities).toEqual([
      { type: 'bold', offset: 0, length: 4 },
      { type: 'blockquote', offset: 14, length: 10 },
    ]);
  });

  it('folds a long quotation, shows it whole, or leaves it out, as the chat likes', () => {
    const lines = [line('headline', '1'), line('quote', '字'.repeat(200))];
    const types = (style: 'expandable' | 'full' | 'none'): string[] =>
      toEntities(renderLines(lines, style)).entities.map(({ type }) => type);
    expect(types('expandable')).toContain('expandable_blockquote');
    expect(types('full')).toContain('blockquote');
    expect(types('none')).toEqual(['bold']);
  });

  it('keeps the words of a line that names its source itself', () => {
    expect(toPlain(renderLines([line('source', '出处：二、')]))).toBe('出处：二、');
  });
});

describe('renderPages', () => {
  const lines = fc.array(
    fc.record({
      role: fc.constantFrom('group', 'item', 'item', 'item'),
      text: fc.stringMatching(/^[甲乙丙丁]{1,40}$/),
    }),
    { minLength: 1, maxLength: 120 },
  );

  it('loses nothing, ends no page but the last with a heading, and begins in the middle of a group with its heading', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const source = given.map(({ role, text }, index) => line(role as Line['role'], `${index}${text}`));
        const pages = renderPages(source).map((page) => toPlain(page).split('\n'));
        const shown = pages.flat().filter((text) => !text.endsWith('（续）'));
        expect(shown).toEqual(given.map(({ role, text }, index) => `${role === 'item' ? '· ' : ''}${index}${text}`));
        for (const page of pages.slice(0, -1)) expect(page.at(-1)).toMatch(/^· /);
        for (const page of pages.slice(1)) {
          if (given.some(({ role }) => role === 'group')) continue;
          expect(page[0]).toMatch(/^· /);
        }
      }),
    );
  });

  it('keeps a short list on one page', () => {
    expect(renderPages([line('group', 'a'), line('item', 'b')])).toHaveLength(1);
  });
});
