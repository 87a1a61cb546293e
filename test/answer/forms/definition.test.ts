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

describe('findDefinition of a name in a row, and of a line of work', async () => {
  const plan = await loadWords(`2026年工作要点
一、布局
加快构建“一核引领、两翼齐飞”格局，新建学校3所。
“一核”即中心城区，“两翼”即东山、西河两县。
二、要求
围绕工作主线抓好今年工作。以“强基、提质、赋能、增效”为主线，推进改革。
以项目建设为抓手，新建公园5个。以教师培训为抓手，新建基地3个。
`);
  const passage = (question: string): readonly string[] => outcome(find(plan, question));

  it('finds where each of the row is explained', () => {
    expect(passage('“一核引领、两翼齐飞”具体指哪些地方')).toEqual(['“一核”即中心城区，“两翼”即东山、西河两县。']);
  });

  it('explains no row of which a part is not explained', () => {
    expect(find(plan, '“一核引领、三带联动”具体指哪些地方').kind).toBe('refusal');
  });

  it('finds the line that the work follows', () => {
    expect(passage('今年工作的主线是什么')).toEqual(['以“强基、提质、赋能、增效”为主线，推进改革。']);
  });

  it('takes none of two, nor one that the plan lacks', () => {
    expect(find(plan, '今年工作的抓手是什么').kind).toBe('refusal');
    expect(find(plan, '今年工作的主题是什么').kind).toBe('refusal');
  });
});
