import type { Figure } from '../../figures/figure.ts';
import { startsFrom } from '../../figures/starting-level.ts';
import { lastYearOf } from '../../plan/five-year-plan.ts';
import type { Plan } from '../../plan/plan.ts';
import type { AskedTime } from '../question/query.ts';

/** Whether a figure's period and year answer a question about this time. */
export function fitsTime(figure: Figure, time: AskedTime, plan: Plan): boolean {
  // 「“十四五”规划完成了几项指标」: the five years are part of the name.
  const ofNamedYears = time.cumulative && /十[一二三四五六七八]五/.test(figure.indicator);
  if (ofNamedYears) return time.period === null || figure.period === time.period;
  if (time.year !== null && isBaseOf(figure, time.year, plan)) return true;
  // 「五年下来压到了多少」 asks what it has come to, not where it began.
  if (time.cumulative && figure.cumulative && startsFrom(figure)) return false;
  if (time.cumulative !== figure.cumulative && (time.cumulative || (time.period === 'achieved' && time.stated)))
    return figure.cumulative === time.cumulative;
  // 「今年已完成多少」 is not answered by what the year is to bring.
  if (time.period === 'achieved' && time.year === plan.year && figure.period === 'target') return false;
  if (time.year !== null && figure.year !== null) return figure.year === time.year;
  // 「“十五五”期间计划投资9200亿元」 is asked for by the plan's last year.
  if (figure.cumulative && figure.period === 'target' && time.year !== null && endsFiveYearsOf(figure, time.year, plan))
    return true;
  if (time.year !== null && plan.year !== null && time.year !== plan.year && time.year !== plan.year - 1) return false;
  if (time.period === null) return true;
  if (time.period === 'target') return figure.period !== 'achieved';
  // An open figure may be a result, but nothing says of which year.
  return figure.period === 'achieved' || (figure.period === null && !time.stated);
}

/** Whether a year is the last of those that a sum to come is of: 2030 of “十五五”. */
function endsFiveYearsOf(figure: Figure, year: number, plan: Plan): boolean {
  const ordinal = fiveYearPlanOf(figure);
  if (ordinal !== undefined) return year === lastYearOf(ordinal);
  return plan.year !== null && year % fiveYears === 0 && year > plan.year && year <= plan.year + fiveYears;
}

const told = ({ section, passage }: Figure): string => `${section?.path.join('') ?? ''}${passage.text}`;
/** The 五 of “十五五”, where a figure's sentence or headings name such a plan. */
const fiveYearPlanOf = (figure: Figure): string | undefined => /十([二三四五六])五/.exec(told(figure))?.[1];

/** 「“十四五”时期，…由1.48%提高到2.35%」: what five years rose from is the level of the year before them (2020). */
function isBaseOf(figure: Figure, year: number, plan: Plan): boolean {
  if (!figure.cumulative || figure.year !== null || figure.period !== 'achieved' || !startsFrom(figure)) return false;
  const ordinal = fiveYearPlanOf(figure);
  if (ordinal !== undefined) return year === lastYearOf(ordinal) - fiveYears;
  return /五年来|[过这]去?五年/.test(told(figure)) && plan.year !== null && year === plan.year - 1 - fiveYears;
}

const fiveYears = 5;
