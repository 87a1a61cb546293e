import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(`2026年工作要点
一、改革
推行“1+3+N”办学改革，“1”即成立县级指导中心，“3”即三个集团，“N”即成员校。新建学校3所。
二、保障
落实“1+2”保障，安排资金5亿元。
`);
const ask = (question: string): readonly string[] => outcome(find(sample, question));

describe('findDefinition', () => {
  it.each(['“1+3+N”改革里的“1”指什么', '1+3+N里的N是指什么'])('explains a part of a name: %s', (question) => {
    expect(ask(question)).toEqual([expect.stringContaining('“1”即成立县级指导中心')]);
  });

  it('leaves a number that is no part of a name to the figures', () => {
    expect(ask('3所指什么')).toEqual(['新建学校 3所']);
  });
});

describe('findDefinition of a name in a row', async () => {
  const plan = await loadWords(`2026年工作要点
一、布局
加快构建“一核引领、两翼齐飞”格局，新建学校3所。
“一核”即中心城区，“两翼”即东山、西河两县。
`);
  const passage = (question: string): readonly string[] => outcome(find(plan, question));

  it('finds where each of the row is explained', () => {
    expect(passage('“一核引领、两翼齐飞”具体指哪些地方')).toEqual(['“一核”即中心城区，“两翼”即东山、西河两县。']);
  });

  it('explains no row of which a part is not explained', () => {
    expect(find(plan, '“一核引领、三带联动”具体指哪些地方').kind).toBe('refusal');
  });
});
