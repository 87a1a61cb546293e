import { describe, expect, it } from 'vitest';
import { findMeasures, findRunIns } from '../../src/plan/measures.ts';

const found = (text: string): string[] =>
  findMeasures(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
const headings = (text: string): string[] =>
  findMeasures(text, { start: 0, end: text.length }).map(({ heading }) => text.slice(heading.start, heading.end));

describe('findMeasures', () => {
  it('goes on where a printed line ends behind 二是', () => {
    const text = '一是抓项目扩\n投资。新建公路3公里。二是\n抓消费。改造市场2个。';
    expect(findMeasures(text, { start: 0, end: text.length }).map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });

  it('cuts a paragraph at 一是, 二是, 三是', () => {
    expect(found('实施行动。一是深化治理。完成改造。二是强化监管，查处案件。三是优化结构。')).toEqual([
      '一是深化治理。完成改造。',
      '二是强化监管，查处案件。',
      '三是优化结构。',
    ]);
  });

  it('takes the words up to the first stop as heading', () => {
    expect(headings('一是深化治理。完成改造。二是强化监管，查处案件。')).toEqual(['一是深化治理', '二是强化监管']);
  });

  it('cuts at 第一， and 第二、', () => {
    expect(headings('要做到三点。第一，提高站位。第二，压实责任。')).toEqual(['第一，提高站位', '第二，压实责任']);
  });

  it('cuts at 一要, 二要', () => {
    expect(headings('一要调结构。占比达到33%。二要控风险，减少到4家。')).toEqual(['一要调结构', '二要控风险']);
    expect(headings('一要求就办。二要素齐全。')).toEqual([]);
  });

  it.each(['看', '查', '盯', '促', '强', '稳', '保', '补', '防', '扩'])('cuts at 一%s', (verb) => {
    expect(headings(`一${verb}产业，新建3个。二${verb}环境，减少2家。`)).toEqual([`一${verb}产业`, `二${verb}环境`]);
  });

  it('finds them behind commas and semicolons', () => {
    expect(found('重点抓好：一是新建5所；二是改建3所；三是扩建2所。')).toHaveLength(3);
  });

  it('keeps offsets of the whole text', () => {
    const text = '前一段。\n一是甲项。二是乙项。\n后一段。';
    const [first, second] = findMeasures(text, { start: 5, end: 15 });
    expect(text.slice(first!.start, first!.end)).toBe('一是甲项。');
    expect(text.slice(second!.heading.start, second!.heading.end)).toBe('二是乙项');
  });

  it('begins again where a paragraph holds two rows', () => {
    expect(headings('一是甲，二是乙。另外，一是丙，二是丁。')).toEqual(['一是甲', '二是乙', '一是丙', '二是丁']);
  });

  it('cuts a heading without a stop at a bearable length', () => {
    const [first] = headings(`一是${'加强'.repeat(60)}。二是乙。`);
    expect(first!.length).toBeLessThanOrEqual(40);
  });

  it.each([
    '一是只有一项',
    '统一是关键，归一是目标',
    '二是没有开头。三是也没有。',
    '第一季度完成5个，第二季度完成6个',
    '第一产业增长3%，第二产业增长5%',
    '这是重点，那是难点',
    '',
  ])('leaves “%s” alone', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('findRunIns', () => {
  const runIns = (text: string): string[] =>
    findRunIns(text, { start: 0, end: text.length }).map(
      ({ start, end, heading }) => `${text.slice(heading.start, heading.end)}｜${text.slice(start, end)}`,
    );

  it('takes short sentences for the leads of those behind them', () => {
    expect(runIns('绿道建设提速。建成绿道12公里，设驿站5处。养护水平提高。修剪行道树300株。')).toEqual([
      '绿道建设提速｜绿道建设提速。建成绿道12公里，设驿站5处。',
      '养护水平提高｜养护水平提高。修剪行道树300株。',
    ]);
  });

  it.each([
    '绿道建设提速。建成绿道12公里。',
    '建成绿道12公里。修剪行道树300株。',
    '',
    '建成绿道12公里。群众更加满意。',
  ])('leaves a paragraph alone that has one or none: %s', (text) => {
    expect(runIns(text)).toEqual([]);
  });
});
