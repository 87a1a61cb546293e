import { describe, expect, it } from 'vitest';
import { isErrand } from '../../../../src/answer/question/form/errands.ts';

describe('isErrand', () => {
  it.each([
    '帮我买张明天去北京的高铁票',
    '订两张周末的电影票',
    '帮我叫个车',
    '给我点份外卖',
    '帮我打个电话给张科长',
    '推荐一家附近好吃的火锅店',
    '帮我设个闹钟',
  ])('is one: %s', (question) => {
    expect(isErrand(question)).toBe(true);
  });

  it.each([
    '今年购买公交车多少辆',
    '高铁票务系统升级了吗',
    '电影票房去年多少',
    '帮我查一下污水管网建多少公里',
    '给我点今年的数据',
    '建几个社区食堂、餐饮店',
    '消费券带动餐饮消费多少',
    '推荐省级优秀案例多少个',
    '出租车更新多少辆',
  ])('is none: %s', (question) => {
    expect(isErrand(question)).toBe(false);
  });
});
