import type { Line, Slot } from '../answer/answer.ts';
import { words } from '../answer/compose/slots.ts';
import { planName } from '../plan/plan-name.ts';
import type { Plan } from '../plan/plan.ts';

const note = (...slots: readonly Slot[]): Line => ({ role: 'note', slots });

/** Said once per chat and plan, when the calendar has left the plan's year. */
export const pastYearNotice = (plan: Plan, planYear: number): readonly Line[] => [
  note(
    words('📌 '),
    { kind: 'date', text: `${planYear}年` },
    words('已经结束，而正在使用的仍是'),
    { kind: 'date', text: `${planYear}年` },
    words('的计划：'),
    { kind: 'section', text: planName(plan), plan },
    words('。'),
  ),
  note(words('本聊天的定期提醒已暂停。导入并启用新一年的计划后自动恢复；要继续按这份计划提醒，请点下面的按钮。')),
];

/** Said once per reminder and plan, when the plan in force has nothing on the topic. */
export const noTopicNotice = (plan: Plan): readonly Line[] => [
  note(
    words('📌 正在使用的计划里找不到这条提醒所关注的内容：'),
    { kind: 'section', text: planName(plan), plan },
    words('。'),
  ),
  note(words('这条提醒已暂停。请用 /remind 按新计划的章节重新设置，或用 /reminders 查看和删除。')),
];
