/** What people say back to a message: 收到, 好的, 明白了, 谢谢, 辛苦了, 马上落实. */
const said = [
  '已?收到|收悉|知悉|已阅|好|嗯|哦|噢|喔|行|可以|对|是的|没错|妥|放心|okay|ok|yes',
  '明白|知道|晓得|了解|清楚|懂|记下|记住|没问题|没事|没有|不用|遵照|照办',
  '非常感谢|谢谢|多谢|感谢|不客气|辛苦|打扰|再见|拜拜?|回见|晚安|下班|thanks|thx',
  '赞|牛|厉害|不错|太好|很好|给力|加油|哈|呵|嘿|嘻',
  '(?:马上|立即|立刻|这就|尽快|抓紧|一定|坚决|按要求|严格|我来|我去|来|去)(?:抓好|去|组织)?(?:落实|照办|办理?|执行|整改|安排|转达|通知|布置|改|做|查)(?:落实)?',
].join('|');
const addressed =
  '[\\u4e00-\\u9fff]{0,2}(?:局长|书记|主任|处长|科长|市长|县长|区长|镇长|主席|院长|校长|部长|厅长|领导|老师|同志)|[\\u4e00-\\u9fff](?:总|工|局|处|科)|各位|大家|您|你|我|请|大伙儿?|机器人|小助手';
const particles = '[了啦的啊呀呢吧嘛呐么嘞滴~]|一?下';

/** One word of an answer. They are read one after the other and never anew, so that no text takes long. */
const words = new RegExp(`(?:${said})|(?:${particles})|(?:${addressed})`, 'iy');
const opens = new RegExp(`^(?:${addressed})?(?:${said})`, 'i');
const meaningless = /[\p{P}\p{S}\p{Extended_Pictographic}\p{M}\s\u200d]/gu;
/** 「好的？」 and 「对吧？」 ask back; 「大家好」 greets. */
const asksBack = /[吗吧嘛么]?[?？]+$/;
const greets = /^(?:大家|各位|领导|同志们?|[\u4e00-\u9fff]{0,2}(?:局长|书记|主任))好$/;

/** Whether a message only answers back and asks nothing: 「好的，谢谢局长」, 「👍」. `folded` is half width. */
export function isAcknowledgement(folded: string): boolean {
  const text = folded.replace(/@\S+/g, '');
  const rest = text.replace(meaningless, '');
  if (rest === '') return /\p{Extended_Pictographic}/u.test(text);
  if (rest.length > longest || asksBack.test(text.trim()) || greets.test(rest) || !opens.test(rest)) return false;
  words.lastIndex = 0;
  while (words.lastIndex < rest.length && words.test(rest));
  return words.lastIndex === rest.length;
}

const longest = 20;
