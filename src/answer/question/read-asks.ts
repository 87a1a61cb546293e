import { unitClassOf } from '../../figures/units.ts';
import { changeWords, findAsks, levelWords, limitBehindAsk, moneyWords, type AskMatch } from './ask-words.ts';
import { moneyNamed, namedMeasure, sharePattern } from './attribute-nouns.ts';
import { contentRuns } from './content-runs.ts';
import type { Ask } from './query.ts';

type AskedUnit = Pick<Ask, 'unit' | 'unitClass' | 'implied'>;

const noUnit: AskedUnit = { unit: null, unitClass: null, implied: false };
const counted: AskedUnit = { unit: '个', unitClass: 'count', implied: false };
/** A rate asked for without 多少: 「满意率怎么样」. */
const rateAsked = /(?:率|比例|比重|占比)(?:的?(?:完成|实现)?情况)?(?:怎么样|如何|呢|怎样|情况)?$/;
/** 「占多大比重」, 「做到多大规模」, 「多大的公园」: the noun behind tells what 多大 measures. */
function readSize(before: string, behind: string): AskedUnit {
  if (
    /(?:占|比重|比例|占比|份额)$/.test(before) ||
    /(?:[增涨降]幅|幅度|增速|变化|变动)$/.test(before) ||
    shareBehind.test(behind)
  )
    return { unit: null, unitClass: 'percent', implied: false };
  if (/^的?(?:体积|库容|容积)/.test(behind)) return { unit: null, unitClass: 'volume', implied: false };
  if (
    /^(?:的?(?:年纪|岁数|年龄))/.test(behind) ||
    /(?:年纪|岁数|年龄)(?:现在|目前|今年|如今|已经?|都)*[是为有]?$/.test(before)
  )
    return { unit: '岁', unitClass: unitClassOf('岁'), implied: false };
  if (/^的?(?:规模|体量|盘子)/.test(behind)) return noUnit;
  const subject = before.replace(/(?:要|会|能|达到?|做到|扩大?|变|是|为|有|到|得|占)+$/, '');
  if (moneyNamed.test(behind) || moneyNamed.test(subject)) return { unit: null, unitClass: 'money', implied: false };
  if (/(?:规模|缺口|体量|盘子|总量|力度|强度|密度|难度|额|量|(?<!地|层|平|表|占)面)$/.test(subject)) return noUnit;
  return { unit: null, unitClass: 'area', implied: !/面积|占地/.test(subject + behind) };
}

const shareBehind = /^的?(?:一部分)?(?:覆盖面|覆盖率|比重|比例|比率|份额|分量|权重|占比|成分|力度|幅度)/;
/** 「一家能补多少」, 「补助封顶是多少」 asks for nothing but a sum of money. */
const paysOut =
  /(?:能|可以)(?:拿|领)(?:到)?(?:多少|几)(?:奖补|补贴|补助|奖励)?$|(?:补|补助|补贴|奖|奖励|奖补|贴息|罚款?)(?:的?(?:封顶|上限|标准|金额)|额|给|了|是|为|到|能|可|最[高多])*(?:多少|几)$/;
/** 「单个项目最高能支持多少」 */
const supportsUpTo = /最[高多](?:能|可以?)?(?:支持|资助|扶持)(?:多少|几)$/;
/** 「惠及多少孩子」, 「给多少孩子发了补贴」 asks for people. */
const peopleNoun =
  /^(?:孩子|娃娃?|宝宝|学生|儿童|女生|男生|婴幼儿|婴儿|产妇|孕产妇|残疾人|大学生|新生|幼儿|青年|老人|老年人|群众|居民|职工|农民|患者|病人|教师|老师|医生|护士|妇女|党员|干部|考生|游客)/;
const takesPart = /^(?:领|拿|用上|住|吃上|受益|受惠|参加|参与|享受|上学|入学|就业|得到|[,，。?？]|$)/;
function peopleBehind(before: string, behind: string): boolean {
  const noun = peopleNoun.exec(behind)?.[0];
  return noun !== undefined && (/[给让帮为对]了?$/.test(before) || takesPart.test(behind.slice(noun.length)));
}
const stockAsked =
  /(?:一共|总共|共|现|目前)有(?:多少|几)|(?:年底|年末|月底).{0,14}(?:有|达到?了?)(?:多少|几)|累计(?:有|达到?|是)?(?:多少|几)|总数|总量|保有量|存量|在库/;
const amountNamed = /^(?:数量|总数|数目|个数|人数)[?？。]?$/;
const unitNamed =
  /(?<![两三四五六七八九十几])(套|户|个|件|家|处|起|台|辆|所|座|项|次|场)数$|的([人项架车航班场]次)(?=$|[,，?？])/;
/** 「增加值和增速是多少」: the first half shares the other's 多少. */
const changeOnly = /^(?:增速|增幅|增长率|同比)/;

/** 「去年GDP和增速」 asks for both. */
const levelAndRate = /(?<!多少|几)(?:和|及|与|以及)(增速|增幅|增长率)(?:情况)?(?=[?？。]?$)/;

/** Where one question asks for several things: 「改了几个，多少户受益」, 「查了多少户、立了多少案」. */
const askBorder =
  /[,;，；。?？]|、(?=[^,，、各是]{0,8}(?:多少|几))|(?<=(?:多少|几)[\u4e00-\u9fff]{0,3})、|(?<=(?:多少|几)[\u4e00-\u9fff]{0,4})(?:和|以及|还有)(?=[\u4e00-\u9fff]{1,10}(?:多少|几))|(?:和|及|与|、)(?=(?:增速|增幅|增长率|同比)(?:分别|各)?(?:是|为)?多少)/;

/** What one part of the question asks for. */
interface PartAsk {
  readonly ask: Ask;
  /** 多少 or 几 stands in the part itself. */
  readonly worded: boolean;
}

/** The things that a question asks for, in order. */
export function readAsks(folded: string, known?: (words: string) => boolean): Ask[] {
  const parts = folded
    .replace(levelAndRate, '多少，$1多少')
    .split(askBorder)
    .filter((part) => part.trim() !== '');
  const asks = parts.flatMap((part, index) => readPart(part, parts[index + 1] ?? '', known));
  return asks.reduce(joinTopic, []).map(({ ask }) => ask);
}

function readPart(part: string, next: string, known?: (words: string) => boolean): PartAsk[] {
  const match = findAsks(part, known)[0];
  const number = match !== undefined || changeOnly.test(next) || rateAsked.test(part) || amountNamed.test(part);
  if (
    !number &&
    !changeWords.test(part) &&
    !sharePattern.test(part) &&
    !unitNamed.test(part) &&
    namedMeasure(part) === null &&
    !stockAsked.test(part)
  )
    return [];
  return [
    {
      ask: {
        ...readUnit(match, part),
        number,
        stock: stockAsked.test(part),
        aspect: readAspect(part),
        bound: readBound(part),
        text: part,
        content: contentRuns(part, known),
      },
      worded: match !== undefined || (changeOnly.test(next) && /多少|几/.test(next)),
    },
  ];
}

/** 「残疾儿童入学率，今年要提高到多少」: the first part is the topic of the one ask. */
function joinTopic(asks: readonly PartAsk[], part: PartAsk): PartAsk[] {
  const { ask, worded } = part;
  const topic = asks.at(-1);
  // 「固定资产投资，增速」: keywords of one ask.
  if (topic && !topic.worded && !worded && onlyRate.test(ask.content.join('')))
    return [...asks.slice(0, -1), { ask: { ...topic.ask, ...noUnit, aspect: 'change' }, worded: false }];
  if (!topic || topic.worded || !worded || !onlyAction(ask.content)) return [...asks, part];
  // 「…管理率，目标定的几个点」: of a rate points are percent.
  const points = topic.ask.unitClass === 'percent' && /(?:几|多少)个点/.test(ask.text);
  const { unit, unitClass, implied } = points || (ask.unit === null && ask.unitClass === null) ? topic.ask : ask;
  const aspect = ask.aspect ?? topic.ask.aspect;
  const joined = { ...ask, unit, unitClass, implied, aspect, content: [...topic.ask.content, ...ask.content] };
  return [...asks.slice(0, -1), { ask: joined, worded }];
}

/** An ask that names nothing but how fast something changes. */
export const onlyRate = /^(?:增速|增幅|增长率|涨幅|降幅)$/;

/** Words that say what happens, of nothing named: 提高, 保住, 再降. */
const onlyAction = (content: readonly string[]): boolean =>
  content.join('').replace(/^[比要]+|[到至了过]+$/g, '').length <= 3;

function readUnit(match: AskMatch | undefined, part: string): AskedUnit {
  if (!match) {
    const attribute = namedMeasure(part);
    if (attribute !== null) return { unit: null, unitClass: attribute, implied: true };
    if (rateAsked.test(part)) return { unit: null, unitClass: 'percent', implied: false };
    const counted = unitNamed.exec(part);
    const named = counted?.[1] ?? counted?.[2];
    return named === undefined ? noUnit : { unit: named, unitClass: unitClassOf(named), implied: false };
  }
  const { whole, scale, unit } = match;
  // Companies are counted by 户 as well.
  if (unit === '户' && /企业|公司|厂|主体|商户|店/.test(part))
    return { unit: '户', unitClass: 'count', implied: false };
  // 「省了多少药费」
  if (
    /^[\u4e00-\u9fff]{0,3}(?:费用?|资金|款项?)(?:$|[,，。?？])/.test(part.slice(match.index + whole.length)) &&
    unit === ''
  )
    return { unit: null, unitClass: 'money', implied: false };
  // 「多几十块」 is money; 「几块电池」 counts.
  if (
    unit === '块' &&
    (/[十百千]/.test(scale) || /费|钱|价|成本/.test(part)) &&
    !/^[\u4e00-\u9fff]/.test(part.slice(match.index + whole.length))
  )
    return { unit: null, unitClass: 'money', implied: false };
  if (limitBehindAsk.test(part.slice(match.index + whole.length))) return counted;
  if (whole.endsWith('个点') && !/[涨降增减压提高低快慢砍削缩差率]|比例|比重|占比|长(?:几|多少)个/.test(part))
    return counted;
  if (/点$|百分之|几成几?/.test(whole)) return { unit: '%', unitClass: 'percent', implied: false };
  if (/时间|多久/.test(whole)) return { unit: null, unitClass: 'time', implied: false };
  if (whole.includes('多大')) return readSize(part.slice(0, match.index), part.slice(match.index + whole.length));
  if (whole.includes('多长') && /(?:时间|时长|周期|期限|年限|寿命)[^,，]{0,6}$/.test(part.slice(0, match.index)))
    return { unit: null, unitClass: 'time', implied: false };
  if (/多长|多远/.test(whole)) return { unit: null, unitClass: 'length', implied: false };
  if (unit === '钱') return { unit: null, unitClass: 'money', implied: false };
  // 多少亿 is money, 多少万 may be anything.
  if (/^[万亿]$/.test(unit || scale.slice(-1)))
    return (unit || scale).includes('亿') && unit.length <= 1
      ? { unit: null, unitClass: 'money', implied: false }
      : /人口|人数/.test(part)
        ? { unit: null, unitClass: 'people', implied: false }
        : noUnit;
  if (unit !== '') return { unit, unitClass: unitClassOf(unit), implied: false };
  if (peopleBehind(part.slice(0, match.index), part.slice(match.index + whole.length)))
    return { unit: null, unitClass: 'people', implied: true };
  if (/^(?:标准)?煤/.test(part.slice(match.index + whole.length)))
    return { unit: null, unitClass: 'weight', implied: false };
  if (sharePattern.test(part)) return { unit: null, unitClass: 'percent', implied: false };
  if (/(?:人口|人数)(?:一共|总共|现在|目前)?(?:有|是|为|达|达到)?$/.test(part.slice(0, match.index)))
    return { unit: null, unitClass: 'people', implied: false };
  if (whole.endsWith('个')) return counted;
  // 「目标是几」 names no unit.
  if (whole === '几' && !/^[\u4e00-\u9fff]/.test(part.slice(match.index + 1))) return noUnit;
  if (whole.startsWith('几')) return { unit: null, unitClass: 'count', implied: false };
  if (supportsUpTo.test(part)) return { unit: null, unitClass: 'money', implied: false };
  if (moneyWords.test(part) && !changeWords.test(part))
    return { unit: null, unitClass: 'money', implied: !paysOut.test(part) };
  return noUnit;
}

const upperAsked =
  /(?:最[高多大](?!的)|顶多|至多|封顶|上限|顶格|不超过|不高于|不[能得可](?:超过|高于|多于|大于)|控制在)/;
const lowerAsked = /(?:最[低少小](?!的)|起码|至少|下限|不低于|不少于|不[能得可](?:低于|少于|小于))/;

/** 「每项最高支持多少」 asks for a bound that the plan sets. */
const readBound = (part: string): Ask['bound'] =>
  upperAsked.test(part) ? 'upper' : lowerAsked.test(part) ? 'lower' : null;

function readAspect(part: string): Ask['aspect'] {
  if (changeWords.test(part)) return 'change';
  return levelWords.test(part) ? 'level' : null;
}
