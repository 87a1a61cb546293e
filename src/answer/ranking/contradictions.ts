import type { Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import { foldWidth } from '../../text/fold-width.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';
import { soundPairs } from '../../text/sounds.ts';
import { attributeOf, isShare } from '../question/attribute-nouns.ts';
import { namesCounterpart } from './counterpart.ts';
import { lacksFormalName, lacksPartOfName, missingFrom, ownWords } from './missing-names.ts';
import type { Candidate } from './rank.ts';

/**
 * Whether the question names something that the figure is not, however near it lies: another member of the same family
 * is the figure most easily taken for the one asked for.
 */
export const contradicts = (candidate: Candidate, content: readonly string[]): boolean =>
  surelyContradicts(candidate, content) || namesCounterpart(candidate, content) || lacksPartOfName(candidate, content);

/** The same, but for what may also be another way of saying it: 烧柴油的老旧货车 of 柴油货车. */
export const surelyContradicts = (candidate: Candidate, content: readonly string[]): boolean =>
  lacksHead(candidate, content) ||
  lacksMeasure(candidate, content) ||
  lacksModifier(candidate, content) ||
  namesSibling(candidate, content) ||
  lacksFormalName(candidate, content) ||
  namesPartOfTrade(candidate, content) ||
  lacksNumber(candidate, content) ||
  lacksGrade(candidate, content) ||
  lacksStage(candidate, content) ||
  lacksOwnership(candidate, content) ||
  lacksAttribute(candidate, content) ||
  isExcluded(candidate, content) ||
  lacksRemoval(candidate, content) ||
  lacksStatistic(candidate, content);

/** 「单位GDP二氧化碳排放」: a statistic that is called by its letters must be spoken of somewhere around the figure. */
function lacksStatistic({ figure }: Candidate, content: readonly string[]): boolean {
  const around = `${figure.passage.text}${ownWords(figure)}`;
  return lettered.some(([asked, told]) => content.some((run) => asked.test(run)) && !told.test(around));
}

const lettered: readonly (readonly [asked: RegExp, told: RegExp])[] = [
  [/gdp/i, /gdp|生产总值|经济总量/i],
  [/cpi/i, /cpi|消费价格/i],
  [/ppi/i, /ppi|出厂价格/i],
];

/** 「不是改造的，是新建的」: what the question leaves out by name. */
function isExcluded({ figure }: Candidate, content: readonly string[]): boolean {
  return content.some((run) => {
    const left = exclusion.exec(run)?.[1];
    return left !== undefined && figure.indicator.includes(left);
  });
}

const exclusion = /^(?:不是|不含|不算|不包括|除去|除了)([\u4e00-\u9fff]{2,8})$/;

/** 「撤并几所普通高中」 asks for what goes; what is built or improved is no answer. */
function lacksRemoval({ figure }: Candidate, content: readonly string[]): boolean {
  const { passage, clause } = figure;
  const stated = passage.text.slice(Math.max(0, clause.start - passage.start), clause.end - passage.start);
  return content.some((run) => removal.test(run)) && !goes.test(`${stated}${figure.quantity.qualifier ?? ''}`);
}

const removal =
  /^(?:撤并|撤销|裁撤|停办|关停|取缔|注销|清退|撤点并校|关掉|撤掉|取消|裁减)(?:了|掉)?(?=[\u4e00-\u9fff]{2}|$)/;
const goes =
  /撤|裁[减撤]|停[办运用业产]|关[停闭]|废[止弃除]|合并|归并|减少|压减|退出|清[退理零]|淘汰|拆除|取缔|取消|注销|整合|整治|化解|腾退|出清|处置|销[号户]/;

/** 「民办学校」 are not all schools: who runs a thing must be said somewhere around the figure. */
function lacksOwnership({ figure }: Candidate, content: readonly string[]): boolean {
  const said = ownership.exec(content.join('|'))?.[0];
  return said !== undefined && !`${figure.passage.text}\n${ownWords(figure)}`.includes(said);
}

const ownership = /民办|公办|民营|国有|私营|外资|合资/;

/** 4A级景区 is no 3A级景区: a number or Latin word of the question's names must stand in the figure's sentence. */
function lacksNumber({ figure }: Candidate, content: readonly string[]): boolean {
  const around = foldWidth(figure.passage.text + ownWords(figure)).toLowerCase();
  return content.some((run) =>
    [
      ...run
        .replace(date, '')
        .replace(emergencyCall, '')
        .toLowerCase()
        .matchAll(/([a-z]*\d+(?:\.\d+)?[a-z]*)([\u4e00-\u9fff]?)/g),
    ].some(([, name = '', next = '']) => !standsIn(around, name, next)),
  );
}

/** 国四 is no 国三, 二级医院 no 三级医院: of a grade that is named the figure's sentence must not have another one only. */
function lacksGrade({ figure }: Candidate, content: readonly string[]): boolean {
  const around = figure.passage.text + ownWords(figure);
  return content.some((run) =>
    [...run.matchAll(grade)].some(([named]) => !around.includes(named) && new RegExp(grade.source).test(around)),
  );
}

const grade =
  /(?<![全我中])国[一二三四五六](?![\u4e00-\u9fff]?个)|(?<![\u4e00-\u9fff][^级]?[上下])[一二三四]级(?=公立|医院|公路|以上|医疗|保护|资质|航道|响应)/g;

/** 「普通高中的生均公用经费」 is no 初中生均公用经费: of a stage of schooling that is named the figure must not have another one only. */
function lacksStage({ figure }: Candidate, content: readonly string[]): boolean {
  const named = [...content.join('|').matchAll(new RegExp(stage, 'g'))].map(([name]) => name);
  // 「从小学到初中，初中学位多少」 names two.
  const asked = new Set(named).size === 1 ? named[0] : undefined;
  return (
    asked !== undefined && stage.test(figure.indicator) && !`${figure.passage.text}${ownWords(figure)}`.includes(asked)
  );
}

const stage = /幼儿园|小学|初中|高中|中职|高职|高校/;

/** 「打120」 calls an ambulance; it counts nothing. */
const emergencyCall = /(?<=打了?|拨打?了?|叫)1(?:10|19|20|22)(?!\d)|(?<!\d)120(?=救护|急救)/g;

/** 「7月1号以后」 is 自7月1日起. */
const date = /\d{1,2}月(?:\d{1,2}[日号])?/g;

/** The 2 of 2号线 does not stand in 12号线, nor in the 2. of a heading; that of 2期 stands in 二期. */
function standsIn(text: string, name: string, next: string): boolean {
  const spelt = '一二三四五六七八九'[Number(name) - 1];
  if (spelt !== undefined && text.includes(spelt + next)) return true;
  // 12345热线 is 12345 whatever follows; a small number counts or names what stands behind it.
  const counted = /^\d\d?$/.test(name) ? next : '';
  return new RegExp(`(?<![\\d.])${name.replace('.', '\\.')}(?!\\d|\\.\\d)${counted}`).test(text);
}

/** 「路灯投资」 asks for money; 430盏路灯 are none. An attribute that the figure's own name has is no bar. */
const asAsked = 0.95;

function lacksAttribute({ figure, unitFit }: Candidate, content: readonly string[]): boolean {
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
function namesPartOfTrade({ figure }: Candidate, content: readonly string[]): boolean {
  const words = content.join('|');
  const half = /(?<!进)出口|进口/.exec(words.replace(/进出口|不含进口|不含出口|口岸/g, '|'))?.[0];
  return (
    half !== undefined && figure.indicator.includes('进出口') && !figure.indicator.replace('进出口', '').includes(half)
  );
}

/** A question that names a rate or an index by its formal name means that one, not whatever is near. */
const formalHead =
  /(.{2,10}(?:率|指数|系数|浓度|强度|增加值|总产值|生产总值|交货值|人口|分数线|(?:吞吐|客运|货运|客流|发电|用电|用水|排放|保有|交易|周转)量))$/;

/** 碳排放强度|下降. */
const moves = /(?:同比|再|持续)*(?:下降|降低|提高|提升|增长|减少|上升|压减)+[到至了]?$/;

function lacksHead({ figure, near }: Candidate, content: readonly string[]): boolean {
  const head = content.map((run) => formalHead.exec(run.replace(moves, ''))?.[1]).find((found) => found !== undefined);
  if (head === undefined) return false;
  const isRate = isShare(head);
  const unit = unitClassOf(figure.quantity.unit);
  if (isRate && unit !== null && unit !== 'percent' && unit !== 'ratio') return true;
  // 「两客一危上线率」 of 「加强“两客一危”车辆动态监控，车辆上线率不低于98%」.
  const around = figure.indicator.endsWith(head.slice(-endOfHead))
    ? figure.indicator + figure.passage.text
    : figure.indicator;
  return near < 0.45 && sharedPairs(head, around) < mostOfHead;
}

/** 「诉求办结率」 is said of 企业诉求响应办结率, whatever else the question tells of it. */
const mostOfHead = 0.6;
const endOfHead = 3;

function sharedPairs(head: string, indicator: string): number {
  const pairs = ngrams(head).filter(isPair);
  const sounds = new Set(soundPairs(indicator));
  const isShared = (pair: string): boolean =>
    indicator.includes(pair) || soundPairs(pair).some((sound) => sounds.has(sound));
  return pairs.length === 0 ? 0 : pairs.filter(isShared).length / pairs.length;
}

/** 「规上工业企业利润总额」 is no 规上工业总产值: sums of money that accounts tell apart by their names. */
const account =
  /(利润|税收|税金|营业收入|主营业务收入|贷款余额|存款余额|进出口|零售额|成交额|研发经费|研发投入)(?:总额)?$/;

function lacksMeasure({ figure }: Candidate, content: readonly string[]): boolean {
  const named = account.exec(content.at(-1) ?? '')?.[1];
  if (named === undefined) return false;
  const lacks = missingFrom(figure);
  return lacks(named.slice(0, 2)) && lacks(named.slice(-2));
}

const statisticalHead =
  /(?:总产量|产量|单产|使用量|用量|排放量|吞吐量|销售额|交易额|面积|产值|增加值|收入|支出|人数|户数|总数|价格|标准|浓度|里程|覆盖率|[^ ]率|数量)$/;

/** 「水稻总产量」 is no 粮食总产量: a statistic's own words must stand somewhere around the figure. */
function lacksModifier({ figure, near }: Candidate, content: readonly string[]): boolean {
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

/**
 * 「单位工业增加值二氧化碳排放」 is no 单位工业增加值能耗: it begins like the indicator and ends, where Chinese names their
 * thing, in words that neither it nor its clause has.
 */
function namesSibling({ figure, near }: Candidate, content: readonly string[]): boolean {
  if (near >= 0.75) return false;
  const run = content
    .map(withoutKind)
    .find((words) => words.length >= siblingLength && figure.indicator.includes(words.slice(0, siblingHead)));
  if (run === undefined) return false;
  const tail = run.slice(-siblingTail);
  // A slip of the keyboard shares its characters: 吐吞量.
  if ([...tail].some((char) => figure.indicator.includes(char)) || !/^[\u4e00-\u9fff]+$/.test(run)) return false;
  return ngrams(tail)
    .filter(isPair)
    .every((pair) => !figure.passage.text.includes(pair));
}

/** 工业技改投资|增速目标: what kind of number is wanted names no thing. */
const withoutKind = (words: string): string => words.replace(/(?:增速|增幅|增长率|目标值?|指标|任务|计划)+$/, '');

const siblingLength = 7;
const siblingHead = 4;
const siblingTail = 4;
