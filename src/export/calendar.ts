import { createHash } from 'node:crypto';
import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, yearEnd, type CalendarDate } from '../calendar-date.ts';
import { figureText } from '../answer/compose/slots.ts';
import { reportTargetOf } from '../ledger/report-target.ts';
import type { Standing } from '../ledger/standing.ts';
import { planName } from '../plan/plan-name.ts';
import type { Plan } from '../plan/plan.ts';

/** How many of the targets without a 完成时限 the year's last day names one by one. */
const listedAtMost = 30;

/**
 * The deadlines of a plan's targets as an iCalendar file: a whole day for each target whose 完成时限 the plan states,
 * and one for the year's end with all the others. Ids stay the same from export to export, so that calendars update
 * rather than double them. `now` is in milliseconds since 1970.
 */
export function deadlinesCalendar(plan: Plan, standings: readonly Standing[], now: number): string {
  const calendar = ical({
    name: `${planName(plan)} 完成时限`,
    method: ICalCalendarMethod.PUBLISH,
    prodId: '//workplan-bot//deadlines//ZH',
  });
  const stamp = new Date(now);
  const unstated = standings.filter(({ deadline }) => deadline?.stated !== true);
  for (const standing of standings) {
    const { figure } = standing.target;
    if (standing.deadline?.stated !== true) continue;
    calendar.createEvent({
      id: eventId(Object.values(reportTargetOf(standing.target)).join('|')),
      ...wholeDay(standing.deadline.date),
      stamp,
      summary: `${figure.indicator} ${figureText(figure)} 到期`,
      description: describe(standing),
    });
  }
  if (plan.year !== null && unstated.length > 0) {
    calendar.createEvent({
      id: eventId(`${planName(plan)}|${plan.year}`),
      ...wholeDay(yearEnd(plan.year)),
      stamp,
      summary: `${plan.year}年目标到期（${unstated.length}项，文件未另写时限）`,
      description: listed(unstated),
    });
  }
  return calendar.toString();
}

/** The same for a corrected edition of the plan, which has another checksum and other figure numbers. */
const eventId = (name: string): string =>
  `${createHash('sha256').update(name).digest('hex').slice(0, 24)}@workplan-bot`;

/** A whole day ends, in this format, on the day after. */
const wholeDay = (date: CalendarDate) => ({ allDay: true, start: utcDay(date), end: utcDay(addDays(date, 1)) });

/** The library writes whole days by their UTC parts. */
const utcDay = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`);

function describe({ target: { figure } }: Standing): string {
  const lines = [
    figure.owner === null ? null : `责任单位：${figure.owner.text}`,
    figure.deadline === null ? null : `完成时限：${figure.deadline.text}`,
    `出处：${(figure.section?.path ?? []).join(' › ')}`,
    `原文：${figure.passage.text}`,
  ];
  return lines.filter((line) => line !== null).join('\n');
}

function listed(standings: readonly Standing[]): string {
  const lines = standings
    .slice(0, listedAtMost)
    .map(({ target: { figure } }) => `${figure.indicator} ${figureText(figure)}`);
  const rest = standings.length - lines.length;
  return [...lines, ...(rest > 0 ? [`……其余${rest}项`] : [])].join('\n');
}
