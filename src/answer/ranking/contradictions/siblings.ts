import { isPair, ngrams } from '../../../text/ngrams.ts';
import type { Candidate } from '../rank.ts';

/**
 * 「单位工业增加值二氧化碳排放」 is no 单位工业增加值能耗: it begins like the indicator and ends, where Chinese names their
 * thing, in words that neither it nor its clause has.
 */
export function namesSibling({ figure, near }: Candidate, content: readonly string[]): boolean {
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

/** 「规上服务业企业」 is no 规上工业企业. */
export function namesOtherIndustry({ figure }: Candidate, content: readonly string[]): boolean {
  const asked = content.map((run) => industry.exec(run)?.[1]).find((found) => found !== undefined);
  const own = industry.exec(figure.indicator)?.[1];
  return asked !== undefined && own !== undefined && own !== asked && !figure.indicator.includes(asked);
}

const industry = /(?:规上|规模以上|限上|限额以上)(工业|服务业|建筑业|文化|商贸|批零|批发|零售|住宿|餐饮|农业)/;

/** 工业技改投资|增速目标: what kind of number is wanted names no thing. */
const withoutKind = (words: string): string => words.replace(/(?:增速|增幅|增长率|目标值?|指标|任务|计划)+$/, '');

const siblingLength = 7;
const siblingHead = 4;
const siblingTail = 4;
