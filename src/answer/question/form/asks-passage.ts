import { hardship } from '../vocabulary.ts';

/** 「推广什么技术」 */
const done =
  '(?:推广|采用|实行|推行|实施|建立|健全|打造|使用|搞|出台|发布|举办|开展|组织|制定|编制|落实|建设|成立|设立|构建|引进|发展|完善)';
const passage = new RegExp(
  [
    // 「能不能转成商品房」; 「能不能告诉我」 is manners.
    '(?:能不能|可不可以|能否|可否|是否(?:可以|允许))(?!达到|完成|超过|增长|做到|实现|建|帮|给|查|报|说|讲|念|列|发|把|再|告诉|问|看|麻烦|提供|核)',
    // 「司机之家建在哪」
    '[建设开选落]在(?:哪|什么地方)',
    // 「以什么行动为抓手」
    '[以靠凭](?:什么|啥)[\\u4e00-\\u9fff]{0,6}(?:为|作为|来)|为什么|为何|为啥|怎么|如何|怎样|咋|措施|做法|举措|什么样的(?!水平|程度|比例|标准|速度)',
    // 「哪些单位」, 「哪三大行动」
    '哪[“"「]?[些几三四五六七八两十]|哪[个家座位所支部款种]',
    // 「包括什么内容」, 「叫什么名称」
    '包括|包含|什么(?:内容|意思|要求|安排|打算|工作|事|问题|措施|称号|名称|荣誉)',
    // 「推广了什么技术」; 做到什么程度 asks for a number.
    `${done}了?什么(?!水平|程度|标准|比例|时候|规模|指标|目标)[\\u4e00-\\u9fff]{2}`,
    // 「有什么短板」, 「讲了啥」, 「总体要求」
    `做什么|干什么|做啥|干啥|是什么|有什么|有啥|问题|不足(?!\\d)|${hardship}|短板|讲了|具体|内容|原则|思路|总体要求|介绍`,
  ].join('|'),
);

const numberInWords =
  /(?:是|在|处于)个?(?:什么|啥|哪个)水平|(?:目标|指标|数|率|比例|比重|标准)[是定为]?(?:什么|怎么定|怎么样)/;

/** Whether a question asks for words of the plan; 「处于什么水平」 asks for a number. */
export const asksPassage = (text: string): boolean => passage.test(text) && !numberInWords.test(text);

/** Whether a question asks for a sentence although it names 目标 or asks for a number of years. */
export const asksWords = (text: string): boolean => /总目标是(?:什么|啥)|连(?:着|续)了?(?:几|多少)年/.test(text);

/** Whether a question asks what several things are called: 「五件事分别是什么」, 「三大行动都叫什么」. */
export const asksNames = (text: string): boolean =>
  /几[件项个条大].{0,6}(?:分别|都|各)是(?:什么|哪|啥)|[两二三四五六七八九十]大?[\u4e00-\u9fff]{2,6}[”"」]?(?:分别|都|各)?叫(?:什么|啥)/.test(
    text,
  );
