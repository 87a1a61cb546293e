import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const plan = await loadWords(`2025年工作要点
一、任务
为企业降低成本7亿元，其中用电成本3.2亿元、物流成本1.4亿元，新建仓库3座；减免租金0.5亿元。
新增床位900张，其中护理型床位600张。
`);

describe('findItemized', () => {
  it.each(['企业降低成本，总数和各个分项分别是多少', '企业降低成本的明细是多少', '企业降低成本各部分是多少亿元'])(
    'gives a figure with the parts of its sentence: %s',
    (question) => {
      const found = find(plan, question);
      expect(found).toMatchObject({ kind: 'list', total: 3, sum: false });
      // Neither another unit nor what stands behind the semicolon is a part.
      expect(outcome(found)).toEqual(['企业降低成本 7亿元', '用电成本 3.2亿元', '物流成本 1.4亿元']);
    },
  );

  it('leaves the figure alone where no parts are asked for', () => {
    expect(outcome(find(plan, '企业降低成本多少'))).toEqual(['企业降低成本 7亿元']);
  });

  it('lists nothing where the sentence has one part only, or the plan no such figure', () => {
    expect(find(plan, '新增床位的明细是多少').kind).not.toBe('list');
    expect(find(plan, '航天发射的明细是多少').kind).not.toBe('list');
  });
});
