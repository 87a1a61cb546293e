import type { Figure } from '../../figures/figure.ts';
import { refuse, type Finding } from '../finding.ts';
import { askingChange } from './asking-change.ts';
import type { FormContext } from './context.ts';
import { nearestFigures } from './nearest.ts';
import { overPeriods, periods } from './over-periods.ts';
import { bestOfTopic } from './topics.ts';

/** Two or more indicators side by side; a refusal where one is missing. */
export function betweenTopics(context: FormContext, topics: readonly (readonly string[])[]): Finding {
  const figures: Figure[] = [];
  // 「2028年的甲和2031年的乙」: each has a year of its own.
  const { time } = context.query;
  const asked = time.years.length > 1 ? { ...time, year: null, period: null, stated: false } : time;
  const about = comparesChanges.test(context.query.folded) ? askingChange(context) : context;
  for (const topic of topics) {
    const figure = bestOfTopic(about, topic, asked);
    if (!figure) return refuse('no-comparison', nearestFigures(context, { runs: topic }));
    if (!figures.includes(figure)) figures.push(figure);
  }
  return figures.length < 2 ? refuse('no-comparison', figures) : { kind: 'compare', figures, by: 'indicator' };
}

/** 「哪个增得快」 compares rates, whatever is measured: 收入 is no sum of money there. */
export const comparesChanges =
  /(?:哪一?[个项样种边头]|谁)[^,，]{0,4}(?:增长|增速|增幅|降幅|增|涨|升|降|提高)得?(?:更|最|要)?[快慢高低多少大小]/;

export const tellsChange = ({ aspect, indicator }: Figure): boolean =>
  aspect === 'change' || /[增涨降]幅|增速|增长率/.test(indicator);

/** Each of the things named in both periods. */
export function acrossBoth(context: FormContext, topics: readonly (readonly string[])[]): Finding {
  const figures = topics.flatMap((topic) =>
    periods.map((period) =>
      bestOfTopic(context, topic, { ...context.query.time, both: false, period, stated: true, year: null }),
    ),
  );
  const found = [...new Set(figures.filter((figure) => figure !== null))];
  if (found.length >= 2) return { kind: 'compare', figures: found, by: 'period' };
  // 「2025年实际招聘教师数和2026年计划招聘数」: one thing, named twice.
  return found.length === 1 ? overPeriods(context, context.query.content) : refuse('no-comparison', found);
}
