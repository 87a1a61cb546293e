import type { Line, Slot } from '../answer/answer.ts';
import { figure, figureText, indicator, words } from '../answer/compose/slots.ts';
import { dateIn, dateParts, dayText, type CalendarDate } from '../calendar-date.ts';
import type { Light, State } from './light.ts';
import { urgencyOf, type Standing } from './standing.ts';

export const lightSymbol: Readonly<Record<Light, string>> = { green: '🟢', yellow: '🟡', red: '🔴', none: '⚪' };

/** What a state is called; empty where the numbers say it themselves. */
export const stateText: Readonly<Record<State, string>> = {
  unreported: '未报进度',
  incomparable: '无法与目标比较',
  reached: '已达到',
  within: '在限额内',
  'on-course': '',
  behind: '',
  'far-behind': '',
  'not-reached': '尚未达到',
  exceeded: '已超出',
  overdue: '逾期',
};

/**
 * One target as a line of a reminder or list: 「🟢 新建污水管网 65/80公里（81%，3月28日报）」,
 * 「⚪ 城市生活污水集中收集率 目标75%，未报进度」. The target's numerals are slices of the plan; all else that is
 * reported stands in `reported` slots.
 */
export function standingLine(standing: Standing, zone: string, today: CalendarDate): Line {
  const { target, report, judgement } = standing;
  const remarks = joined(remarkSlots(standing, zone, today), '，');
  const slots: Slot[] = [
    words(`${lightSymbol[judgement.light]} `),
    indicator(target.plan, target.figure),
    words(' '),
    ...valueSlots(standing),
    ...(remarks.length === 0
      ? []
      : report === null
        ? [words('，'), ...remarks]
        : [words('（'), ...remarks, words('）')]),
  ];
  const { owner } = target.figure;
  if (owner !== null) {
    const passage = { plan: target.plan, passage: target.figure.passage, span: owner };
    slots.push(words(' · '), { kind: 'quote', text: owner.text, passage });
  }
  return { role: 'item', slots };
}

const joined = (items: readonly (readonly Slot[])[], separator: string): readonly Slot[] =>
  items.flatMap((item, index) => (index === 0 ? item : [words(separator), ...item]));

const figureSlot = ({ target }: Standing): Slot => figure(target.plan, target.figure);

/**
 * 「65/80公里」 where the report adds up in the unit that the plan prints, 「已报70%，目标75%以上」 else, 「目标80公里」
 * without a report.
 */
export function valueSlots(standing: Standing): readonly Slot[] {
  const { report, target, share } = standing;
  if (report === null) return [words('目标'), figureSlot(standing)];
  const printed = figureText(target.figure);
  const number = /^-?[0-9][0-9,]*(?:\.[0-9]+)?/.exec(report.text)?.[0] ?? report.text;
  const unit = report.text.slice(number.length);
  if (share !== null && printed.endsWith(unit) && /^[0-9.,]+$/.test(printed.slice(0, -unit.length))) {
    return [{ kind: 'reported', text: number }, words('/'), figureSlot(standing)];
  }
  return [words('已报'), { kind: 'reported', text: report.text }, words('，目标'), figureSlot(standing)];
}

/** What is to be said besides: share, day of the report, state, deadline; each item by itself. */
export function remarkSlots(standing: Standing, zone: string, today: CalendarDate): readonly (readonly Slot[])[] {
  const { report, share, deadline, judgement } = standing;
  const { year } = dateParts(today);
  const items: Slot[][] = [];
  // Rounded down, so that 79.9 of 80 is not shown as done.
  if (share !== null) items.push([{ kind: 'reported', text: `${Math.floor(share * 100)}%` }]);
  if (report !== null) items.push([{ kind: 'date', text: dayText(dateIn(zone, report.at), year) }, words('报')]);
  const state = stateText[judgement.state];
  if (state !== '') items.push([words(state)]);
  if (deadline === null) return items;
  const day: Slot = { kind: 'date', text: dayText(deadline.date, year) };
  const urgency = urgencyOf(standing);
  if (urgency === 'soon') items.push([words('近期到期：'), day]);
  else if (urgency === 'overdue' || (deadline.stated && judgement.state !== 'reached'))
    items.push([day, words('到期')]);
  return items;
}
