import type { BotContext } from './context.ts';

/**
 * What people acknowledge a message with, as far as words go; emoji and punctuation are taken off first. No word is
 * made of others of the list, so that there is one way only to read a text as a row of them.
 */
const words = [
  '收到|好|嗯|哦|噢|行|是|对|成|明白|了解|知道|清楚|可以|不错|很|太|没问题|没有问题|放心|ok|okay',
  '谢|多谢|感谢|辛苦|费心|麻烦|回复|答复|支持|thanks|thankyou|thx',
  '马上|立即|立刻|尽快|抓紧|这就|去|组织|安排|落实|照办|办理|执行|整改|学习',
  '您|你|我|们|请|领导|各位|大家|同志|老师|书记|市长|县长|区长|镇长|局长|主任|处长|科长|的|了|啦|吧|哈|呀|啊|哟',
];
const acknowledgement = new RegExp(`^(?:${words.join('|')})+$`, 'i');
/** What is this short (嗯, 妥了, 👍) gets no more than a word either. */
const SHORT_UNITS = 2;

/**
 * Answers what asks nothing (an answer of kind `chat`) as people would: in a group a reply to the bot gets no word, an
 * acknowledgement gets one line. True where that is all; it is no question, so nothing is recorded of it. Whatever else
 * asks nothing of the plan is to be told what can be asked.
 */
export function answersSmallTalk(ctx: BotContext, text: string): boolean {
  if (ctx.chat?.type !== 'private' && ctx.address.isReply) return true;
  const said = text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  if (said.length > SHORT_UNITS && !acknowledgement.test(said)) return false;
  ctx.say(`${/谢|辛苦|thx|thank/i.test(said) ? '不客气，' : ''}有需要随时问我工作计划里的内容。`);
  return true;
}
