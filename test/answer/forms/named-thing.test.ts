import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(
  `# 2026年工作计划

## 一、产业

装备产业链产值达到120亿元。装备产业链总投资60亿元。种子产业基地产值达到130亿元。

## 二、分解任务

| 县区 | 招聘特岗教师（名） | 培训骨干教师（名） |
| --- | --- | --- |
| 东山县 | 96 | 210 |
| 西河县 | 52 | 230 |
| 合计 | 148 | 440 |
`,
  'plan.md',
);
const ask = (question: string) => outcome(find(sample, question)).map((line) => line.split(' ').at(-1));

describe('ofNamedThing', () => {
  it('takes the rows of places of the column that is named, and no total', () => {
    expect(ask('特岗教师分到80名以上的是哪几个县')).toEqual(['96']);
  });

  it('takes those of the measure that is bounded, and of the kind among which they are', () => {
    expect(ask('总投资超过50亿元的有哪些')).toEqual(['60亿元']);
    expect(ask('产业链里，产值超过100亿元的有哪些')).toEqual(['120亿元']);
  });

  it('leaves all of them where no figure is of what is named', () => {
    expect(ask('总里程超过50亿元的有哪些')).toEqual(['120亿元', '60亿元', '130亿元']);
  });
});
