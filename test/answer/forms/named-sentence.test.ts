import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const plan = await loadWords(`2026年工作要点
一、重点任务
推进适龄女孩免费接种两价疫苗，目标人群接种率达到90%。开展师德专题教育，评选表彰“最美教师”50名。
启动沉陷区治理二期工程，治理面积20平方公里，搬迁居民2860户。
`);

describe('inNamedSentence', () => {
  it('finds the figure of the kind asked for in the sentence that is named', () => {
    expect(outcome(find(plan, '沉陷区治理二期工程，治理面积是几平方公里'))).toEqual(['治理面积 20平方公里']);
    expect(outcome(find(plan, '免费接种两价疫苗的接种率要到多少'))).toEqual(['目标人群接种率 90%']);
  });

  it('takes no number of the clause before for what has a clause of its own, without one', async () => {
    const hospitals = await loadWords(
      '2026年工作要点\n一、任务\n加快市第一人民医院北院区建设，规划床位800张；推进市传染病医院新院区前期工作。新建公路3公里。',
    );
    expect(outcome(find(hospitals, '市传染病医院新院区有多少张床位'))).toEqual(['refused: no-number']);
    expect(outcome(find(hospitals, '市第一人民医院北院区有多少张床位'))).toEqual(['规划床位 800张']);
  });

  it('takes no figure for a part of the year that the sentence does not tell of', () => {
    expect(outcome(find(plan, '沉陷区治理二期工程，一季度治理面积是几平方公里'))).toEqual(['refused: unknown']);
  });

  it('takes no other figure of the sentence', () => {
    expect(find(plan, '师德专题教育要覆盖多少名教师').kind).toBe('refusal');
    expect(find(plan, '沉陷区治理二期工程要用多少天').kind).toBe('refusal');
  });
});
