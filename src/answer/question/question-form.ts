import { asksRank } from './ask-words.ts';
import { readBareNumber } from './bare-number.ts';
import { isErrand } from './errands.ts';
import type { Condition, Form } from './query.ts';
import { readUnitFilter } from './read-condition.ts';
import { hardship, otherRequests, otherTopics } from './vocabulary.ts';

/** What is already known of a question when its form is decided. */
export interface FormHints {
  readonly wantsNumber: boolean;
  readonly condition: Condition | null;
  /** How many quantities the question itself states. */
  readonly quantities: number;
  /** Two periods are named. */
  readonly both: boolean;
  /** Whether the plan has this word. */
  readonly inPlan: (word: string) => boolean;
}

interface FormRule {
  readonly form: Form;
  readonly matches: (text: string, hints: FormHints) => boolean;
}

const office = '(?:单位|领导|部门|科室|股室|科|股|局|处室|机构|人)';
const inCharge = '(?:负责|牵头|配合|协办|主管|主抓(?!手)|管|承担|落实|责任)';
const owner = new RegExp(
  [
    `(?:谁|哪个|哪些|哪家|什么)${office}?(?:来)?${inCharge}`,
    '(?:归|由|属)(?:哪|谁)',
    '是(?:哪个|哪些|哪几[个家])(?:单位|部门|局|科室|处室|股室)',
    '(?:责任|牵头|负责)(?:单位|部门)',
    '谁(?:负责|牵头|管|来|干|抓)',
    '哪个(?:单位|部门|科室|科|局)',
    '(?:哪个|哪位|什么)领导(?:负责|牵头|分管|主抓|管|挂帅|包)',
  ].join('|'),
);
const deadline =
  /(?:什么|啥)时(?:候|间)|何时|几月|时限|截止|期限|完成时间|哪天|最晚|最迟|多久之?前|什么时间|哪个月|时间节点/;
const meaning = new RegExp(
  [
    '(?:是|指|说|代表|对应|属于|叫)的?(?:什么|啥|哪|干什么|干啥|谁|怎么回事)',
    '(?:是|指)?哪(?:一)?[项个条](?:指标|任务|目标|工作)?',
    '什么(?:指标|任务|意思|目标|项目|工作|事|数)',
    '做什么用|用来(?:干|做)|是[笔个](?:什么|啥)',
    '指的是|干(?:什么|啥)|是啥|怎么回事|哪来的',
    '(?:花|用|投|拨|补|给)(?:在|到|给)?了?(?:什么|啥|哪|谁)',
  ].join('|'),
);
/** 「从多少提到多少」, 「原来是多少，要提高到多少」: both ends of a change. */
export const fromTo =
  /[从由](?:多少|几)[\u4e00-\u9fff]{0,3}(?:提|升|增|扩|降|减|压|缩|涨|变|调|到)[\u4e00-\u9fff]{0,3}(?:多少|几|什么水平)|(?:原来|现在|目前|眼下)[^,，]{0,8}(?:多少|几|什么水平)[,，]?[^,，]{0,8}(?:到|至)(?:多少|几|什么水平)/;
const comparison = new RegExp(
  [
    '(?:(?<!占|收入)比(?!重|例|率|以前|过去|原来|往年|往常)|跟|和|与|较|同).{1,30}(?:[高低多少快慢大小强短]|(?<!增)长)(?:吗|没|不|了|些|还是|出|多少|几)',
    '(?:(?<!占)比|较|跟|和|与)(?:去年|上年|今年|20\\d\\d年).{0,12}(?:怎么样|如何|[比变高低多少提涨降差])',
    '(?:离|距)[^,，]{1,12}还?差(?:多少|几)',
    '摆(?:在)?一(?:块|起)|放(?:在)?一(?:块|起)|比起来|相比|对比|比较一下|比一比|相差|差(?:多少|几)(?![\\u4e00-\\u9fff]{2})|差距(?![和与、]|不足|主要|有哪|在哪)',
    '哪(?:个|项|家|边|条|类|种|样|头|一个|方面)(?!单位|部门).{0,6}[高低多少大小快慢重长短紧严松](?:一?些|一点)?(?:[,，。?？呢吗]|$)',
    '哪(?:个|项|家|边|方面|一个)的?(?:定得|更|最|要|比较|比例|目标|数|增速|增长|占比)*[高低多少大小快慢重]',
    '谁的?(?:更|最|增速|目标)*[高低多少大小快慢]',
    '[和跟与][^,，]{2,14}[,，](?:今年|去年)?(?:哪个|谁)[^,，。]{2,14}[高低多少大小快慢重轻][?？。]?$',
    '[多高大快少低长]还是[\\u4e00-\\u9fff]{2,8}[多高大快少低长]|高还是低|多还是少|有没有(?:提高|降低|变化|增加|减少|下降|上升)',
    '(?:提高|降低|增加|减少|上升|下降|变化|涨|变)了?(?:没有|没|吗)',
    '变化|翻了',
    fromTo.source,
  ].join('|'),
);
const enumerating = /哪|列|有什么|都有|几[项个条]|是什么|[挑找筛摘]出|凡是|所有|全部|汇总/;
const numbersNamed = '(?:指标|目标|数字|数据|数值|任务|成绩|硬杠杠|数|比率|比例|要求|项目|工作量|金额)';
const several = '(?:哪些|哪几[个项条]|都有什么|有什么)';
const list = new RegExp(
  [
    `(?:${several}|分别|列一?[下出个]|都列|全部|都报|汇总|逐项|各项|[两三四]项).{0,14}${numbersNamed}`,
    `${numbersNamed}都?(?:有|是|包括)?(?:${several}|什么|列|报|分别|说|给|讲|念|发|汇总|哪)`,
    '哪几?[个些]数|几[个项条](?:指标|目标|数|硬)|(?:数字|量化|主要|硬)(?:目标|指标|任务)',
    '[都全](?:有|是)?(?:哪些|什么)(?:数|指标|目标)',
    `${numbersNamed}都有啥`,
    '几[件项个](?:事|任务|工作)?[,，]?(?:分别|各)(?:是|有)?多少',
    `(?:清单|附[件表]\\d*|表\\d+)[^,，。]{0,12}${numbersNamed}值?(?:各|分别)`,
    '第[一二三四五六七八九十\\d]+(?:部分|章|条|项|点|件).{0,14}(?:数据|数字|指标|目标)[?？。]?$|主要预期(?:目标|指标)',
    '(?:方面|这块|那块|领域|板块)的?(?:数据|数字|指标|目标|成绩|成果|数)[?？。]?$',
    '[那这]一?[段节条块].{0,6}(?:数据|数字|指标|数)|[那这]一?部分.{0,6}(?:数据|数字|指标|数)',
    '(?:数据|数字|指标|目标|数).{0,10}(?:列|报|给我|说一|发我)',
    '逐[条个项家一](?:念|报|说|列|讲|给)',
    '每一?[件项个条].{0,4}(?:数量|数字|指标|目标|任务量?)',
    '(?:数字|数据|数|指标)我?(?:全部?|都)要|(?:全部|所有)(?:的)?(?:数字|数据|数|指标)|(?:[\\u4e00-\\u9fff]{1,4}、){2,}[\\u4e00-\\u9fff]{1,4}[全都]要',
    '(?:一起|一并|一块儿?|都|全)(?:报|给|列|说|发)(?:给|一下|出来|我|下)',
  ].join('|'),
);
/** 「推广什么技术」 */
const done =
  '(?:推广|采用|实行|推行|实施|建立|健全|打造|使用|搞|出台|发布|举办|开展|组织|制定|编制|落实|建设|成立|设立|构建|引进|发展|完善)';
const passage = new RegExp(
  [
    '怎么|如何|怎样|咋|措施|做法|举措|什么样的(?!水平|程度|比例|标准|速度)',
    '哪[“"「]?[些几三四五六七八两十]|哪[个家座位所支部款种]',
    '包括|包含|什么(?:内容|意思|要求|安排|打算|工作|事|问题|措施|称号|名称|荣誉)',
    `${done}了?什么(?!水平|程度|标准|比例|时候|规模|指标|目标)[\\u4e00-\\u9fff]{2}`,
    `做什么|干什么|做啥|干啥|是什么|有什么|有啥|问题|不足(?!\\d)|${hardship}|短板|讲了|具体|内容|原则|思路|总体要求|介绍`,
  ].join('|'),
);
const numberInWords =
  /(?:是|在|处于)个?(?:什么|啥|哪个)水平|(?:目标|指标|数|率|比例|比重|标准)[是定为]?(?:什么|怎么定|怎么样)/;
const how = /怎么|如何/;
/** Parts of a plan that are words, whatever 要求 means elsewhere. */
const general = /(?:总体|总的)要求|指导思想|工作思路/;

/** 「人口结构变化那段问题里讲了哪些数据」: 变化 compares nothing there. */
const partsNumbers = /[这那]一?(?:[段块章节]|部分)[^,，。?？]{0,8}(?:哪些|什么)(?:数据|数字|数|指标)/;

/** 「干得怎么样？把数据都列一下」 asks for the numbers. */
const listsNumbers = /(?:数据|数字|指标|目标)都?(?:列|报|说|给|念|发)/;

/** 「“总体要求和主要目标”里的目标有哪些」 asks for the targets all the same. */
const listsTargets = /(?:指标|目标)[^,，。?？]{0,2}(?:有|是)?(?:哪些|哪几个|多少)[?？。]?$/;

/** 「去年下降的指标有哪些」: the figures of one direction. */
const changesNamed =
  /(?:下降|减少|降低|压减|增长|上升)了?的(?:指标|任务|数据|项目|数字)?(?:都?有|是|包括)?(?:哪些|哪几|什么)|哪些(?:指标|目标|数据|数字|项目)?.{0,4}(?:下降|减少|降低|压减|增长|上升)了?的?[?？。]?$/;

/** Rules in order: the surest signs come first. The last one always holds. */
const rules: readonly FormRule[] = [
  { form: 'other', matches: (text) => otherRequests.some((pattern) => pattern.test(text)) },
  { form: 'other', matches: isErrand },
  { form: 'other', matches: isOtherTopic },
  { form: 'owner', matches: (text, { wantsNumber }) => owner.test(text) && (!wantsNumber || /负责|牵头|责任|主管/.test(text)) },
  { form: 'deadline', matches: (text, { wantsNumber, quantities }) => !wantsNumber && quantities === 0 && deadline.test(text) },
  { form: 'filter', matches: (text, hints) => asksMeaning(text, hints) && /哪些|哪几/.test(text) },
  { form: 'reverse', matches: asksMeaning },
  { form: 'filter', matches: (text, { both }) => both && readUnitFilter(text) !== null && enumerating.test(text) },
  { form: 'list', matches: (text) => partsNumbers.test(text) },
  { form: 'compare', matches: (text, { both }) => both || comparison.test(text) },
  { form: 'filter', matches: (text, { condition, quantities }) => /哪些|有什么|都有|哪几|列|[挑找筛摘]出|都找|凡是|的有(?:吗|没有|哪)|的[\u4e00-\u9fff]{0,6}[,，]?.{0,6}各是多少/.test(text) && (condition !== null || quantities > 0) },
  { form: 'filter', matches: (text, { wantsNumber }) => readUnitFilter(text) !== null && (enumerating.test(text) || (!wantsNumber && /的(?:任务|指标|目标|项目|数据|数字?)?[?？。]?$/.test(text))) },
  { form: 'filter', matches: (text, { condition, wantsNumber }) => condition !== null && !wantsNumber && /(?:金额|数字?|比例|指标|目标|投资额?).*的[?？。]?$/.test(text) },
  { form: 'filter', matches: (text) => changesNamed.test(text) },
  { form: 'count', matches: (text) => /(?:有|还有|列了|定了|提了|是)(?:多少|几)[个项条](?:指标|目标|任务)/.test(text) },
  { form: 'single', matches: (text, { wantsNumber }) => wantsNumber && /(?:完成|实现|确定|设定)了?(?:多少|几)[个项条]/.test(text) },
  { form: 'passage', matches: (text) => /总目标是(?:什么|啥)|连(?:着|续)了?(?:几|多少)年/.test(text) },
  { form: 'list', matches: (text) => list.test(text) && (!how.test(text) || listsNumbers.test(text) || /(?:都|全|给我)列/.test(text)) && (!general.test(text) || listsTargets.test(text)) },
  { form: 'passage', matches: (text) => /几[件项个条大].{0,6}(?:分别|都|各)是(?:什么|哪|啥)|[两二三四五六七八九十]大?[\u4e00-\u9fff]{2,6}(?:分别|都|各)?叫(?:什么|啥)/.test(text) },
  { form: 'passage', matches: (text) => asksRank.test(text) },
  { form: 'single', matches: (_, { wantsNumber }) => wantsNumber },
  { form: 'passage', matches: (text) => passage.test(text) && !numberInWords.test(text) },
  { form: 'single', matches: () => true },
]; // prettier-ignore

/** 「明天有什么电影」 is none for a plan; 「放映电影多少场」 is one for a plan that has films. */
function isOtherTopic(text: string, { wantsNumber, inPlan }: FormHints): boolean {
  const match = otherTopics.exec(text);
  if (match === null) return false;
  const [topic] = match;
  // 「公益电影场次」: the plan has the topic with the same neighbour.
  const [before, after] = [text[match.index - 1] ?? '', text[match.index + topic.length] ?? ''];
  const inContext = [before + topic, topic + after].some(
    (words) => words !== topic && /^[\u4e00-\u9fff]+$/.test(words) && inPlan(words),
  );
  return !(wantsNumber && inPlan(topic)) && !inContext;
}

/** 「5000辆指什么」: a number is given and its meaning wanted. */
function asksMeaning(text: string, { wantsNumber, condition, quantities }: FormHints): boolean {
  if (quantities > 0 && /(?:都|是|到底|各)?(?:指|说|讲)的?(?:是)?(?:啥|什么|哪)/.test(text)) return true;
  if (quantities === 0) return readBareNumber(text) !== null && meaning.test(text);
  if (wantsNumber || condition?.operator === '>=' || condition?.operator === '>') return false;
  return meaning.test(text);
}

/** The form of the answer that a question wants. */
export const readForm = (text: string, hints: FormHints): Form =>
  rules.find(({ matches }) => matches(text, hints))?.form ?? 'single';
