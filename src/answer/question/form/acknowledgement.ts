/** What people say back to a message: 收到, 好的, 明白了, 谢谢, 辛苦了, 马上落实. */
const said = [
  '收到|收悉|已阅|好的?|嗯+|哦+|噢+|喔+|行|可以|对|是的|没错|ok|okay|yes',
  '明白|知道|晓得|了解|清楚|懂|记下|记住|没问题|没事|不用|遵照|照办',
  '谢谢|多谢|感谢|不客气|辛苦|打扰|再见|拜拜?|回见|晚安|下班',
  '赞|牛|厉害|不错|太好|很好|给力|加油|哈+|呵+|嘿+|嘻+',
  '(?:马上|立即|立刻|这就|尽快|抓紧|一定|坚决|按要求|严格|我?来|我?去)+(?:抓好|去)?(?:落实|照办|办理?|执行|整改|安排|转达|通知|布置|改|做|查)+',
].join('|');
const addressed =
  '[\\u4e00-\\u9fff]{0,2}(?:局长|书记|主任|处长|科长|市长|县长|区长|镇长|主席|院长|校长|部长|厅长|领导|老师|同志)|[\\u4e00-\\u9fff](?:总|工|局|处|科)|各位|大家|您|你|大伙儿?|机器人|小助手';
const particles = '[了啦的啊呀呢吧哈哦嘛呐么~]|一?下';
const answer = `(?:${said})(?:${particles})*`;

const acknowledgement = new RegExp(`^(?:${addressed})?(?:${answer})+(?:${addressed}|${answer})*$`, 'i');
const meaningless = /[\p{P}\p{S}\p{Extended_Pictographic}\p{M}\s\u200d]/gu;

/** Whether a message only answers back and asks nothing: 「好的，谢谢局长」, 「👍」. `folded` is half width. */
export function isAcknowledgement(folded: string): boolean {
  const words = folded.replace(/@\S+/g, '').replace(meaningless, '');
  if (words === '') return /\p{Extended_Pictographic}/u.test(folded);
  return words.length <= longest && acknowledgement.test(words);
}

const longest = 20;
