import { describe, expect, it } from 'vitest';
import type { PlanFigure, Slot } from '../../src/answer/answer.ts';
import { derive } from '../../src/answer/compose/derive.ts';
import { count, figure, indicator, line, quote, sectionPath, words, year } from '../../src/answer/compose/slots.ts';
import { verifyLines } from '../../src/answer/verify.ts';
import type { Figure, Quantity } from '../../src/figures/figure.ts';
import { loadWords } from './support.ts';

const { plan, figures } = await loadWords(
  `# 2025年工作要点

## 一、重点任务

新建污水管网80公里，受污染耕地安全利用率达93%以上，PM2.5监测站改造12.5万平方米。创建示范村三百二十个，新建公路85公里。

## 附件

| 指标 | 单位 | 2025年目标 |
| --- | --- | --- |
| 老旧小区改造 | 万户 | 1.8 |
`,
  'plan.md',
);
const of = (text: string): Figure => figures.find(({ quantity }) => quantity.text === text)!;
const pipes = of('80公里');
const roads = of('85公里');
const faults = (...slots: readonly Slot[]): string[] =>
  verifyLines([line('note', ...slots)]).map(({ reason }) => reason);
const placed = (figure: Figure): PlanFigure => ({ plan, figure });
/** A figure whose quantity was changed on its way. */
const tampered = (figure: Figure, quantity: Partial<Quantity>): Figure => ({
  ...figure,
  quantity: { ...figure.quantity, ...quantity },
});

describe('verifyLines', () => {
  it('finds every figure of the test plan', () => {
    expect(figures.map(({ quantity }) => quantity.text)).toEqual(
      ['80公里', '93%', '12.5万平方米', '三百二十个', '85公里', '1.8'], // prettier-ignore
    );
  });

  describe('words', () => {
    it.each(['文件中没有找到这项内容。', '上一年完成', '有', '您问哪一个？', '第一次提到', '统一安排'])(
      'pass without a numeral: %s',
      (text) => {
        expect(faults(words(text))).toEqual([]);
      },
    );

    it.each(['共80公里', '80', '８０公里', '三百二十个', '百分之九十五', '三分之二', '两成', '①项任务是20项', '1.8'])(
      'fail with a numeral: %s',
      (text) => {
        expect(faults(words(text))).toHaveLength(1);
      },
    );
  });

  describe('figures', () => {
    it.each(figures.map((figure) => [figure.quantity.text, figure] as const))('pass as printed: %s', (_, own) => {
      expect(faults(figure(plan, own))).toEqual([]);
    });

    it.each([
      ['one character late', { start: pipes.quantity.start + 1, end: pipes.quantity.end + 1 }],
      ['one character early', { start: pipes.quantity.start - 1, end: pipes.quantity.end - 1 }],
      ['too short', { end: pipes.quantity.end - 1 }],
      ['at another figure', { start: roads.quantity.start, end: roads.quantity.end }],
      ['with a changed digit', { text: '90公里' }],
      ['with a digit more', { text: '800公里' }],
      ['without its first digit', { text: '0公里', start: pipes.quantity.start + 1 }],
      ['without its last digit', { text: '8', end: pipes.quantity.start + 1 }],
      ['with a number in its qualifier', { qualifier: '比去年多20公里的' }],
      ['with a unit that brings a number', { unitElsewhere: '/300人' }],
    ])('fail %s', (_, quantity) => {
      expect(faults(figure(plan, tampered(pipes, quantity)))).toHaveLength(1);
    });

    it.each(['81公里', '8公里', '800公里', '80 公里', '约80公里', '八十公里'])(
      'fail where %s is shown for 80公里',
      (text) => {
        expect(faults({ kind: 'figure', text, figure: placed(pipes) })).toHaveLength(1);
      },
    );

    it('fail where the plan is another one', async () => {
      const { plan: other } = await loadWords('2025年工作要点\n一、任务\n新建公路70公里。');
      expect(faults({ kind: 'figure', text: '80公里', figure: { plan: other, figure: pipes } })).toHaveLength(1);
    });
  });

  describe('indicators', () => {
    it.each(figures.map((figure) => [figure.indicator, figure] as const))(
      'pass with the words of their passage: %s',
      (_, own) => {
        expect(faults(indicator(plan, own))).toEqual([]);
      },
    );

    it.each([
      '新建800公里污水管网',
      'PM10监测站',
      '新建8公里污水管网',
      '第2批污水管网',
      '１９处污水管网',
      '四十个污水管网',
    ])('fail with a foreign numeral: %s', (text) => {
      expect(faults({ kind: 'indicator', text, figure: placed(pipes) })).toHaveLength(1);
    });
  });

  describe('quotations', () => {
    it('pass as slices of the text', () => {
      for (const passage of plan.passages) expect(faults(quote(plan, passage))).toEqual([]);
    });

    it('fail with one character changed, moved or left out', () => {
      const { kind, text, passage } = quote(plan, pipes.passage) as Extract<Slot, { kind: 'quote' }>;
      for (const wrong of [
        text.replace('8', '9'),
        text.replace('新', '改'),
        text.slice(1),
        `${text} `,
        text.slice(0, -1),
      ])
        expect(faults({ kind, text: wrong, passage })).toHaveLength(1);
      expect(faults({ kind, text, passage: { ...passage, span: { start: passage.span.start + 1, end: passage.span.end + 1 } } })).toHaveLength(1); // prettier-ignore
    });

    it('fail as a row with a number that the table lacks', () => {
      const row = plan.passages.find(({ kind }) => kind === 'row')!;
      const slot = quote(plan, row) as Extract<Slot, { kind: 'quote' }>;
      expect(slot.text).toContain('1.8');
      expect(faults({ ...slot, text: slot.text.replace('1.8', '2.8') })).toHaveLength(1);
      expect(faults({ ...slot, text: slot.text.replace('2025', '2026') })).toHaveLength(1);
    });
  });

  describe('headings', () => {
    it('pass as the text has them', () => {
      for (const section of [...plan.sections, null]) expect(faults(sectionPath(plan, section))).toEqual([]);
    });

    it.each(['一、重点任务 › 二是新建90公里', '2026年工作要点', '第3部分'])(
      'fail with a numeral that stands nowhere: %s',
      (text) => {
        expect(faults({ kind: 'section', text, plan })).toHaveLength(1);
      },
    );
  });

  describe('derived values', () => {
    const derived = derive('difference', [placed(pipes), placed(roads)])!;
    const slot = { kind: 'derived', text: derived.text, derived } as const;

    it('pass where they follow', () => {
      expect(faults(slot)).toEqual([]);
    });

    it.each([
      ['another amount', { text: slot.text.replace('5公里', '6公里') }],
      ['more for less', { text: slot.text.replace(/[多少]/, (word) => (word === '多' ? '少' : '多')) }],
      ['the figures the other way round', { derived: { ...derived, from: derived.from.toReversed() } }],
      ['a figure left out', { derived: { ...derived, from: derived.from.slice(1) } }],
      ['another operation', { derived: { ...derived, operation: 'sum' as const } }],
      ['a value that is not the one shown', { derived: { ...derived, value: 6 } }],
      ['a unit that is not the one shown', { derived: { ...derived, unit: '亩' } }],
      [
        'figures that the text does not have',
        { derived: { ...derived, from: [tampered(pipes, { text: '81公里' }), roads].map(placed) } },
      ],
    ])('fail with %s', (_, change) => {
      expect(faults({ ...slot, ...change })).toHaveLength(1);
    });

    it('fail where their figures have no common unit', () => {
      const from = [pipes, of('93%')].map(placed);
      expect(faults({ ...slot, derived: { ...derived, from } })).toHaveLength(1);
    });
  });

  describe('counts', () => {
    it('pass as counted', () => {
      expect(faults(count(8))).toEqual([]);
    });

    it.each(['9', '08', '8项', '八'])('fail where %s is shown for 8', (text) => {
      expect(faults({ kind: 'count', text, count: 8 })).toHaveLength(1);
    });
  });

  describe('dates', () => {
    it.each(['2025年', '2025年第14周', '3月28日', '2025-03-28', '09:30', '3月28日 09:30'])('pass: %s', (text) => {
      expect(faults({ kind: 'date', text })).toEqual([]);
    });

    it.each(['80公里', '80', '2025年80个', '约2025年', '100%', ''])('fail: %s', (text) => {
      expect(faults({ kind: 'date', text })).toHaveLength(1);
    });

    it('pass as the builder makes them', () => {
      expect(faults(year(2025))).toEqual([]);
    });
  });

  it('names every faulty slot of every line', () => {
    const wrong = [words('80'), words('三百个')];
    expect(
      verifyLines([line('note', words('好'), wrong[0]!), line('item', wrong[1]!)]).map(({ slot }) => slot),
    ).toEqual(wrong);
  });
});
