import { smallNumber, smallNumberPattern } from '../text/small-number.ts';
import { ReminderError } from './reminder-error.ts';
import type { DayRule, MonthDay } from './schedule.ts';

/** A part that was found in a text, and the text without it. */
export interface Found<T> {
  readonly value: T;
  readonly rest: string;
}

const week = '(?:周|星期|礼拜)';
const weekday = `[一二三四五六日天1-7]`;
const number = `(${smallNumberPattern})`;
const examples = '例如：每周一、每周一三五、工作日、每天、每月5日、每月最后一天、每季度最后一天。';

interface Form {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => DayRule;
}

/** Tried in this order: 每季度末月5日 holds 5日, 每周一至周五 holds 周一. */
const forms: readonly Form[] = [
  { pattern: /每?个?工作日/, read: () => ({ kind: 'workdays' }) },
  {
    pattern: new RegExp(
      `每个?季度?(?:的?(首|第一个|次|第二个|末|第三个|最后一个)月)?的?(?:(末|底|最后一[天日])|${number}[日号]|第一[天日]|首日)?`,
    ),
    read: ([, month, last, day]) => readQuarter(month, last, day),
  },
  {
    pattern: new RegExp(`每个?月的?(?:(末|底|最后一[天日])|${number}[日号]?)`),
    read: ([, last, day]) => ({ kind: 'monthly', day: last === undefined ? monthDay(day) : 'last' }),
  },
  {
    pattern: new RegExp(`每?个?${week}(${weekday})(?:至|到|-|~)${week}?(${weekday})`),
    read: ([, from, to]) => ({ kind: 'weekly', weekdays: weekdayRange(from ?? '', to ?? '') }),
  },
  { pattern: /每?个?周末/, read: () => ({ kind: 'weekly', weekdays: [6, 7] }) },
  {
    pattern: new RegExp(`每?个?${week}${weekday}(?:(?:[、,和及 ]|以及)*(?:${week})?${weekday}(?![点时:0-9个]))*`),
    read: ([text]) => ({ kind: 'weekly', weekdays: weekdaysIn(text) }),
  },
  { pattern: /每[天日]|天天/, read: () => ({ kind: 'daily' }) },
];

/** The days in a text such as 「每周一、三 9点 水环境」; null where none are named. Throws `ReminderError` for impossible ones. */
export function parseDayRule(text: string): Found<DayRule> | null {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
    return { value: read(match), rest };
  }
  const unsupported = /每(?:两|二|2|隔|半|小时|分钟|年|周|星期|个?月)[^\s]*/.exec(text);
  if (unsupported !== null) throw new ReminderError(`“${unsupported[0]}”还不够明确，或不支持。${examples}`);
  return null;
}

function readQuarter(month: string | undefined, last: string | undefined, day: string | undefined): DayRule {
  const named = month === undefined ? null : ({ 首: 1, 第一个: 1, 次: 2, 第二个: 2 }[month] ?? 3);
  if (last !== undefined) return { kind: 'quarterly', month: named ?? 3, day: 'last' };
  return { kind: 'quarterly', month: named ?? 1, day: day === undefined ? 1 : monthDay(day) };
}

function monthDay(text: string | undefined): MonthDay {
  const day = smallNumber(text ?? '');
  if (day === null || day < 1 || day > 31) throw new ReminderError(`每月没有“${text ?? ''}日”。${examples}`);
  return day;
}

const weekdayNumber = (char: string): number => {
  const place = '一二三四五六日'.indexOf(char === '天' ? '日' : char);
  return place >= 0 ? place + 1 : Number(char);
};

function weekdaysIn(text: string): number[] {
  const found = [...text.matchAll(new RegExp(weekday, 'g'))].map(([char]) => weekdayNumber(char));
  return [...new Set(found)].sort((a, b) => a - b);
}

function weekdayRange(from: string, to: string): number[] {
  const first = weekdayNumber(from);
  const last = weekdayNumber(to);
  // 周六到周一 goes round the week's end.
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, index) => ((first - 1 + index) % 7) + 1).sort((a, b) => a - b);
}
