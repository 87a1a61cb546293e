import { z } from 'zod';
import type { LoadedPlan } from '../../../library/plan-library.ts';
import { isTarget } from '../../../ledger/match-target.ts';
import type { Section } from '../../../plan/plan.ts';
import type { ReminderText } from '../../../reminders/parse-reminder.ts';
import type { ReminderWish } from '../../../reminders/reminders.ts';
import { scheduleSchema, type DayRule, type DayTime, type HolidayPolicy } from '../../../reminders/schedule.ts';
import { dayRuleText, timeText } from '../../../reminders/schedule-text.ts';
import { headingOf } from '../../../reminders/topic.ts';
import { shorten } from '../../answer-buttons.ts';
import { packData } from '../../callback-data.ts';
import type { Keyboard } from '../../outbox/outgoing.ts';
import { reminderActions } from './actions.ts';
import type { ReminderChat } from './rights.ts';

const { rule, hour, minute, holidays } = scheduleSchema.shape;

/** A reminder that is being put together; kept as JSON between two taps. */
const draftSchema = z.object({
  chat: z.object({ id: z.number(), threadId: z.number().nullable(), title: z.string() }),
  rule: rule.nullable(),
  time: z.object({ hour, minute }).nullable(),
  topic: z.string().nullable(),
  holidays,
  picture: z.boolean(),
  silent: z.boolean(),
});
export type ReminderDraft = z.infer<typeof draftSchema>;

/** A stored draft; null where it is none. */
export function readDraft(content: string | undefined): ReminderDraft | null {
  if (content === undefined) return null;
  const read = draftSchema.safeParse(JSON.parse(content));
  return read.success ? read.data : null;
}

export const draftOf = (chat: ReminderChat, text: ReminderText): ReminderDraft => ({ chat, ...text });

/** The wish of a draft that lacks nothing; null for others. */
export function wishOf(draft: ReminderDraft, userId: number): ReminderWish | null {
  if (draft.rule === null || draft.time === null || draft.topic === null) return null;
  return {
    chatId: draft.chat.id,
    threadId: draft.chat.threadId,
    userId,
    schedule: { rule: draft.rule, ...draft.time, holidays: draft.holidays },
    topic: draft.topic,
    picture: draft.picture,
    silent: draft.silent,
  };
}

const rules: readonly DayRule[] = [
  ...[1, 2, 3, 4, 5].map((weekday): DayRule => ({ kind: 'weekly', weekdays: [weekday] })),
  { kind: 'workdays' },
  { kind: 'daily' },
  { kind: 'monthly', day: 1 },
  { kind: 'monthly', day: 15 },
  { kind: 'monthly', day: 'last' },
  { kind: 'quarterly', month: 1, day: 1 },
  { kind: 'quarterly', month: 3, day: 'last' },
];
const times: readonly DayTime[] = [8, 9, 10, 11, 14, 15, 16, 17].flatMap((each) => [
  { hour: each, minute: 0 },
  { hour: each, minute: 30 },
]);
/** Sections offered as topics; more would not fit a telephone's screen. */
const sectionsAtMost = 12;
const nextPolicy: Readonly<Record<HolidayPolicy, HolidayPolicy>> = { keep: 'skip', skip: 'move', move: 'keep' };
const policyNames: Readonly<Record<HolidayPolicy, string>> = { keep: '照常', skip: '跳过', move: '顺延' };

export interface WizardStep {
  /** null for the preview, which the caller writes. */
  readonly question: string | null;
  readonly keyboard: Keyboard;
}

/** What is to be asked next: day, time, topic, and then whether all is right. */
export function wizardStep(id: number, draft: ReminderDraft, loaded: LoadedPlan): WizardStep {
  const button = (text: string, what: string, value: string | number) => ({
    text,
    data: packData(reminderActions.wizard, id, what, value),
  });
  const cancel = [button('取消', 'no', 0)];
  if (draft.rule === null) {
    const buttons = rules.map((each, index) => button(dayRuleText(each), 'day', index));
    return {
      question: '哪一天提醒？也可以直接写，例如：/remind 每周一、四 09:00 水环境',
      keyboard: [...inRows(buttons, 3), cancel],
    };
  }
  if (draft.time === null) {
    const buttons = times.map((each, index) => button(timeText(each), 'time', index));
    return { question: `${dayRuleText(draft.rule)}，几点提醒？`, keyboard: [...inRows(buttons, 4), cancel] };
  }
  if (draft.topic === null) {
    const buttons = topicSections(loaded).map((section) => [button(shorten(section.title), 'topic', section.id)]);
    return { question: '提醒哪些内容？', keyboard: [[button('全部目标', 'topic', 'all')], ...buttons, cancel] };
  }
  return {
    question: null,
    keyboard: [
      [button('确认', 'ok', 0), button('重选', 'again', 0), button('取消', 'no', 0)],
      [
        button(`节假日：${policyNames[nextPolicy[draft.holidays]]}`, 'holidays', nextPolicy[draft.holidays]),
        button(draft.picture ? '改用文字' : '改用图片', 'picture', Number(!draft.picture)),
        button(draft.silent ? '打开声音' : '静音', 'silent', Number(!draft.silent)),
      ],
    ],
  };
}

/** A draft after a tap; null for a choice that nobody offered. */
export function chosen(draft: ReminderDraft, what: string, value: string, loaded: LoadedPlan): ReminderDraft | null {
  switch (what) {
    case 'day': {
      const picked = rules[Number(value)];
      return picked === undefined ? null : { ...draft, rule: picked };
    }
    case 'time': {
      const picked = times[Number(value)];
      return picked === undefined ? null : { ...draft, time: picked };
    }
    case 'topic': {
      if (value === 'all') return { ...draft, topic: '全部' };
      const section = loaded.plan.sections.find(({ id }) => id === Number(value));
      return section === undefined ? null : { ...draft, topic: section.title };
    }
    case 'holidays': {
      const picked = holidays.safeParse(value);
      return picked.success ? { ...draft, holidays: picked.data } : null;
    }
    case 'picture':
      return { ...draft, picture: value === '1' };
    case 'silent':
      return { ...draft, silent: value === '1' };
    case 'again':
      return { ...draft, rule: null, time: null, topic: null };
    default:
      return null;
  }
}

/** The headings that have targets right under them, in document order. */
export function topicSections({ plan, figures }: Pick<LoadedPlan, 'plan' | 'figures'>): readonly Section[] {
  const headings = figures
    .filter((figure) => isTarget({ plan, figure }))
    .map(({ section }) => headingOf(section))
    .filter((section) => section !== null);
  return [...new Set(headings)].filter(({ title }) => title !== '').slice(0, sectionsAtMost);
}

function inRows<T>(items: readonly T[], width: number): T[][] {
  const rows: T[][] = [];
  for (let at = 0; at < items.length; at += width) rows.push(items.slice(at, at + width));
  return rows;
}
