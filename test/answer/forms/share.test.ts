import { describe, expect, it } from 'vitest';
import { findShare } from '../../../src/answer/forms/share.ts';
import { readInContext } from '../../../src/answer/follow-up.ts';
import { noMeanings } from '../../../src/answer/ranking/rank.ts';
import { engineOf, loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(`2026年工作要点
一、2025年回顾
查处案件80件，移送案件20件。培训干部300人，受理投诉60起，办结投诉47起，绿化率提高到38%，硬化率提高到90%，结案数增加9件。
二、任务
新建公路3公里。
`);

describe('findShare', () => {
  it.each([
    ['移送的案件占查处案件的几成', ['移送案件 20件', '查处案件 80件']],
    ['去年移送的案件占到查处案件总数的百分之几', ['移送案件 20件', '查处案件 80件']],
    ['去年，办结投诉大概占受理投诉的多大比例', ['办结投诉 47起', '受理投诉 60起']],
  ])('sets the part beside the whole: %s', (question, expected) => {
    expect(find(sample, question)).toMatchObject({ kind: 'compare', by: 'share' });
    expect(outcome(find(sample, question))).toEqual(expected);
  });

  it.each([
    ['another unit', '移送的案件占培训干部的几成'],
    ['the same figure', '移送的案件占移送案件的几成'],
    ['a missing whole', '移送的案件占航天发射的几成'],
    ['a missing part', '航天发射占查处案件的几成'],
    ['percentages', '绿化率占硬化率的几成'],
    ['a change beside a level', '结案数占查处案件的几成'],
    ['no share that is asked for', '移送的案件比查处案件少几成'],
  ])('finds none of %s: %s', (_, question) => {
    expect(findShare({ loaded: sample, query: readInContext(question, [], sample), meanings: noMeanings })).toBeNull();
  });

  it('leaves a share that the plan states itself to it', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n绿地面积占城区面积的38%，绿地面积3万亩，城区面积9万亩。');
    expect(outcome(find(plan, '绿地面积占城区面积的百分之几'))).toEqual([expect.stringMatching(/38%$/)]);
  });

  it('is derived, shown as such', async () => {
    const exact = await engineOf(sample).ask('移送的案件占查处案件的几成');
    expect(exact.derived).toMatchObject([{ operation: 'share', value: 25, unit: '%' }]);
    expect(exact.text).toContain('移送案件占查处案件的25%（推算）');
    expect((await engineOf(sample).ask('办结投诉占受理投诉的几成')).text).toContain(
      '办结投诉约占受理投诉的78.3%（推算）',
    );
  });
});
