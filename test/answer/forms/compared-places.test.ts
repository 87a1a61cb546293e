import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

describe('comparedPlaces', async () => {
  const plan = await loadWords(
    '2026年工作要点\n一、2025年回顾\n东山县绿化覆盖率达到44.9%，西河县39.3%，我们41.4%。东山县新建公厕9座，投资3亿元；西河县新建公厕6座。\n二、任务\n绿化覆盖率达到43%，新建公厕12座。',
  );

  it.each([
    ['西河县和东山县去年的绿化覆盖率各是多少', ['西河县绿化覆盖率 39.3%', '东山县绿化覆盖率 44.9%']],
    ['东山县和我们去年的绿化覆盖率各是多少', ['东山县绿化覆盖率 44.9%', '绿化覆盖率 41.4%']],
    ['我们和西河县去年的绿化覆盖率相比，差多少', ['绿化覆盖率 41.4%', '西河县绿化覆盖率 39.3%']],
    ['东山去年绿化覆盖率比我们高多少', ['东山县绿化覆盖率 44.9%', '绿化覆盖率 41.4%']],
    ['东山县跟西河县去年新建公厕谁多', ['东山县新建公厕 9座', '西河县新建公厕 6座']],
  ])('gives each place its own figure of the one thing, in its order: %s', (question, expected) => {
    const found = find(plan, question);
    expect(found).toMatchObject({ kind: 'compare', by: 'indicator' });
    expect(outcome(found)).toEqual(expected);
  });

  it.each([
    ['东山县和南岭县去年新建公厕各多少座', ['refused: unknown']],
    ['东山县和西河县今年新建公厕各多少座', ['refused: no-number']],
  ])('leaves places alone that have no figure, or none of the time: %s', (question, expected) => {
    expect(outcome(find(plan, question))).toEqual(expected);
  });

  it('leaves one place alone', () => {
    expect(find(plan, '东山县去年新建公厕多少座')).toMatchObject({
      kind: 'figure',
      figures: [{ quantity: { text: '9座' } }],
    });
    expect(find(plan, '我们去年绿化覆盖率多少')).toMatchObject({
      kind: 'figure',
      figures: [{ quantity: { text: '41.4%' } }],
    });
  });

  it('leaves a sum and two years to their own forms', () => {
    expect(find(plan, '东山县、西河县去年新建公厕一共多少座').kind).toBe('list');
    expect(find(plan, '我们去年和今年绿化覆盖率差多少')).toMatchObject({ kind: 'compare', by: 'period' });
  });
});

describe('comparedPlaces in a table', async () => {
  const plan = await loadWords(
    '# 2026年工作要点\n\n## 一、任务\n\n全市招聘教师300人。\n\n| 县区 | 招聘教师（人） | 新建公厕（座） |\n| --- | --- | --- |\n| 澜川区 | 48 | 5 |\n| 平石县 | 52 | 7 |\n| 合计 | 100 | 12 |\n',
    'plan.md',
  );

  it.each([
    ['平石县和澜川区今年招聘教师谁多', ['平石县招聘教师 52', '澜川区招聘教师 48']],
    ['澜川和平石今年招聘教师各多少人', ['澜川区招聘教师 48', '平石县招聘教师 52']],
    ['平石县和全市今年招聘教师各多少人', ['平石县招聘教师 52', '招聘教师 300人']],
  ])('takes the rows of the places: %s', (question, expected) => {
    expect(outcome(find(plan, question))).toEqual(expected);
  });

  it('adds up where a sum is asked for', () => {
    const found = find(plan, '平石县和澜川区今年招聘教师一共多少人');
    expect(found).toMatchObject({ kind: 'list', sum: true });
    expect(outcome(found)).toEqual(['平石县招聘教师 52', '澜川区招聘教师 48']);
  });

  it.each(['全市平石县今年招聘教师多少人', '我市平石县招聘教师多少人'])(
    'takes one place in ours for one: %s',
    (question) => {
      expect(outcome(find(plan, question))).toEqual(['平石县招聘教师 52']);
    },
  );

  it.each(['澜川区招聘教师多少人，平石县新建公厕多少座', '澜川区、平石县今年招聘教师和新建公厕各多少'])(
    'does not take one thing for the two that are asked: %s',
    (question) => {
      expect(find(plan, question)).not.toMatchObject({ kind: 'compare' });
    },
  );

  it('leaves one row, and a place without one, alone', () => {
    expect(outcome(find(plan, '平石县今年招聘教师多少人'))).toEqual(['平石县招聘教师 52']);
    expect(find(plan, '平石县和望江县今年招聘教师各多少人').kind).toBe('refusal');
  });
});
