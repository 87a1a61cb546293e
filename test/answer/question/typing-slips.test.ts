import { describe, expect, it } from 'vitest';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { mendSlips } from '../../../src/answer/question/typing-slips.ts';
import { readPlanText } from '../../support/read-plan.ts';

const plan = await readPlanText(
  '2025年工作要点\n一、任务\n婴儿死亡率控制在3‰以内。建设高标准农田28万亩。森林覆盖率达到62%。新建养老驿站9个。垃圾分类覆盖率达到90%。招收硕士生60名。',
);

describe('mendSlips', () => {
  it.each([
    ['婴儿死忘率是多少', '婴儿死亡率是多少'],
    ['高标准农天多少亩', '高标准农田多少亩'],
    ['森林付盖率多少', '森林覆盖率多少'],
    ['养老驿战几个', '养老驿站几个'],
    ['垃圾分累覆盖率多少', '垃圾分类覆盖率多少'],
  ])('mends a character by the plan’s word that sounds like it: %s', (question, mended) => {
    expect(mendSlips(question, plan)).toBe(mended);
  });

  it.each([
    // What the plan has stands.
    '婴儿死亡率是多少',
    '养老驿站几个',
    // Other words, which sound like none of the plan's.
    '婴儿出生率是多少',
    '森林蓄积量多少',
    '垃圾焚烧率多少',
    // Two characters of three are too many.
    '婴而四忘率多少',
    '养老已占几个',
    // Words of any question.
    '硕是生几名',
    // Part of a word of the dictionary.
    '养老一站几个',
    '今年几个',
    '',
  ])('leaves %j as it is', (question) => {
    expect(mendSlips(question, plan)).toBe(question);
  });

  it('mends nothing where two words of the plan sound alike', async () => {
    const both = await readPlanText('2025年工作要点\n一、任务\n新建养老驿站9个，整修养老驿栈4个。');
    expect(mendSlips('养老驿战几个', both)).toBe('养老驿战几个');
  });

  it('leaves a character that the plan has beside its neighbour', async () => {
    const days = await readPlanText('2025年工作要点\n一、任务\n建设高标准农田28万亩，务农天数达到90天。');
    expect(mendSlips('高标准农天多少亩', days)).toBe('高标准农天多少亩');
  });

  it('is done before a question is read', () => {
    expect(readQuestion('婴儿死忘率是多少', plan).content).toEqual(['婴儿死亡率']);
  });
});
