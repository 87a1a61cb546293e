import { describe, expect, it } from 'vitest';
import { loadWords } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(`2026年政府工作报告
一、回顾
年初承诺的五件民生实事全部兑现，新建公园4个。
二、今后五年
今后五年，要努力实现以下主要目标：
——实力更强。到2030年，生产总值突破900亿元。
——民生更好。到2030年，新增学位2万个，平均寿命达到80岁。
三、今年重点工作
今年的主要预期目标是：生产总值增长6%，城镇新增就业3万人，粮食产量稳定在50万吨以上。
今年办好五件民生实事：1.新建幼儿园3所；2.改造公厕20座；3.安装路灯800盏；4.新增车位600个；5.开通公交线路4条。
`);
const ask = (question: string) => outcome(find(sample, question)).map((line) => line.split(' ').at(-1));

describe('announcedFigures', () => {
  it('finds the targets that a sentence announces', () => {
    expect(ask('今年主要预期目标，数字都给我列一下')).toEqual(['6%', '3万人', '50万吨']);
  });

  it.each([
    ['主要预期目标建议为：新增绿地6公顷，新建绿道9公里。', ['6公顷', '9公里']],
    ['主要预期目标初步安排如下：新增绿地6公顷，新建绿道9公里。', ['6公顷', '9公里']],
    ['主要预期目标建议各县上报，新增绿地6公顷，新建绿道9公里。', ['6公顷', '9公里', '8座']],
  ])('finds targets that are only proposed, as long as they are announced: %s', async (sentence, expected) => {
    const plan = await loadWords(`2026年政府工作报告\n一、回顾\n新建公园4个。\n二、任务\n${sentence}\n改造泵站8座。`);
    expect(outcome(find(plan, '今年的主要目标有哪些')).map((line) => line.split(' ').at(-1))).toEqual(expected);
  });

  it('reads on in the lines behind a sentence that ends with a colon', () => {
    expect(ask('2030年的主要目标有哪些')).toEqual(['900亿元', '2万个', '80岁']);
  });

  it('finds the parts of a counted phrase where it announces them', () => {
    expect(ask('今年的五件民生实事，每一件的数量分别是多少')).toEqual(['3所', '20座', '800盏', '600个', '4条']);
  });
});
