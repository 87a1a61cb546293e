import type { Figure } from '../../figures/figure.ts';
import type { Finding } from '../finding.ts';
import { contentRuns } from '../question/content-runs.ts';
import { wordsOf } from '../question/known-words.ts';
import { timePattern } from '../question/read-time.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import type { FormContext } from './context.ts';
import { fieldFigures } from './field-figures.ts';
import { bestOfTopic } from './topics.ts';

/** 「空气和水这两方面」, 「空气这块」, 「空气、断面水质、耕地安全利用分别」: fields of work in a row. */
const rows = [
  /([\u4e00-\u9fff]{1,6}?(?:[、和跟与及][\u4e00-\u9fff]{1,6}?)*?)(?:这|那)?(?:[一两二三四五几]个?)?(?:方面|块儿?(?=的|[^\u4e00-\u9fff]|$))/,
  /((?:[\u4e00-\u9fff]{1,8}、)+[\u4e00-\u9fff]{1,8}?)(?:各自?|分别)/,
];
/** 水电 and 民生保障 are other things. */
const pure = /^(?:空气|大气|气|水质?|水环境|土壤?)(?:质量|环境)?$/;
const most = 12;

/**
 * 「去年空气和水这两方面的数据」: the results of each field named; null where none of them is a field, or one has no figure. What is
 * to come is told field by field below headings of its own.
 */
export function fieldsOfReview(context: FormContext): Finding | null {
  const { query, loaded } = context;
  if (query.time.period !== 'achieved') return null;
  const timely = loaded.figures.filter(
    (figure) => figure.role === 'figure' && figure.period === 'achieved' && fitsTime(figure, query.time, loaded.plan),
  );
  const said = query.folded.replace(timePattern, '|').replace(/上一年|成绩[:：]?/g, '|');
  for (const row of rows) {
    const names = row.exec(said)?.[1]?.split(/[、和跟与及]/) ?? [];
    const fields = names.map((name) => (pure.test(name) ? fieldFigures([name === '气' ? '空气' : name], timely) : []));
    if (!fields.some((figures) => figures.length > 0)) continue;
    const found = names.map((name, index) => {
      const own = fields[index] ?? [];
      const best = own.length > 0 ? null : bestOfTopic(context, contentRuns(name, wordsOf(loaded)), query.time);
      return best ? [best] : own;
    });
    const figures = inOrder(found.flat());
    if (found.every((part) => part.length > 0) && figures.length <= most)
      return { kind: 'list', scope: null, figures, total: figures.length, sum: false };
  }
  return null;
}

const inOrder = (figures: readonly Figure[]): Figure[] => [...new Set(figures)].sort((a, b) => a.id - b.id);
