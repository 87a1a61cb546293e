import { describe, expect, it } from 'vitest';
import { asksRank, changeWords, findAsks } from '../../../src/answer/question/ask-words.ts';

describe('findAsks', () => {
  it.each([
    ['打造多少个人工智能场景', '多少个', ''],
    ['引进多少人才', '多少', ''],
    ['建设多少项目', '多少', ''],
    ['培训多少人', '多少人', '人'],
    ['修多少公里管网', '多少公里', '公里'],
    ['建几家养老院', '几家', '家'],
    ['安全生产占多少分值', '多少', ''],
    ['安全生产占多少分', '多少分', '分'],
  ])('ends the unit at the edge of a word: %s', (text, whole, unit) => {
    expect(findAsks(text)).toMatchObject([{ whole, unit }]);
  });

  it('asks nothing by 没几个', () => {
    expect(findAsks('没几个学生的学校并掉多少所')).toMatchObject([{ whole: '多少所' }]);
  });

  it('asks by 罚没多少, not by 没多少', () => {
    expect(findAsks('去年罚没多少万元')).toMatchObject([{ whole: '多少万元', unit: '元' }]);
    expect(findAsks('没多少人的村')).toEqual([]);
  });

  it('leaves a unit alone where the plan has no such word', () => {
    expect(findAsks('多少户头一回贷款', () => false)).toMatchObject([{ unit: '户' }]);
    expect(findAsks('多少个家庭医生团队', (words) => words === '家庭医生')).toMatchObject([{ unit: '' }]);
    expect(findAsks('多少人才公寓', (words) => words === '人才')).toMatchObject([{ unit: '' }]);
  });
});

describe('findAsks of a unit that begins a word of the plan', () => {
  it.each([
    ['打造多少个名师工作室', ['个名', '名师', '名师工作室'], '多少个'],
    ['多少个名师工作室', [], '多少个名'],
    ['评选多少个名教师', ['个名'], '多少个名'],
  ])('%s, where the plan has %j', (text, words: readonly string[], whole) => {
    expect(findAsks(text, (word) => words.includes(word))).toMatchObject([{ whole }]);
  });
});

describe('changeWords', () => {
  it.each(['哪个增得快', '增长多少', '降了几个点', '降低多少个百分点', '升几个百分点', '提高几个百分点'])(
    'hears of a change in %s',
    (text) => {
      expect(changeWords.test(text)).toBe(true);
    },
  );

  it.each(['增设几处', '得到几面锦旗', '占几个百分点', '提高到几个点'])('hears of none in %s', (text) => {
    expect(changeWords.test(text)).toBe(false);
  });
});

describe('asksRank', () => {
  it('knows a place in a ranking from an arrangement', () => {
    expect(asksRank.test('全省排第几')).toBe(true);
    expect(asksRank.test('想进前多少名')).toBe(true);
    expect(asksRank.test('今年铺排多少个项目')).toBe(false);
  });
});
