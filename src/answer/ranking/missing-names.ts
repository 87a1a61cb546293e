import { actionVerbPattern, actionVerbs } from '../../figures/action-verbs.ts';
import { clauseText, type Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import { isPair, ngrams } from '../../text/ngrams.ts';
import { soundPairs, soundsLike } from '../../text/sounds.ts';
import { segmentWords, type Word } from '../../text/words.ts';
import { attributeOf } from '../question/attribute-nouns.ts';
import { placeAndTopic, possiblePlaces } from '../../text/place-names.ts';
import { bodyAndTopic, isCalled, isParticular } from '../../text/public-bodies.ts';
import type { Candidate } from './rank.ts';

/** Below, words carry too little to contradict; above, everything is there. */
const partlyNamed = 0.4;
const whollyNamed = 0.95;

/** 改了, 太重, 要回来: speech, not a name. */
const spoken = /[了着过的得]$|^[太很挺往]|^(?:[回出起下上过进招拿要收找]来|[出回下上过]去)$/;
/** Words that a name may carry or lack. */
const soft =
  /^(?:农家|乡下|城里|政府|全[省市县区州镇乡]|城区|我市|我县|工作|方面|领域|项目|工程|建设|行动|年度|主要|重点|相关|有关|各类|各级|本地|数据|总体|整体|盘子|体量|平均|总量|总数|人数|数量|规模|水平|标准|比例|情况|那些|这些|部门|单位|机构|任务|活动|负责|牵头|阶段|时期|期间|环节|层面|增幅|涨幅|降幅|名额|数目|额度|封顶|上限|下限|顶格|起步|全体|所有|增速|增长率|目标|目标值|指标)$/;

export const isSoft = (word: string): boolean => soft.test(word);

/**
 * 「生育保险参保人数」 is no 失业保险参保人数, 「生猪存栏」 no 生猪出栏: where a compound of the question stands around the
 * figure in part, its other part is what tells the two apart.
 */
export function lacksPartOfName({ figure, near }: Candidate, content: readonly string[]): boolean {
  if (near < partlyNamed || near >= whollyNamed) return false;
  const lacks = missingFrom(figure);
  return content.some((run) => {
    if (!/^[\u4e00-\u9fff]+$/.test(run)) return false;
    const words = segmentWords(withoutAttribute(run));
    // 「得占多大」: a stretch of talk is a paraphrase of something, not its name.
    if (words.some(isTalk)) return false;
    const missing = words.filter((word) => isName(word) && lacks(word.text));
    if (leadsWithMissing(words, figure) || lacksDeed(words, lacks)) return true;
    return missing.length > 0 && missing.length < words.length;
  });
}

/** 药师 is no 医师: a word of the question that the figure lacks, and that ends as one of its name's does. */
export function namesKindred({ figure }: Candidate, content: readonly string[]): boolean {
  const lacks = missingFrom(figure);
  const own = segmentWords(figure.indicator).filter((word) => isName(word) && !content.some((run) => run.includes(word.text))); // prettier-ignore
  return content.flatMap(segmentWords).some(
    (word) => profession.test(word.text) && isName(word) && lacks(word.text) && own.some(({ text }) => text.length === word.text.length && text.at(-1) === word.text.at(-1)), // prettier-ignore
  );
}

const profession = /[师员士]$/;

/** 「死亡人口」 is no 出生人口: what happens to a thing names it too, where it stands right before it. */
const lacksDeed = (words: readonly Word[], lacks: (word: string) => boolean): boolean =>
  words.some((word, index) => {
    const next = words[index + 1];
    return (
      index === 0 &&
      words.length === 2 &&
      word.kind === 'action' &&
      word.text.length === 2 &&
      !soft.test(word.text) &&
      !actionVerbs.has(word.text) &&
      next?.kind === 'name' &&
      next.text.length >= 2 &&
      !lacks(next.text) &&
      lacks(word.text)
    );
  });

/** 竹产业 is not 林草产业: one character in front of a noun is a name too. */
function leadsWithMissing([first, second]: readonly Word[], figure: Figure): boolean {
  return (
    first?.text.length === 1 &&
    first.kind === 'name' &&
    second?.kind === 'name' &&
    second.text.length >= 2 &&
    !figure.passage.text.includes(first.text) &&
    !ownWords(figure).includes(first.text)
  );
}

/** What speech shortens 新建, 改造 and 种植 to. */
const shortVerb = /^[新再]?[建修改种养挖拆装招引办扩治购买划设铺栽添]$/;
/** 「建几座垃圾焚烧厂」: the verb first and the thing by its name, as a plan has it. */
export const withoutLeadingVerb = (content: readonly string[]): readonly string[] =>
  shortVerb.test(content[0] ?? '') ? content.slice(1) : content;

/** What is done to a thing, and how it moves, is no part of its name: 新培育|专精特新企业, 进出口总额|增长. */
const nameAlone = (content: readonly string[]): readonly string[] =>
  withoutLeadingVerb(content)
    .filter((run) => !movement.test(run))
    .map((run, index) => (index === 0 ? run.replace(leadingVerbs, '') : run))
    .filter((run) => run !== '');
const leadingVerbs = new RegExp(`^(?:新|再)?(?:${actionVerbPattern})+(?=.{2})`);
const movement = /^(?:同比)?(?:增长|增加|上升|提高|下降|降低|减少|涨|降|增)(?:到|至|了)?$/;

const longestFormal = 8;
/** So much of it that what is missing is said in another word: 病房 of a 病区. */
const nearlyNamed = 0.7;
const mostFormalWords = 3;

/**
 * 「新建水电站」, 「引进院士」: a question in the plan's own manner, of a few whole words, means just these. Only talk
 * (many words, or such as 要回来) is taken as a paraphrase.
 */
export function lacksFormalName({ figure, near }: Candidate, content: readonly string[]): boolean {
  const named = nameAlone(content);
  const length = named.join('').length;
  // Asked first, so that a question whose words are all there does not wait for the dictionary.
  if (near >= nearlyNamed || length < 3 || length > longestFormal) return false;
  const words = named.flatMap((run) => segmentWords(withoutAttribute(run)));
  if (words.length > mostFormalWords) return false;
  const talks = words.some((word) => isTalk(word) || (word.kind === 'action' && word.text.length < 2));
  if (!/^[\u4e00-\u9fff]+$/.test(named.join('')) || talks) return false;
  const lacks = missingFrom(figure);
  // 进出口总额 is 进出口 where a plan leaves 总额 out.
  return words.some((word) => isName(word) && lacks(word.text.replace(/(?<=.{2})总[额量]$/, '')));
}

/**
 * The candidates of the place, the grade or the number that is named, where the plan tells its figures apart by it:
 * 「青阳县招商引资」 is no 招商引资 of the whole city, 3A级景区 no 4A级景区.
 */
export function ofNamedKind(
  candidates: readonly Candidate[],
  content: readonly string[],
  figures: readonly Figure[],
): readonly Candidate[] {
  const told = (name: string): boolean => figures.some(({ indicator }) => indicator.includes(name));
  const namesPlaces = content.flatMap(possiblePlaces);
  const places = namesPlaces.filter(told);
  // A sentence may list the grades one after the other; only the indicator tells whose figure it is.
  const codes = content.flatMap(codesIn).filter(told);
  const bodies = content
    .flatMap((run) => bodyAndTopic(run)?.[0] ?? [])
    .filter((body) => isParticular(body) && told(body));
  const grades = content.flatMap(gradesIn);
  const namesTier = content.some((run) => tier.test(run));
  return candidates.filter(({ figure }) => {
    if (!hasGrade(figure, grades) || (namesTier && higherTier.test(figure.indicator))) return false;
    const body = bodyAndTopic(figure.indicator)?.[0];
    if (body !== undefined && isParticular(body) && bodies.length > 0 && !bodies.some((said) => isCalled(body, said)))
      return false;
    const own = ownWords(figure);
    if (!codes.every((code) => own.includes(code))) return false;
    if (namesPlaces.length === 0) return true;
    const whose = placeAndTopic(figure.indicator)?.[0];
    // Where the figure says whose it is, or the place has one of its own, what else the sentence tells of is no matter.
    const hasOwn = (place: string): boolean =>
      figures.some((other) => other.passage === figure.passage && placeAndTopic(other.indicator)?.[0] === place);
    const isOf = (place: string): boolean =>
      own.includes(place) || (whose === undefined && figure.passage.text.includes(place) && !hasOwn(place));
    const isAnothers = whose !== undefined && !isSaid(whose, content, namesPlaces);
    return !isAnothers && places.every(isOf);
  });
}

/** Whether a question names a place: in short (平泽), by the end of its name (综保区 of 临江综保区), or as it sounds (平则市). */
const isSaid = (whose: string, content: readonly string[], namesPlaces: readonly string[]): boolean =>
  content.some((run) => run.includes(whose.slice(0, -1))) ||
  namesPlaces.some((place) => soundsLike(place, whose.slice(-place.length)));

/** 亿元以上项目 are not those of 10亿元以上. */
const tier = /(?<![\d.十百千])亿元以上/;
const higherTier = /[\d十百千]亿元以上/;

const gradePattern = /(?:世界|国家|部|省|市|县|区|镇|乡|村)级(?![以])|[大中小]型(?=[水灌企电项])/g;
const gradesIn = (words: string): string[] => words.match(gradePattern) ?? [];

/** 「国家级企业技术中心」 is no 省级企业技术中心; a figure without a grade of its own may be of any. */
function hasGrade(figure: Figure, grades: readonly string[]): boolean {
  const own = gradesIn(figure.indicator);
  if (grades.length === 0 || own.length === 0) return true;
  const near = clauseText(figure);
  return grades.some((grade) => own.includes(grade) || near.includes(grade));
}

/** 3A, 5G: a number with a letter; 10亿元以上, 千亿: the bound of a class of projects. */
const codesIn = (run: string): string[] =>
  (run.match(/\d+[A-Za-z]+|[A-Za-z]{2,}\d+(?:\.\d+)?|\d+(?:\.\d+)?[万亿]?元以上|[十百千]亿/g) ?? []).map((code) =>
    code.toUpperCase(),
  );

/** 「对接会场次」 is cut wrongly with what is measured of it. */
const withoutAttribute = (run: string): string => run.slice(0, run.length - (attributeOf(run)?.noun.length ?? 0));

const isTalk = ({ text, kind }: Word): boolean => kind === 'speech' || spoken.test(text);
const isName = ({ text, kind }: Word): boolean =>
  kind === 'name' &&
  text.length >= 2 &&
  !/[上里中内外下前后]$/.test(text) &&
  !soft.test(text) &&
  !actionVerbs.has(text);

/** Tells whether a word stands nowhere around a figure, neither in characters nor by sound. */
export function missingFrom(
  figure: Figure,
  nearby = `${ownWords(figure)}\n${figure.passage.text}`,
): (word: string) => boolean {
  // 机插（播）率 is also written 机插播率.
  const around = nearby.replace(/[()（）“”]/g, '');
  const sounds = new Set(soundPairs(around));
  return (word) =>
    !isMeasuredAs(word, figure) &&
    !isShortForm(word, around) &&
    fields.get(word)?.test(around) !== true &&
    !ngrams(word)
      .filter(isPair)
      .some((pair) => around.includes(pair) || soundPairs(pair).some((sound) => sounds.has(sound)));
}

/** What a part of the plan speaks of in another word of its field: 高校 below 「高等教育」. */
const fields: ReadonlyMap<string, RegExp> = new Map([
  ['高校', /高等教育|大学|本科/],
  ['职校', /职业/],
  ['中小学', /基础教育|义务教育/],
  ['医院', /医疗/],
  ['农村', /乡村|村/],
  ['乡村', /农村|村/],
  ['企业', /工业|产业|公司/],
]);

/** 国企 for 国有企业, 中职 for 中等职业: the first character of each half. */
const isShortForm = (word: string, around: string): boolean =>
  word.length === 2 &&
  new RegExp(`${word[0] ?? ''}[\\u4e00-\\u9fff]{1,4}${word[1] ?? ''}[\\u4e00-\\u9fff]`).test(around);

/** A figure's own words: its indicator and its headings. */
export const ownWords = ({ indicator, section }: Figure): string => `${indicator}\n${section?.path.join('\n') ?? ''}`;

/** 面积 of a figure in 平方米, 场次 of one in 场. */
function isMeasuredAs(word: string, { quantity: { unit } }: Figure): boolean {
  if (unit !== '' && (word === `${unit}数` || word === `${unit}次`)) return true;
  const own = unitClassOf(unit);
  const attribute = attributeOf(word);
  return own !== null && attribute?.noun === word && attribute.classes.includes(own);
}
