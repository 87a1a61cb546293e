import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(
  `# 2025年工信工作计划

## 一、主要指标

| 指标 | 单位 | 2024年实际 | 2025年目标 | 属性 |
| --- | --- | --- | --- | --- |
| 万元产值能耗降幅 | % | 3.1 | 3.5 | 约束性 |
| 数字化车间 | 个 | 20 | 32 | 预期性 |
| 60岁以上职工体检率 | % | 88 | 91 | 约束性 |

## 二、分解任务

全市实施技改项目500个以上，工业投资增长14%。

| 县区 | 工业投资增速 | 技改项目（个） | 产业投资（万元） |
| --- | --- | --- | --- |
| 东山县 | 11% | 60 | 9000 |
| 西河县 | 13.5% | 75 | 21000 |
| 南岭区 | 15% | 48 | 32500 |
| 合计 | 13% | 183 | 62500 |
`,
  'plan.md',
);
const ask = (question: string) => outcome(find(sample, question)).map((line) => line.split(' ').at(-1));

describe('figuresOfNamedKind', () => {
  it('takes the rows whose kind is named, and no number of their names', () => {
    expect(ask('约束性指标今年的目标值各是多少')).toEqual(['3.5', '91']);
    expect(ask('去年预期性指标有哪些')).toEqual(['20']);
  });
});
