import type { Line, Slot } from '../answer/answer.ts';
import { count, quote, words } from '../answer/compose/slots.ts';
import { verifyLines, type SlotFault } from '../answer/verify.ts';
import { dateIn, dayText, isoWeek, timeIn, type CalendarDate } from '../calendar-date.ts';
import type { Light } from '../ledger/light.ts';
import type { PlanFigures } from '../ledger/plan-figures.ts';
import { lightSymbol, standingLine } from '../ledger/standing-line.ts';
import { urgencyOf, type Standing } from '../ledger/standing.ts';
import { planName } from '../plan/plan-name.ts';
import type { Plan, Section } from '../plan/plan.ts';
import { headingOf, type Topic } from './topic.ts';

/** The targets under one heading. */
export interface DigestGroup {
  /** null before the first heading. */
  readonly section: Section | null;
  readonly standings: readonly Standing[];
}

/** Where the targets of a topic stand on a day, by the plan in force. */
export interface Digest {
  readonly plan: Plan;
  /** In the words of whoever set the reminder. */
  readonly topic: string;
  readonly zone: string;
  readonly today: CalendarDate;
  readonly groups: readonly DigestGroup[];
}

export interface DigestRequest {
  readonly loaded: PlanFigures;
  readonly topicText: string;
  readonly topic: Topic;
  /** Of the whole plan. */
  readonly standings: readonly Standing[];
  readonly zone: string;
  readonly today: CalendarDate;
}

/** Groups a topic's targets by heading, in document order. */
export function buildDigest({ loaded, topicText, topic, standings, zone, today }: DigestRequest): Digest {
  const groups = new Map<number | null, { section: Section | null; standings: Standing[] }>();
  for (const standing of standings) {
    const { figure } = standing.target;
    if (!topic.figureIds.has(figure.id)) continue;
    const section = headingOf(figure.section);
    const group = groups.get(section?.id ?? null) ?? { section, standings: [] };
    groups.set(section?.id ?? null, group);
    group.standings.push(standing);
  }
  return { plan: loaded.plan, topic: topicText, zone, today, groups: [...groups.values()] };
}

/**
 * 「📌 水环境 · 2025年第14周」, the plan with its year, and how many lights of each colour. `lateFor` is the instant
 * (milliseconds since 1970) that a 补发 was due at.
 */
export function digestHead(digest: Digest, lateFor: number | null): readonly Line[] {
  const { plan, today } = digest;
  const { year, week } = isoWeek(today);
  const title: Slot[] = [{ kind: 'words', text: '📌 ' }, ...topicSlots(digest), { kind: 'words', text: ' · ' }];
  title.push({ kind: 'date', text: `${year}年第${week}周` });
  if (lateFor !== null) {
    const due = `${dayText(dateIn(digest.zone, lateFor), year)}${timeIn(digest.zone, lateFor)}`;
    title.push(words('（补发，原定'), date(due), words('）'));
  }
  const source: Slot[] = [
    { kind: 'section', text: planName(plan), plan },
    { kind: 'words', text: ' · ' },
  ];
  source.push(...(plan.year === null ? [words('未写明年度')] : [date(`${plan.year}年`), words('目标')]));
  source.push(words(' · 截至'), date(dayText(today, plan.year ?? undefined)));
  return [
    { role: 'headline', slots: title },
    { role: 'detail', slots: source },
    { role: 'detail', slots: summarySlots(digest) },
  ];
}

const date = (text: string): Slot => ({ kind: 'date', text });

/** The topic's own words; a numeral in it is taken for words only where a heading or an indicator has it too. */
function topicSlots({ topic, plan, groups }: Digest): Slot[] {
  if (!/[0-9〇零一二两三四五六七八九十百千万亿]/.test(topic)) return [words(topic)];
  const target = groups.flatMap(({ standings }) => standings)[0]?.target;
  if (plan.document.text.includes(topic)) return [{ kind: 'section', text: topic, plan }];
  return target === undefined
    ? [words('所关注的指标')]
    : [{ kind: 'indicator', text: target.figure.indicator, figure: target }, words('等')];
}

const lights: readonly Light[] = ['red', 'yellow', 'green', 'none'];

/** 「🔴 1项 🟢 1项 ⚪ 1项 · 逾期1项」 */
function summarySlots({ groups }: Digest): Slot[] {
  const standings = groups.flatMap((group) => group.standings);
  const slots: Slot[] = [];
  for (const light of lights) {
    const found = standings.filter(({ judgement }) => judgement.light === light).length;
    if (found > 0) slots.push(words(`${slots.length === 0 ? '' : ' '}${lightSymbol[light]} `), ...countSlots(found));
  }
  for (const [urgency, name] of [
    ['overdue', '逾期'],
    ['soon', '近期到期'],
  ] as const) {
    const found = standings.filter((standing) => urgencyOf(standing) === urgency).length;
    if (found > 0) slots.push(words(` · ${name}`), ...countSlots(found));
  }
  return slots;
}

const countSlots = (value: number): readonly Slot[] => [count(value), words('项')];

/**
 * A group's targets, one a line. A line that fails the figure contract is not sent: the passage that the figure stands
 * in takes its place.
 */
export const groupLines = (group: DigestGroup, { zone, today }: Digest): readonly Line[] =>
  group.standings.map((standing) => {
    const line = standingLine(standing, zone, today);
    if (verifyLines([line]).length === 0) return line;
    const { plan, figure } = standing.target;
    return { role: 'item', slots: [words('· '), quote(plan, figure.passage)] };
  });

/** What is wrong with a digest's lines by the figure contract, for the log. */
export const digestFaults = (digest: Digest): readonly SlotFault[] =>
  verifyLines([
    ...digestHead(digest, null),
    ...digest.groups.flatMap(({ standings }) =>
      standings.map((standing) => standingLine(standing, digest.zone, digest.today)),
    ),
  ]);

/** 「二、… › （二）…」 */
export function sourceLine({ section }: DigestGroup, { plan }: Digest): Line {
  const slots: Slot[] =
    section === null ? [words('正文开头')] : section.path.flatMap((part, index) => pathSlots(part, index, plan));
  return { role: 'source', slots };
}

const pathSlots = (part: string, index: number, plan: Plan): Slot[] => [
  ...(index === 0 ? [] : [words(' › ')]),
  { kind: 'section', text: part, plan },
];
