import { describe, expect, it } from 'vitest';
import { asksRank, findAsks } from '../../../src/answer/question/ask-words.ts';

describe('findAsks', () => {
  it.each([
    ['打造多少个人工智能场景', '多少个', ''],
    ['引进多少人才', '多少', ''],
    ['建设多少项目', '多少', ''],
    ['培训多少人', '多少人', '人'],
    ['修多少公里管网', '多少公里', '公里'],
    ['建几家养老院', '几家', '家'],
  ])('ends the unit at the edge of a word: %s', (text, whole, unit) => {
    expect(findAsks(text)).toMatchObject([{ whole, unit }]);
  });

  it('asks nothing by 没几个', () => {
    expect(findAsks('没几个学生的学校并掉多少所')).toMatchObject([{ whole: '多少所' }]);
  });

  it('leaves a unit alone where the plan has no such word', () => {
    expect(findAsks('多少户头一回贷款', () => false)).toMatchObject([{ unit: '户' }]);
    expect(findAsks('多少个家庭医生团队', (words) => words === '家庭医生')).toMatchObject([{ unit: '' }]);
    expect(findAsks('多少人才公寓', (words) => words === '人才')).toMatchObject([{ unit: '' }]);
  });
});

describe('asksRank', () => {
  it('knows a place in a ranking from an arrangement', () => {
    expect(asksRank.test('全省排第几')).toBe(true);
    expect(asksRank.test('想进前多少名')).toBe(true);
    expect(asksRank.test('今年铺排多少个项目')).toBe(false);
  });
});
