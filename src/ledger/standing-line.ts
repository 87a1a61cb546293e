import type { Line, Slot } from '../answer/answer.ts';
import { dateIn, dateParts, dayText, type CalendarDate } from './calendar-date.ts';
import type { Light, State } from './light.ts';
import { quantityText } from './quantity-text.ts';
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
  const { target, report } = standing;
  const slots: Slot[] = [
    { kind: 'words', text: `${lightSymbol[standing.judgement.light]} ` },
    { kind: 'indicator', text: target.figure.indicator, figure: target },
    { kind: 'words', text: ' ' },
  ];
  if (report === null)
    slots.push({ kind: 'words', text: '目标' }, figureSlot(standing), ...remarks(standing, today, '，'));
  else slots.push(...reportSlots(standing), ...reportRemarks(standing, zone, today));
  const { owner } = target.figure;
  if (owner !== null) {
    slots.push(
      { kind: 'words', text: ' · ' },
      { kind: 'quote', text: owner.text, passage: { ...passageOf(standing), span: owner } },
    );
  }
  return { role: 'item', slots };
}

const figureSlot = ({ target }: Standing): Slot => ({
  kind: 'figure',
  text: quantityText(target.figure.quantity),
  figure: target,
});

const passageOf = ({ target }: Standing) => ({ plan: target.plan, passage: target.figure.passage });

/** 「65/80公里」 where both count in the same unit and no word qualifies the target, else 「已报70%，目标75%以上」. */
function reportSlots(standing: Standing): Slot[] {
  const { report, target, share } = standing;
  if (report === null) return [];
  const { quantity } = target.figure;
  const number = /^-?[0-9][0-9,]*(?:\.[0-9]+)?/.exec(report.text)?.[0] ?? report.text;
  const unit = report.text.slice(number.length);
  if (share !== null && quantity.text.endsWith(unit) && /^[0-9.,]+$/.test(quantity.text.slice(0, -unit.length))) {
    return [{ kind: 'reported', text: number }, { kind: 'words', text: '/' }, figureSlot(standing)];
  }
  return [
    { kind: 'words', text: '已报' },
    { kind: 'reported', text: report.text },
    { kind: 'words', text: '，目标' },
    figureSlot(standing),
  ];
}

/** 「（81%，3月28日报）」 */
function reportRemarks(standing: Standing, zone: string, today: CalendarDate): Slot[] {
  const { report, share } = standing;
  if (report === null) return [];
  const slots: Slot[] = [{ kind: 'words', text: '（' }];
  // Rounded down, so that 79.9 of 80 is not shown as done.
  if (share !== null)
    slots.push({ kind: 'reported', text: `${Math.floor(share * 100)}%` }, { kind: 'words', text: '，' });
  slots.push(
    { kind: 'date', text: dayText(dateIn(zone, report.at), dateParts(today).year) },
    { kind: 'words', text: '报' },
    ...remarks(standing, today, '，'),
    { kind: 'words', text: '）' },
  );
  return slots;
}

/** State and deadline, each after `separator`: 「，未报进度，6月30日到期」. */
function remarks(standing: Standing, today: CalendarDate, separator: string): Slot[] {
  const slots: Slot[] = [];
  const state = stateText[standing.judgement.state];
  if (state !== '') slots.push({ kind: 'words', text: `${separator}${state}` });
  const { deadline, daysLeft, judgement } = standing;
  if (deadline === null || daysLeft === null) return slots;
  const urgency = urgencyOf(standing);
  const date: Slot = { kind: 'date', text: dayText(deadline.date, dateParts(today).year) };
  if (urgency === 'overdue') slots.push({ kind: 'words', text: '（' }, date, { kind: 'words', text: '到期）' });
  else if (urgency === 'soon') slots.push({ kind: 'words', text: `${separator}近期到期：` }, date);
  else if (deadline.stated && judgement.state !== 'reached')
    slots.push({ kind: 'words', text: separator }, date, { kind: 'words', text: '到期' });
  return slots;
}
