import { dateIn, dateParts, timeIn, weekday } from '../../../calendar-date.ts';
import { datedName } from '../../../library/plan-report.ts';
import { planName } from '../../../plan/plan-name.ts';
import type { ReminderPreview, ReminderView, ReminderWish } from '../../../reminders/reminders.ts';
import { scheduleText, weekdayName } from '../../../reminders/schedule-text.ts';
import type { OccurrenceState } from '../../../storage/occurrences.ts';
import type { PauseKind } from '../../../storage/reminders.ts';
import { bold, joinLines, plain, type RichText } from '../../rich-text.ts';

/** 「2025年3月31日（周一）09:00」 */
export function instantText(zone: string, instant: number): string {
  const date = dateIn(zone, instant);
  const { year, month, day } = dateParts(date);
  return `${year}年${month}月${day}日（${weekdayName(weekday(date))}）${timeIn(zone, instant)}`;
}

const manner = ({ picture, silent }: Pick<ReminderWish, 'picture' | 'silent'>): string =>
  `${picture ? '图片' : '文字'}${silent ? '，静音' : ''}`;

/** Everything that is about to be set: days, zone, the next three dates, topic and plan. */
export function previewText(wish: ReminderWish, preview: ReminderPreview, chatTitle: string): RichText {
  const { loaded, zone, next, holidaysUntil, pastYear, topic } = preview;
  return joinLines([
    bold('请确认这条提醒'),
    ...(chatTitle === '' ? [] : [plain(`发到：${chatTitle}`)]),
    plain(`时间：${scheduleText(wish.schedule)}`),
    plain(`时区：${zone}`),
    plain('接下来三次：'),
    ...next.map((instant) => plain(`· ${instantText(zone, instant)}`)),
    plain(`内容：${wish.topic}（${topic.figureIds.size}项目标）`),
    plain(`计划：${planName(loaded.plan)}${loaded.plan.year === null ? '' : `（${loaded.plan.year}年）`}`),
    plain(`形式：${manner(wish)}`),
    ...(holidaysUntil === null ? [] : [plain(`节假日数据到${holidaysUntil}年为止，之后只区分周末。`)]),
    ...(pastYear ? [plain('注意：计划的年度已经过去，确认后仍按这份计划提醒。')] : []),
  ]);
}

const pauseText: Readonly<Record<PauseKind, string>> = {
  person: '已暂停',
  'past-year': '已暂停：计划的年度已过，等待确认或新计划',
  'no-topic': '已暂停：计划里找不到所关注的内容',
  failing: '已暂停：多次发送失败',
};

const stateText: Readonly<Record<OccurrenceState, string>> = {
  pending: '等待发送',
  claimed: '正在准备',
  handed: '正在发送',
  sent: '已发送',
  missed: '错过未发',
  skipped: '未发',
  failed: '发送失败',
};

/** One reminder in the list: number, schedule, topic, next or why not, and the last one. */
export function reminderText({ reminder, otherPlan, schedule, last, chatPaused }: ReminderView): RichText {
  const { timeZone: zone, pauseKind, pauseNote } = reminder;
  const isActive = pauseKind === null && chatPaused === null;
  const reason = chatPaused === null ? (pauseKind === null ? '' : pauseText[pauseKind]) : `发不出去：${chatPaused}`;
  const note = pauseNote === null ? '' : `（${pauseNote}）`;
  return joinLines([
    bold(`${reminder.id}. ${scheduleText(schedule)} ${reminder.topic}`),
    plain(`时区：${zone}，${manner(reminder)}`),
    ...(otherPlan === null ? [] : [plain(`计划：${datedName(otherPlan.plan)}`)]),
    plain(isActive ? `下次：${instantText(zone, reminder.nextDueAt)}` : `${reason}${note}`),
    ...(last === undefined
      ? []
      : [
          plain(
            `上次：${instantText(zone, last.dueAt)} ${stateText[last.state]}${last.note === null ? '' : `（${last.note}）`}`,
          ),
        ]),
  ]);
}
