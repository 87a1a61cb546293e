import { describe, expect, it } from 'vitest';
import { withoutBreakdown } from '../../../src/answer/forms/breakdown.ts';
import type { Finding } from '../../../src/answer/finding.ts';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { noMeanings } from '../../../src/answer/ranking/rank.ts';
import { loadWords } from '../support.ts';
import { find } from './find.ts';

const loaded = await loadWords(
  '# 2026年要点\n\n新增学位3600个。新建公园9个。新建学校9所，其中东山县4所、西河县5所。\n\n| 地区 | 改造公厕（座） |\n| --- | --- |\n| 东山县 | 20 |\n| 西河县 | 30 |\n',
  'plan.md',
);
const of = (...texts: readonly string[]) => loaded.figures.filter(({ quantity }) => texts.includes(quantity.text));

describe('withoutBreakdown', () => {
  const kept = (question: string, ...texts: readonly string[]): boolean => {
    const found: Finding = { kind: 'figure', figures: of(...texts), related: [] };
    const query = readQuestion(question, loaded.plan);
    return withoutBreakdown({ loaded, query, meanings: noMeanings }, found) === found;
  };

  it.each([
    ['新增的学位，各乡镇各多少个', ['3600个'], false],
    ['新增的学位，各县区多少个', ['3600个'], false],
    ['新增的学位多少个', ['3600个'], true],
    ['学位和学校各多少', ['3600个', '9所'], true],
    ['新建学校各县区分别多少所', ['4所', '5所'], true],
    ['改造公厕各县区分别多少座', ['20', '30'], true],
    // The number for all of another thing breaks down nothing.
    ['学位和学校各县区多少', ['3600个', '9所'], false],
    ['学位和公园各县区多少', ['3600个', '9个'], false],
  ])('takes no number for all for what is asked one by one: %s %j', (question, texts, expected) => {
    expect(kept(question, ...texts)).toBe(expected);
  });

  it('is refused with the number for all beside it', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n全市新增学位3600个，招聘教师90名。新建公园9个。');
    expect(find(plan, '新增学位和招聘教师各县各多少')).toMatchObject({
      kind: 'refusal',
      reason: 'not-broken-down',
      related: [{ quantity: { text: '3600个' } }, { quantity: { text: '90名' } }],
    });
  });
});
