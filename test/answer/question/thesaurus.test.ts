import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reword } from '../../../src/answer/question/thesaurus.ts';

const file = path.resolve(import.meta.dirname, '../../../src/answer/question/thesaurus.tsv');
const entries = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

describe('reword', () => {
  const text = '规上工业企业亏损面控制在15%以内。新增失业人员再就业3000人。学生近视率下降1个百分点。';

  it.each([
    ['有多大比例的工厂在赔钱', '有多大比例的企业在亏损'],
    ['丢饭碗的有多少', '失业人员有多少'],
    ['小眼镜占几成', '近视占几成'],
  ])('puts %s into the terms of the plan', (question, inTerms) => {
    expect(reword(question, text)).toBe(inTerms);
  });

  it.each([
    ['精文减会，会议数量下降10%。', '精文减会减了多少'],
    ['发文数量下降10%。', '发文数量减了多少'],
    ['规范性文件清理30件，发文数量下降10%。', '规范性文件减了多少'],
  ])('takes the first term of 文山会海 that the plan has: %s', (own, inTerms) => {
    expect(reword('文山会海减了多少', own)).toBe(inTerms);
  });

  it.each(['企业亏损面是多少', '掏粪的有几个', '', '?'])('leaves %j as it is', (question) => {
    expect(reword(question, text)).toBe(question);
  });

  it('takes no expression across two words of the plan, nor inside one of its terms', () => {
    const plan = '初中专任教师1200名，中等职业学校3所，乡村医生120名。';
    expect(reword('初中专任教师有几名', plan)).toBe('初中专任教师有几名');
    expect(reword('乡村医生有几名', plan)).toBe('乡村医生有几名');
  });

  it('takes no term that the plan lacks', () => {
    expect(reword('工厂在赔钱', '新建公路3公里。')).toBe('工厂在赔钱');
  });

  it('changes nothing but what it knows, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (question, other) => {
        expect(reword(question, '')).toBe(question);
        expect(typeof reword(question, other)).toBe('string');
      }),
    );
  });
});

describe('the thesaurus', () => {
  it('has an expression and its terms a line, each once', () => {
    const faulty = entries.filter(
      ([everyday = '', terms = '', ...rest]) =>
        rest.length > 0 ||
        !/^[\u4e00-\u9fffA-Za-z\d]{2,8}$/.test(everyday) ||
        !/^\S+(?: \S+)*$/.test(terms) ||
        terms.split(' ').includes(everyday),
    );
    expect(faulty).toEqual([]);
    expect(new Set(entries.map(([everyday]) => everyday)).size).toBe(entries.length);
  });
});
