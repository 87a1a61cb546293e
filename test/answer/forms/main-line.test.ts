import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const plan = await loadWords(`2026年工作要点
一、布局
加快构建“一核引领、两翼齐飞”格局，新建学校3所。
“一核”即中心城区，“两翼”即东山、西河两县。
二、要求
围绕工作主线抓好今年工作。以“强基、提质、赋能、增效”为主线，推进改革。
以项目建设为抓手，新建公园5个。以教师培训为抓手，新建基地3个。
`);

describe('findMainLine', () => {
  it('finds the line that the work follows', () => {
    expect(outcome(find(plan, '今年工作的主线是什么'))).toEqual(['以“强基、提质、赋能、增效”为主线，推进改革。']);
  });

  it('takes none of two, nor one that the plan lacks', () => {
    expect(find(plan, '今年工作的抓手是什么').kind).toBe('refusal');
    expect(find(plan, '今年工作的主题是什么').kind).toBe('refusal');
  });
});
