import type { DayRule, DayTime, HolidayPolicy, MonthDay, Schedule } from './schedule.ts';

const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'];
const monthNames = ['首月', '次月', '末月'];

export const weekdayName = (weekday: number): string => `周${weekdayNames[weekday - 1] ?? ''}`;

/** 「每周一、三」「每月末」「每季度末月15日」 */
export function dayRuleText(rule: DayRule): string {
  switch (rule.kind) {
    case 'daily':
      return '每天';
    case 'workdays':
      return '每个工作日';
    case 'weekly':
      return `每周${rule.weekdays.map((each) => weekdayNames[each - 1]).join('、')}`;
    case 'monthly':
      return rule.day === 'last' ? '每月最后一天' : `每月${rule.day}日`;
    case 'quarterly':
      return quarterText(rule.month, rule.day);
  }
}

function quarterText(month: number, day: MonthDay): string {
  if (month === 1 && day === 1) return '每季度第一天';
  if (month === 3 && day === 'last') return '每季度最后一天';
  return `每季度${monthNames[month - 1] ?? ''}${day === 'last' ? '最后一天' : `${day}日`}`;
}

/** 「09:00」 */
export const timeText = ({ hour, minute }: DayTime): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

export const holidayPolicyText: Readonly<Record<HolidayPolicy, string>> = {
  keep: '节假日照常',
  skip: '节假日跳过',
  move: '节假日顺延到下一个工作日',
};

/** 「每周一 09:00（节假日跳过）」 */
export function scheduleText(schedule: Schedule): string {
  const note = schedule.holidays === 'keep' ? '' : `（${holidayPolicyText[schedule.holidays]}）`;
  return `${dayRuleText(schedule.rule)} ${timeText(schedule)}${note}`;
}
