import { describe, expect, it } from 'vitest';
import type { Message, UserFromGetMe } from 'grammy/types';
import { readAddress } from '../../src/bot/addressing.ts';

const me = { id: 7, is_bot: true, first_name: '计划', username: 'plan_bot' } as UserFromGetMe;
const message = (text: string, type = 'supergroup', more: object = {}): Message =>
  ({ message_id: 1, date: 0, chat: { id: 1, type, title: '群' }, text, ...more }) as unknown as Message;

describe('readAddress', () => {
  it.each([
    ['/ask 多少公里', 'ask', '多少公里', false],
    ['/ASK@Plan_Bot 多少公里', 'ask', '多少公里', true],
    ['/帮助', '帮助', '', false],
    ['/ask\n多少公里', 'ask', '多少公里', false],
  ])('reads the command of %s', (text, command, rest, namesBot) => {
    expect(readAddress(message(text), me)).toEqual({
      isAddressed: true,
      text: rest,
      command,
      namesBot,
      isReply: false,
    });
  });

  it.each(['/ask@other_bot 多少', '多少公里', '@plan_bot2 多少', '@other_bot 多少', '邮箱 a@plan_botx'])(
    'is silent at %s in a group',
    (text) => {
      expect(readAddress(message(text), me).isAddressed).toBe(false);
    },
  );

  it.each(['@plan_bot 多少公里', '多少公里 @PLAN_BOT', '@plan_bot\n多少公里'])('takes the mention off %s', (text) => {
    expect(readAddress(message(text), me)).toMatchObject({ isAddressed: true, text: '多少公里', command: null });
  });

  it('is meant by a reply to it, and not by one to somebody else', () => {
    const reply = (id: number): object => ({ reply_to_message: { from: { id } } });
    const [toBot, toOther] = [7, 8].map((id) => readAddress(message('那土壤呢', 'group', reply(id)), me));
    expect(toBot).toMatchObject({ isAddressed: true, isReply: true });
    expect(toOther).toMatchObject({ isAddressed: false, isReply: false });
  });

  it('is always meant in private', () => {
    expect(readAddress(message('多少公里', 'private'), me)).toMatchObject({ isAddressed: true, text: '多少公里' });
    expect(readAddress(message('/foo', 'private'), me).namesBot).toBe(true);
  });
});
