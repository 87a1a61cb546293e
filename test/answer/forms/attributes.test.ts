import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(`2026年工作要点
一、项目
县医院综合楼总投资1.4亿元，建筑面积2万平方米，设置床位150张，今年计划完成投资5000万元。县图书馆总投资3000万元，建筑面积6000平方米。
`);
const ask = (question: string): readonly string[] =>
  outcome(find(sample, question)).map((line) => line.split(' ').at(-1)!);

describe('findAttributes', () => {
  it('gives a figure for each attribute of one thing', () => {
    expect(ask('县医院综合楼的总投资、面积、床位和今年投资各是多少')).toEqual([
      '1.4亿元',
      '2万平方米',
      '150张',
      '5000万元',
    ]);
    expect(ask('县图书馆的总投资和面积分别是多少')).toEqual(['3000万元', '6000平方米']);
  });

  it.each(['县医院综合楼这个项目，总投资、面积、床位各是多少', '县医院综合楼，总投资、面积、床位分别是多少'])(
    'takes the thing from a clause of its own: %s',
    (question) => {
      expect(ask(question)).toEqual(['1.4亿元', '2万平方米', '150张']);
    },
  );

  it('takes no clause for the thing that asks something itself', () => {
    expect(find(sample, '县图书馆有几个阅览室，总投资、面积、床位各是多少')).not.toMatchObject({
      kind: 'refusal',
      reason: 'no-comparison',
    });
  });

  it('leaves a question that goes on asking behind the row to its asks', () => {
    expect(ask('县医院综合楼，总投资、面积、床位各是多少，今年投资多少')).toEqual([
      '1.4亿元',
      '2万平方米',
      '150张',
      '5000万元',
    ]);
  });

  it('gives none where one is missing', () => {
    expect(ask('县图书馆的总投资、面积和床位各是多少')).not.toContain('150张');
  });
});
