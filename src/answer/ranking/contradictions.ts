import { strongVerbs, weakVerbs } from '../../figures/action-verbs.ts';
import type { Figure } from '../../figures/figure.ts';
import { unitClassOf } from '../../figures/units.ts';
import { foldWidth } from '../../plan/fold-width.ts';
import { isPair, ngrams } from '../../retrieval/ngrams.ts';
import { soundPairs } from '../../retrieval/sounds.ts';
import { attributeOf } from '../question/attribute-nouns.ts';
import type { Candidate } from './rank.ts';

/**
 * Whether the question names something that the figure is not, however near it lies: another member of the same family
 * is the figure most easily taken for the one asked for.
 */
export const contradicts = (candidate: Candidate, content: readonly string[]): boolean =>
  lacksHead(candidate, content) ||
  lacksModifier(candidate, content) ||
  namesSibling(candidate, content) ||
  namesOther(candidate, content) ||
  namesElse(candidate, content) ||
  lacksNumber(candidate, content) ||
  lacksAttribute(candidate, content);

/** Whether a word stands around a figure: a pair of its characters, or one that sounds the same. */
function standsIn(word: string, around: string, sounds: ReadonlySet<string>): boolean {
  return ngrams(word)
    .filter(isPair)
    .some((pair) => around.includes(pair) || soundPairs(pair).some((sound) => sounds.has(sound)));
}

/** A figure's own words: its indicator, its clause, its headings. */
const ownWords = ({ indicator, passage, clause, section }: Figure): string =>
  indicator +
  (passage.kind === 'row'
    ? passage.text
    : passage.text.slice(clause.start - passage.start, clause.end - passage.start)) +
  (section?.path.join('') ?? '');

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const longestName = 10;
/** 改了, 太重, 要回来: speech, not a name. */
const spoken = /[了着过的得]$|^[太很挺]|^(?:[回出起下上过进招拿要收找]来|[出回下上过]去)$/;
/** Words that a name may carry or lack. */
const soft =
  /^(?:全市|全县|全区|城区|我市|我县|工作|方面|领域|项目|工程|建设|行动|年度|主要|重点|相关|有关|各类|各级|本地|数据|总体|整体|平均|总量|总数|人数|数量|规模|水平|标准|比例|情况|那些|这些|部门|单位|机构|任务|活动|负责|牵头)$/;

/** 「生育保险参保人数」 is no 失业保险参保人数: a compound that the figure has in part means its other part too. */
function namesOther({ figure, near }: Candidate, content: readonly string[]): boolean {
  // Below, words carry too little to contradict; above, everything is there.
  if (near < 0.4 || near >= 0.95) return false;
  const around = ownWords(figure);
  const sounds = new Set(soundPairs(around));
  return content.some((run) => {
    if (run.length < 4 || run.length > longestName || !/^[\u4e00-\u9fff]+$/.test(run)) return false;
    const words = [...segmenter.segment(run)].map(({ segment }) => segment);
    // A single character is a sign of speech rather than of a name.
    if (words.some((word) => word.length < 2 || spoken.test(word))) return false;
    const missing = words.filter(
      (word) =>
        !soft.test(word) &&
        !verbs.has(word) &&
        !standsIn(word, around, sounds) &&
        !figure.passage.text.includes(word) &&
        !isMeasuredAs(word, figure),
    );
    return missing.length > 0 && missing.length < words.length;
  });
}

const longestFormal = 8;
const mostFormalWords = 3;
const verbs: ReadonlySet<string> = new Set([...weakVerbs, ...strongVerbs]);

/**
 * 「新建水电站」, 「引进院士」: a question in the plan's own manner, of a few whole words, means just these. Only talk
 * (single characters, many words) is taken as a paraphrase.
 */
function namesElse({ figure, near }: Candidate, content: readonly string[]): boolean {
  const words = content.flatMap((run) => [...segmenter.segment(run)].map(({ segment }) => segment));
  const length = words.join('').length;
  if (
    near >= 0.95 ||
    length < 3 ||
    length > longestFormal ||
    words.length > mostFormalWords ||
    words.some((word) => word.length < 2 || !/^[\u4e00-\u9fff]+$/.test(word) || spoken.test(word))
  )
    return false;
  const around = ownWords(figure) + figure.passage.text;
  const sounds = new Set(soundPairs(around));
  return words.some(
    (word) => !verbs.has(word) && !soft.test(word) && !standsIn(word, around, sounds) && !isMeasuredAs(word, figure),
  );
}

/** 面积 of a figure in 平方米. */
function isMeasuredAs(word: string, figure: Figure): boolean {
  const unit = unitClassOf(figure.quantity.unit);
  const attribute = attributeOf(word);
  return unit !== null && attribute?.noun === word && attribute.classes.includes(unit);
}

/** 4A级景区 is no 3A级景区: a number or Latin word of the question's names must stand in the figure's sentence. */
function lacksNumber({ figure }: Candidate, content: readonly string[]): boolean {
  const around = foldWidth(figure.passage.text + ownWords(figure)).toLowerCase();
  return content.some((run) =>
    (run.toLowerCase().match(/[a-z]*\d+(?:\.\d+)?[a-z]*/g) ?? []).some((name) => !around.includes(name)),
  );
}

/** 「路灯投资」 asks for money; 430盏路灯 are none. An attribute that the figure's own name has is no bar. */
function lacksAttribute({ figure }: Candidate, content: readonly string[]): boolean {
  const found = attributeOf(content.at(-1) ?? '');
  if (!found) return false;
  const own = unitClassOf(figure.quantity.unit);
  return (
    own !== null &&
    own !== 'percent' &&
    own !== 'ratio' &&
    !found.classes.includes(own) &&
    !figure.indicator.includes(found.noun)
  );
}

/** A question that names a rate or an index by its formal name means that one, not whatever is near. */
const formalHead = /(.{2,10}(?:率|指数|系数|浓度|增加值|总产值|生产总值))$/;

function lacksHead({ figure, near }: Candidate, content: readonly string[]): boolean {
  const head = content.map((run) => formalHead.exec(run)?.[1]).find((found) => found !== undefined);
  if (head === undefined) return false;
  const isRate = head.endsWith('率');
  const unit = unitClassOf(figure.quantity.unit);
  if (isRate && unit !== null && unit !== 'percent' && unit !== 'ratio') return true;
  return near < 0.45;
}

const statisticalHead =
  /(?:总产量|产量|单产|使用量|用量|排放量|吞吐量|销售额|交易额|面积|产值|增加值|收入|支出|人数|户数|总数|价格|标准|浓度|里程|覆盖率|[^ ]率|数量)$/;

/** 「水稻总产量」 is no 粮食总产量: a statistic's own words must stand somewhere around the figure. */
function lacksModifier({ figure, near }: Candidate, content: readonly string[]): boolean {
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

/**
 * 「单位工业增加值二氧化碳排放」 is no 单位工业增加值能耗: it begins like the indicator and ends, where Chinese names their
 * thing, in words that neither it nor its clause has.
 */
function namesSibling({ figure, near }: Candidate, content: readonly string[]): boolean {
  if (near >= 0.75) return false;
  const run = content.find(
    (words) => words.length >= siblingLength && figure.indicator.includes(words.slice(0, siblingHead)),
  );
  if (run === undefined) return false;
  const tail = run.slice(-siblingTail);
  // A slip of the keyboard shares its characters: 吐吞量.
  if ([...tail].some((char) => figure.indicator.includes(char)) || !/^[\u4e00-\u9fff]+$/.test(run)) return false;
  return ngrams(tail)
    .filter(isPair)
    .every((pair) => !figure.passage.text.includes(pair));
}

const siblingLength = 7;
const siblingHead = 4;
const siblingTail = 4;
