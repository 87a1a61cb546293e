import type { Figure } from '../../../figures/figure.ts';
import { unitClassOf } from '../../../figures/units.ts';
import { isPair, ngrams } from '../../../text/ngrams.ts';
import { soundPairs } from '../../../text/sounds.ts';
import { attributeOf, isShare } from '../../question/attribute-nouns.ts';
import { accountOf } from '../fits-account.ts';
import { missingFrom, ownWords } from '../missing-names.ts';
import type { Candidate } from '../rank.ts';

/** A question that names a rate or an index by its formal name means that one, not whatever is near. */
const formalHead =
  /(.{2,10}(?:率|指数|系数|浓度|强度|增加值|总产值|生产总值|交货值|人口|分数线)|.{0,10}(?:吞吐|客运|货运|客流|发电|用电|用水|排放|保有|交易|周转)量)$/;

/** 碳排放强度|下降. */
const moves = /(?:同比|再|持续)*(?:下降|降低|提高|提升|增长|减少|上升|压减)+[到至了]?$/;

export function lacksHead({ figure, near }: Candidate, content: readonly string[]): boolean {
  const head = content.map((run) => formalHead.exec(run.replace(moves, ''))?.[1]).find((found) => found !== undefined);
  if (head === undefined) return false;
  const isRate = isShare(head);
  const unit = unitClassOf(figure.quantity.unit);
  if (isRate && unit !== null && unit !== 'percent' && unit !== 'ratio') return true;
  // 「利润率」 is not how fast the profits grow.
  if (
    isRate &&
    head.length <= shortRate &&
    figure.aspect === 'change' &&
    !/[增长降]率$/.test(head) &&
    !figure.indicator.includes(head.slice(-3))
  )
    return true;
  // 客运量 alone is no 铁水联运量, however much of it that has.
  const [, moved] = /^(.{2})量$/.exec(content.length === 1 ? head : '') ?? [];
  if (moved !== undefined && missingFrom(figure)(moved)) return true;
  // 「两客一危上线率」 of 「加强“两客一危”车辆动态监控，车辆上线率不低于98%」.
  const around = figure.indicator.endsWith(head.slice(-endOfHead))
    ? figure.indicator + figure.passage.text
    : figure.indicator;
  return near < 0.45 && sharedPairs(head, around) < mostOfHead;
}

/** 「诉求办结率」 is said of 企业诉求响应办结率, whatever else the question tells of it. */
const mostOfHead = 0.6;
const shortRate = 4;
const endOfHead = 3;

function sharedPairs(head: string, indicator: string): number {
  const pairs = ngrams(head).filter(isPair);
  const sounds = new Set(soundPairs(indicator));
  const isShared = (pair: string): boolean =>
    indicator.includes(pair) || soundPairs(pair).some((sound) => sounds.has(sound));
  return pairs.length === 0 ? 0 : pairs.filter(isShared).length / pairs.length;
}

/** 「规上工业企业利润总额」 is no 规上工业总产值. */
export function lacksMeasure({ figure }: Candidate, content: readonly string[]): boolean {
  const named = content.map(accountOf).find((found) => found !== null);
  if (named == null) return false;
  const lacks = missingFrom(figure);
  return lacks(named.slice(0, 2)) && lacks(named.slice(-2));
}

const statisticalHead =
  /(?:总产量|产量|单产|使用量|用量|排放量|吞吐量|销售额|交易额|面积|产值|增加值|收入|支出|人数|户数|总数|价格|标准|浓度|里程|覆盖率|[^ ]率|数量)$/;

/** 「水稻总产量」 is no 粮食总产量: a statistic's own words must stand somewhere around the figure. */
export function lacksModifier({ figure, near }: Candidate, content: readonly string[]): boolean {
  if (isBareOfAnother(figure, content)) return true;
  if (near >= 0.75) return false;
  for (const run of content) {
    const head = statisticalHead.exec(run);
    const modifier = head === null ? '' : run.slice(0, head.index);
    if (head === null || modifier.length < 2 || !figure.indicator.includes(head[0].slice(-2))) continue;
    // 「化肥使用量」 names its own thing; a bare 「总产量」 takes it from the sentence before.
    const isBare = figure.indicator.replace(statisticalHead, '').length < 2;
    const around = figure.indicator + (figure.section?.path.join('') ?? '') + (isBare ? figure.passage.text : '');
    const sounds = new Set(soundPairs(around));
    const pairs = ngrams(modifier).filter(isPair);
    if (
      pairs.length > 0 &&
      pairs.every((pair) => !around.includes(pair) && !soundPairs(pair).some((sound) => sounds.has(sound)))
    )
      return true;
  }
  return false;
}

/** 「低空智能链今年产值」: a bare 产值 below 「新能源电池链」 is of that chain, whatever else the question names. */
function isBareOfAnother(figure: Figure, content: readonly string[]): boolean {
  const isBare = figure.indicator.replace(statisticalHead, '').length < 2 && statisticalHead.test(figure.indicator);
  const things = content.filter((run) => run.length >= longThing && !statisticalHead.test(run));
  if (!isBare || things.length === 0) return false;
  const lacks = missingFrom(figure);
  return things.every(lacks);
}

const longThing = 4;

/** 「单位GDP二氧化碳排放」: a statistic that is called by its letters must be spoken of somewhere around the figure. */
export function lacksStatistic({ figure }: Candidate, content: readonly string[]): boolean {
  const around = `${figure.passage.text}${ownWords(figure)}`;
  return lettered.some(([asked, told]) => content.some((run) => asked.test(run)) && !told.test(around));
}

const lettered: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [/gdp/i, /gdp|生产总值|经济总量/i],
  [/cpi/i, /cpi|消费价格/i],
  [/ppi/i, /ppi|出厂价格/i],
];

/** 「GDP多少」 is not answered by 工业增加值占地区生产总值比重: what is asked for is only what the share is taken of. */
export function isTakenOf({ figure }: Candidate, content: readonly string[]): boolean {
  const [, part, whole] = /^(.{2,})占(?!地面?积|地$)(.{2,})$/.exec(figure.indicator) ?? [];
  if (part === undefined || whole === undefined || content.length === 0) return false;
  if (/[占率]|比重|比例/.test(content.join(''))) return false;
  return content.every((run) => run.length >= 2 && whole.includes(run) && !part.includes(run));
}

const asAsked = 0.95;

/** 「路灯投资」 asks for money; 430盏路灯 are none. An attribute that the figure's own name has is no bar. */
export function lacksAttribute({ figure, unitFit }: Candidate, content: readonly string[]): boolean {
  const found = attributeOf(content.at(-1) ?? '');
  if (!found) return false;
  const own = unitClassOf(figure.quantity.unit);
  return (
    own !== null &&
    (own !== 'percent' || (found.noun === '人口' && figure.aspect === 'level')) &&
    own !== 'ratio' &&
    !found.classes.includes(own) &&
    !figure.indicator.includes(found.noun) &&
    // 「给多少婴幼儿发了补贴」 of 「发放补贴33.9亿元，惠及婴幼儿97.3万人」.
    !(unitFit >= asAsked && figure.passage.text.includes(found.noun))
  );
}

/** 出口 and 进口 are halves of 进出口, which has both words in it. */
export function namesPartOfTrade({ figure }: Candidate, content: readonly string[]): boolean {
  const words = content.join('|');
  const half = /(?<!进)出口|进口/.exec(words.replace(/进出口|不含进口|不含出口|口岸/g, '|'))?.[0];
  return (
    half !== undefined && figure.indicator.includes('进出口') && !figure.indicator.replace('进出口', '').includes(half)
  );
}
