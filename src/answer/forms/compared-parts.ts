import type { Figure } from '../../figures/figure.ts';
import { headNoun } from '../../figures/indicator.ts';
import { unitClassOf } from '../../figures/units.ts';
import { namedMeasure } from '../question/attribute-nouns.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { rankFigures } from '../ranking/rank.ts';
import type { FormContext } from './context.ts';

const degree = '(?:的)?(?:更|最)?[多高大快少低长小慢]';
/** 「小学多还是初中多」, 「小学和初中哪个更低」, 「门诊和住院的次均费用，哪个涨得多」. */
const compared = [
  new RegExp(`([\\u4e00-\\u9fff]{2,14}?)(?:${degree})?[,，]?还是([\\u4e00-\\u9fff]{2,14}?)${degree}`),
  /(?:^|[,，的])([\u4e00-\u9fff]{2,6})比((?!去年|上年|今年|前年)[\u4e00-\u9fff]{2,6}?)(?:能|要|会)?[多高大快少低长小慢]/,
  /([\u4e00-\u9fff\d]{2,14})[和跟与]([\u4e00-\u9fff\d]{2,16}?)[,，]?(?:今年|去年)?(?:哪一?[个样家类种边头项]|谁)/,
];
const longestName = 6;
const shortestName = 2;
const about = 6;

/**
 * The figures of two parts that one sentence tells apart: 「新增学位3150个，其中小学1800个、初中1350个」 for 「小学多还是初中多」;
 * null where the question compares no parts, or no sentence has both.
 */
export function comparedParts({ loaded, query, meanings }: FormContext): Figure[] | null {
  for (const pattern of compared) {
    const [, first, second] = pattern.exec(query.folded) ?? [];
    if (first === undefined || second === undefined) continue;
    const ranked = rankFigures(loaded, query.content, null, meanings).filter(
      ({ figure }) =>
        figure.role === 'figure' && fitsTime(figure, query.time, loaded.plan) && isMeasuredSo(figure, query.content),
    );
    const passages = [...new Set(ranked.slice(0, about).map(({ figure }) => figure.passage))];
    for (const passage of passages) {
      const within = ranked.map(({ figure }) => figure).filter((figure) => figure.passage === passage);
      const [a, b] = [endOf(first, within), beginningOf(second, within)];
      if (a && b && a !== b && a.quantity.unit === b.quantity.unit && a.aspect === b.aspect) return [a, b];
    }
  }
  return null;
}

/** 「两个产业的产值，哪个高」 is of money, whatever else the plan counts of both. */
const isMeasuredSo = ({ quantity }: Figure, content: readonly string[]): boolean => {
  const asked = content.map(namedMeasure).find((found) => found !== null);
  const own = unitClassOf(quantity.unit);
  return asked === undefined || own === null || own === 'percent' || asked === own;
};

/** What stands last before 和 names the first part, what stands first behind it the second. */
const endOf = (words: string, figures: readonly Figure[]): Figure | undefined =>
  firstNamed(
    lengths.map((length) => words.slice(-length)),
    figures,
  );
const beginningOf = (words: string, figures: readonly Figure[]): Figure | undefined =>
  firstNamed(
    lengths.map((length) => words.slice(0, length)),
    figures,
  );
const lengths = Array.from({ length: longestName - shortestName + 1 }, (_, index) => longestName - index);

const firstNamed = (names: readonly string[], figures: readonly Figure[]): Figure | undefined =>
  names
    .filter((name) => name.length >= shortestName)
    .map((name) =>
      figures.find(
        ({ indicator }) =>
          indicator.startsWith(name) || headNoun(indicator).startsWith(name) || indicator.endsWith(name),
      ),
    )
    .find((figure) => figure !== undefined);
