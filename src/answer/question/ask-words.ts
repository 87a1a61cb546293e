import { unitPattern } from '../../figures/units.ts';
import { segmentWords } from '../../text/words.ts';

/** 「几个10亿元以上的项目」: the amount bounds what is counted and is not its unit. */
const limitAhead = '[\\d.百千万亿]+(?:元|亩|吨)(?:以[上下]的?|级的?|(?=项目|企业|产业))[\\u4e00-\\u9fff]';

export const limitBehindAsk = new RegExp(`^${limitAhead}`);

/**
 * What asks for a number, with the unit it names: 多少公里, 几个, 百分之几, 多长时间. Groups: the multiplier (万), the unit.
 * 位 of 位子, and a unit that bounds something (亿元以上项目), are no units.
 */
const askPattern = new RegExp(
  [
    '(?:多少|几)个?百?[分份]?点',
    '几成几?(?![\\u4e00-\\u9fff])',
    `(?:多少|几)个?(?=${limitAhead})`,
    `(?:(?<!(?<!罚)没)多少|(?<![这那好前后近头第没])几|若干)(?:个(?!月|工作日|小时|学时))?(多?[十百千万亿]*)(?:(${unitPattern}|亿|万|点|钱)(?!以[上下]的?[\\u4e00-\\u9fff]|子|置|值))?`,
    '百分之[几多]少?|多长时间|多久|多大面积|多长|多远|多宽|多高|多重|多大',
  ].join('|'),
  'g',
);

/** 多少, 几个, 百分之几 where a question has it. */
export interface AskMatch {
  readonly index: number;
  /** As it stands, with the unit. */
  readonly whole: string;
  /** 万 of 多少万亩. */
  readonly scale: string;
  readonly unit: string;
}

const nouns: ReadonlySet<string> = new Set('师生 学生 群众 人口 居民 职工 农户 党员 家庭 老年人 劳动力'.split(' '));
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const asking = /^(?:多少|几|若干)/;

/** Where a text asks for a number. In 「多少个人工智能场景」 no 人 is asked for: a word of the plan goes on behind it. */
export function findAsks(text: string, known: (words: string) => boolean = () => true): AskMatch[] {
  return [...text.matchAll(askPattern)].map(({ index, 0: whole, 1: scale = '', 2: unit = '' }) => {
    const begins = unit !== '' && asking.test(whole);
    const end = index + whole.length;
    const goesOn =
      begins &&
      (namesOn(unit, text.slice(end, end + 2), known) ||
        endsInsideWord(text.slice(index), whole.length - unit.length, whole.length, known));
    return goesOn
      ? { index, whole: whole.slice(0, whole.length - unit.length), scale, unit: '' }
      : { index, whole, scale, unit };
  });
}

/** 「多少个家庭医生团队」 asks for teams: a name of the plan goes on behind the noun. */
const namesOn = (unit: string, behind: string, known: (words: string) => boolean): boolean =>
  nouns.has(unit) && /^[\u4e00-\u9fff]{2}$/.test(behind) && known(unit + behind);

/**
 * Whether a word that begins at the unit goes on behind it (多少个名师工作室). The dictionary is asked only where the segmenter
 * says so, or the plan has the unit together with what follows.
 */
function endsInsideWord(text: string, start: number, end: number, known: (words: string) => boolean): boolean {
  const crosses = [...segmenter.segment(text)].some(
    ({ index, segment }) => index >= start && index < end && index + segment.length > end,
  );
  if (!crosses && !known(text.slice(end - 1, end + 1))) return false;
  let at = 0;
  for (const { text: word } of segmentWords(text)) {
    if (at >= start && at < end && at + word.length > end) return !/[中里内外上下前后小大]$/.test(word) && known(word);
    at += word.length;
  }
  return false;
}

/** The question asks how much something changes. */
export const changeWords =
  /(?:降|涨|升|提高|压减)低?(?:多少|几)个?百分点|增长|增速|增幅|增得|幅度|涨|跌|降幅|下降|下调|减少了?多少|提高了?多少|压减|压缩|降了|少了多少|多了多少|快了|提升了?多少|增加了?多少|同比|比(?:以前|过去|原来|往年|往常)[高低多少大快慢长短]/;

/** The question asks for an amount, not its change. */
export const levelWords = /总量|规模|达到多少|是多少元|到多少|水平/;

/** Money is meant although no unit is named: 「贷款放了多少」. */
export const moneyWords =
  /(?:补|奖|贴|拨|罚)(?:给|了)?(?:多少|几)|投得?[多少大]|贷款|信贷|资金|投资|补助|补贴|经费|罚款|罚了|产值|营收|收入|支出|税收|销售额|交易额|(?<![\u4e00-\u9fff]{3})总额|(?:能|可以)(?:拿|领)(?:到)?(?:多少|几)|(?:每|一)(?:家|户|人|个人|亩|月|年|次|学期|头|台)[^,，]{0,4}(?:给|发|补|奖|贴|领|拿)(?:到|了)?多少$/;

/** 「排全省第几」, 「名次怎么样」: a place in a ranking. */
export const asksRank =
  /第几(?:位|名|$|[?？])|前(?:多少|几)[名位]|(?<![安按编减轮铺])排(?:名|位)?(?:老几|多少(?:名|位|$|[?？])|第几|怎么样|如何)|排得(?:怎么样|如何|咋样|前不前|靠[前后])|(?:排名|位次|名次)(?:是|为|呢|[?？]|$)/;
