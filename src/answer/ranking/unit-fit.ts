import { actionVerbPattern } from '../../figures/action-verbs.ts';
import { clauseText, type Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';
import type { Ask } from '../question/query.ts';

/** The fit of 个 or 处 where 家, 所 or 张 is asked for. */
export const particularMismatch = 0.84;
/** Measure words that go with one kind of thing: 几家 hardly asks for 泊位. */
const particularUnits: ReadonlySet<string> = new Set([
  '家',
  '所',
  '座',
  '辆',
  '台',
  '套',
  '场',
  '趟',
  '列',
  '次',
  '只',
  '起',
  '艘',
  '架',
  '张',
  '间',
  '株',
  '头',
  '批',
  '期',
]);

/** Counting words stand in for each other (几个 for 5座), kinds of units do not (公里 for 个). */
export function fitUnit(figure: Figure, ask: Ask | null): number {
  const fit = fitNamedUnit(figure, ask);
  if (ask?.implied !== true) return fit;
  const own = unitClassOf(figure.quantity.unit);
  // 「给多少女生接种」 is not answered by how old they are.
  if (own === 'age' && ask.unitClass !== own) return fit;
  // 「招多少新生」 is not answered by a share; what only goes on with an earlier question has its unit from there.
  const isShare = own === 'percent' && ask.unitClass !== own && /多少|几/.test(ask.text) && !mayBeShare.test(ask.text);
  return Math.max(fit, isShare ? hardlyShare : likelyOnly);
}

/** A unit that is only likely puts others a little behind. */
const likelyOnly = 0.85;
/** 「投入强度」, 「砍多少」 may be told in percent. */
const mayBeShare = /[率比占]|强度|[砍压减降涨增缩]/;
const hardlyShare = 0.5;

/** 「每人交多少钱」 is not answered by 31亿元. */
const perHead = /每(?:一|个)?(?:人|户|位|名|亩|学生|老人|家庭)[^,，。]{0,8}(?:多少|几)|人均[^,，。]{0,8}(?:多少|几)/;
const noOnePays = 1e7;
const isShareFigure = ({ quantity, aspect }: Figure): boolean => {
  const own = unitClassOf(quantity.unit);
  return aspect === 'level' && (own === 'percent' || own === 'ratio' || own === null);
};
const asksShare = /占(?!地|用|比)[^,，。提降涨升增建修改造设]{1,12}(?:多少|几成|百分之几)/;
const foreignMoney = /美元|欧元|港元/;
/** 「总共有多少名护士」 is not answered by 每千人口护士数. */
const asksTotal = /^(?!.*(?:每|人均)).*(?:总共|一共|总数)/;
const perHeadOf = /每[十百千万]+(?:名|位|个)?(?:城镇|农村)?(?:常住)?(?:人|老|儿童|学生|职工)|人均/;

function fitNamedUnit(figure: Figure, ask: Ask | null): number {
  const { unit } = figure.quantity;
  // 「占全市多少」 is not answered by how fast it grows, nor by how much it is.
  if (ask !== null && ask.unit === null && asksShare.test(ask.text) && !isShareFigure(figure)) return 0.3;
  if (ask === null || (ask.unit === null && ask.unitClass === null)) return 1;
  if (perHead.test(ask.text) && unitClassOf(unit) === 'money' && (figure.quantity.value ?? 0) >= noOnePays) return 0.3;
  if (asksTotal.test(ask.text) && perHeadOf.test(figure.indicator)) return 0.3;
  if (ask.unit !== null && ask.unit === unit) return 1;
  // 「利用外资多少万美元」 is no sum in 元.
  if (ask.unit !== null && foreignMoney.test(ask.unit) && unitClassOf(unit) === 'money') return 0.3;
  const own = unitClassOf(unit);
  // 「事故起数少了多少」 may be told in percent.
  if (
    ask.aspect === 'change' &&
    figure.aspect === 'change' &&
    own === 'percent' &&
    /(?<![到至]了?)(?:多少|几)$/.test(ask.text)
  )
    return Math.max(0.85, ask.unitClass === own ? 0.97 : 0);
  if (ask.unitClass === own) {
    if (own === 'time' && daysForHours(unit, ask.unit)) return particularMismatch;
    return own !== 'count' ? 0.97 : fitMeasureWord(unit, ask.unit);
  }
  if (
    ask.unitClass === 'count' &&
    (own === 'people' || own === 'household' || own === 'time') &&
    ask.unit !== null &&
    ask.unit !== '个'
  )
    return 0.5;
  if (ask.unitClass === 'count' && ask.unit === '个' && (own === 'people' || own === 'household')) return 0.85;
  if ((ask.unitClass === 'people' && own === 'household') || (ask.unitClass === 'household' && own === 'people'))
    return 0.55;
  if (ask.unitClass === 'area' && own === 'volume' && ask.unit === null) return 0.97;
  // 床护比1:0.6 answers no 多少名.
  if (own === null && ask.unit !== null && /\d[:：]\d/.test(figure.quantity.text)) return 0.3;
  // 三分之一 is no sum of money.
  if (ask.unitClass === 'money' && unit === '' && figure.quantity.value === null && figure.quantity.range === null)
    return 0.3;
  // 三分之二的县 answers 多少县, if little else does.
  if (own === null || own === 'ratio') return ask.unitClass === 'count' ? 0.55 : 0.8;
  return 0.3;
}

const hours = /秒|分钟|小时/;
/** 「几天」 is not answered in minutes, nor 「几小时」 in days. */
const daysForHours = (unit: string, asked: string | null): boolean =>
  asked !== null && hours.test(unit) !== hours.test(asked);

/** Measure words that may stand for each other; those of other rows count other things: 床位 go by 张, not by 家. */
const alike: readonly (readonly string[])[] = [
  ['家', '所', '座', '间'],
  ['场', '次', '趟', '轮', '期', '批'],
  ['辆', '台', '套', '艘', '架'],
  ['趟', '列', '班', '条'],
  ['张'],
  ['起'],
  ['株', '头', '只'],
];
const isParticular = (unit: string): boolean => alike.some((row) => row.includes(unit));
const areAlike = (a: string, b: string): boolean => alike.some((row) => row.includes(a) && row.includes(b));

function fitMeasureWord(unit: string, asked: string | null): number {
  // 「互认的项次」 are not the 220项 of its sentence.
  if (asked !== null && timesOf.test(asked) && !timesOf.test(unit)) return otherThings;
  if (asked === null || !particularUnits.has(asked)) return 0.95;
  // 台件 are counted by 台 too.
  if (unit.startsWith(asked)) return 0.97;
  if (areAlike(unit, asked)) return standsIn;
  return isParticular(unit) && isParticular(asked) ? otherThings : particularMismatch;
}

const timesOf = /^[项架车航班]次$/;

/** The fit of 辆 where 台 is asked for: speech takes the one for the other. */
const standsIn = 0.93;
/** The fit of 家 where 张 is asked for. */
const otherThings = 0.5;

export function fitAspect(figure: Figure, ask: Ask | null): number {
  if (ask?.aspect === 'change') return figure.aspect === 'change' ? 1.1 : 0.85;
  return figure.aspect === 'change' ? 0.93 : 1;
}

/** What is newly added is another figure than what there is. */
export const fitStock = (figure: Figure, ask: Ask | null): number =>
  ask?.stock === true && !figure.cumulative && flow.test(figure.indicator) ? 0.5 : 1;

const flow = /^.{0,4}(?:新[增建招认培引]|净增|招聘|招录|引进|培训|评选|发放|淘汰)/;

const upper = /最高|最多|不超过|不高于|不大于|不突破|以[下内]|之内|≤|</;
const lower = /最低|至少|不低于|不少于|不小于|以上|≥|>/;

/** A bound is asked for; a figure that the text states as one comes first. */
export function fitBound({ quantity: { qualifier } }: Figure, ask: Ask | null): number {
  if (ask?.bound == null) return 1;
  return (ask.bound === 'upper' ? upper : lower).test(qualifier ?? '') ? 1 : unbounded;
}

const unbounded = 0.88;

/** 「今年完成多少投资」 asks for a year's part, not for 总投资. */
export const fitTotal = ({ indicator }: Figure, ask: Ask | null): number =>
  ask !== null && ofYear.test(ask.text) && !ask.text.includes('总') && indicator.includes('总投资') ? ofAllYears : 1;

const ofAllYears = 0.8;
const ofYear = /今年|年度|年内|全年|本年/;

/** Whether a question asks what was done: 「去年打通了几处断头路」. */
export const asksDone = (said: string): boolean => done.test(said);

/** 「仍有17处」 is what is left to do, not what was done. */
export function fitLeft(figure: Figure, isAskedDone: boolean, isAskedLeft: boolean): number {
  if (!isAskedDone && !isAskedLeft) return 1;
  const isLeft = /[仍尚还]有|仅剩|还剩/.test(clauseText(figure));
  if (isAskedLeft) return isLeft ? askedLeft : 1;
  return isLeft ? stillLeft : 1;
}

const done = new RegExp(actionVerbPattern + '[了过]');
const stillLeft = 0.5;
const askedLeft = 1.4;
/** 「断头路还有几处」, 「还剩多少没打通」. */
export const asksLeft = (said: string): boolean => /(?:还有|还剩|仍有|剩下?|剩余)(?:多少|几)/.test(said);

/** What stands right behind the ask, by the end that names the thing in Chinese: 学位 of 「新增多少公办学位」; null where nothing does. */
export function askedNoun(ask: Ask | null): string | null {
  const noun = ask?.content.find(
    (run) => run.length >= 2 && /(?:多少|几)[\u4e00-\u9fff]?$/.test(before(ask.text, run)),
  );
  return noun?.slice(-3) ?? null;
}

/** 「新增多少公办学位」 counts 学位, not the 幼儿园 of its sentence. */
export const fitAskedNoun = ({ indicator }: Figure, noun: string | null, isUnit: boolean): number =>
  noun === null || ngrams(noun).some((gram) => isPair(gram) && indicator.includes(gram))
    ? 1
    : isUnit
      ? lacksPlaces
      : lacksNoun;

const before = (text: string, run: string): string => text.slice(0, Math.max(0, text.indexOf(run)));
const lacksNoun = 0.93;
/** 「能多出多少学位」 is not answered by 新建幼儿园3所. */
const lacksPlaces = 0.7;

/** 「太阳能路灯数量」 is no 43个 of 「在43个行政村安装太阳能路灯3800盏」: what stands behind the number is what it counts. */
export function fitCounted({ indicator, passage, quantity }: Figure, next: Figure | undefined, said: string): number {
  if (next?.passage !== passage || next.indicator !== indicator) return 1;
  const behind = passage.text.slice(quantity.end - passage.start, quantity.end - passage.start + nounLength);
  const names = ngrams(behind).some((gram) => isPair(gram) && said.includes(gram));
  return indicator.startsWith(behind.slice(0, 2)) && !names ? countsOther : 1;
}

const nounLength = 6;
const countsOther = 0.92;
