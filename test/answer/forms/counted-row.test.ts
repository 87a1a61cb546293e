import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(`2026年工作要点
一、产业
（一）壮大支柱产业。
全年引进企业6家。电子、纺织、食品三大主导产业产值分别达到620亿元、410亿元和150亿元。
（二）发展新兴产业。
智能装备产业产值达到90亿元。新材料产业产值达到70亿元，新增企业3家。
`);
const ask = (question: string): readonly string[] =>
  outcome(find(sample, question)).map((line) => line.split(' ').at(-1)!);

describe('countedRow', () => {
  it('takes as many figures of one sentence as are counted', () => {
    expect(ask('今年三大主导产业的产值目标分别是多少')).toEqual(['620亿元', '410亿元', '150亿元']);
  });

  it('takes the changes where a change is asked for', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n电子、纺织、食品三大主导产业产值分别增长16%、7%和9%，合计占工业总产值的54%。',
    );
    expect(outcome(find(plan, '三大主导产业产值各涨多少')).map((line) => line.split(' ').at(-1))).toEqual([
      '16%',
      '7%',
      '9%',
    ]);
  });

  it('takes those of one part that is headed with the things', () => {
    expect(ask('两大新兴产业产值分别要做到多少')).toEqual(['90亿元', '70亿元']);
  });

  it('takes those of one sentence of such a part, where it goes on with another', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n（一）壮大主导产业。\n玩具、纺织、制鞋产业产值分别达到64亿元、47亿元和35亿元。童鞋产业产值达到9亿元。',
    );
    const values = (question: string) => outcome(find(plan, question)).map((line) => line.split(' ').at(-1));
    expect(values('三大主导产业的产值分别是多少')).toEqual(['64亿元', '47亿元', '35亿元']);
    expect(values('四大主导产业的产值分别是多少')).toEqual(['64亿元', '47亿元', '35亿元', '9亿元']);
    expect(find(plan, '两大主导产业的产值分别是多少').kind).toBe('refusal');
  });
});
