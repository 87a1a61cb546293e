import { describe, expect, it } from 'vitest';
import { isAcknowledgement } from '../../../../src/answer/question/form/acknowledgement.ts';

describe('isAcknowledgement', () => {
  it.each([
    '收到',
    '收到！',
    '好的,谢谢李主任',
    '各位辛苦了',
    '嗯嗯,明白',
    '对对对',
    '没问题,照办',
    '马上去落实',
    '这就改',
    'ok',
    'Okay~',
    '哈哈哈',
    '👍👍',
    '谢谢🙏',
  ])('answers back and asks nothing: %s', (message) => {
    expect(isAcknowledgement(message)).toBe(true);
  });

  it('leaves out whom the bot is called by', () => {
    expect(isAcknowledgement('@plan_bot 收到')).toBe(true);
    expect(isAcknowledgement('@plan_bot 公园建几个')).toBe(false);
  });

  it.each([
    '收到,公园建几个',
    '好的,去年呢',
    '行业产值多少',
    '对接企业几家',
    '好评率',
    '下班时间',
    '落实几项',
    '不用改造的公园有几个',
    '各位',
    '公园',
    '??',
    '',
  ])('is more than an answer, or none: %j', (message) => {
    expect(isAcknowledgement(message)).toBe(false);
  });

  it('reads no long message so', () => {
    expect(isAcknowledgement('好的'.repeat(10))).toBe(true);
    expect(isAcknowledgement('好的'.repeat(11))).toBe(false);
  });

  it.each(['哦', '哈', '好的', '马上落实', '谢谢局长'])('reads %s over and over in no time', (word) => {
    const startedAt = performance.now();
    for (let count = 1; count <= 40; count += 1) isAcknowledgement(`${word.repeat(count)}x`);
    expect(performance.now() - startedAt).toBeLessThan(200);
  });
});
