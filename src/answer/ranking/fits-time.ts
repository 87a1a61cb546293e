import type { Figure } from '../../figures/figure.ts';
import type { Plan } from '../../plan/plan.ts';
import type { AskedTime } from '../question/query.ts';

/** Whether a figure's period and year answer a question about this time. */
export function fitsTime(figure: Figure, time: AskedTime, plan: Plan): boolean {
  // 「“十四五”规划完成了几项指标」: the five years are part of the name.
  const ofNamedYears = time.cumulative && /十[一二三四五六七八]五/.test(figure.indicator);
  if (ofNamedYears) return time.period === null || figure.period === time.period;
  if (time.cumulative !== figure.cumulative && (time.cumulative || (time.period === 'achieved' && time.stated)))
    return figure.cumulative === time.cumulative;
  // 「今年已完成多少」 is not answered by what the year is to bring.
  if (time.period === 'achieved' && time.year === plan.year && figure.period === 'target') return false;
  if (time.year !== null && figure.year !== null) return figure.year === time.year;
  if (time.year !== null && plan.year !== null && time.year !== plan.year && time.year !== plan.year - 1) return false;
  if (time.period === null) return true;
  if (time.period === 'target') return figure.period !== 'achieved';
  // An open figure may be a result, but nothing says of which year.
  return figure.period === 'achieved' || (figure.period === null && !time.stated);
}
