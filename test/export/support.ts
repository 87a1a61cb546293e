import type { PlanFigures } from '../../src/ledger/plan-figures.ts';
import { standingOf, type Standing } from '../../src/ledger/standing.ts';
import { targetsOf } from '../../src/ledger/ledger.ts';
import { buildDigest, type Digest } from '../../src/reminders/digest.ts';
import { resolveTopic } from '../../src/reminders/topic.ts';
import type { StoredReport } from '../../src/storage/progress-reports.ts';

export const zone = 'Asia/Shanghai';
export const today = '2025-04-01';

/** Where a plan's targets stand, with reports by indicator: 「65公里」, in the target's unit. */
export function standingsWith(
  loaded: PlanFigures,
  reports: Readonly<Record<string, readonly [string, number]>> = {},
): readonly Standing[] {
  return targetsOf(loaded).map((target, index) => {
    const given = reports[target.figure.indicator];
    return standingOf(target, given === undefined ? [] : [report(index, ...given)], today);
  });
}

const report = (id: number, text: string, value: number): StoredReport => ({
  id,
  at: Date.UTC(2025, 2, 28, 2),
  chatId: null,
  userId: 1,
  userName: '王某',
  planTitle: '',
  planYear: 2025,
  indicator: '',
  unit: '',
  section: '',
  text,
  value,
  note: '月底再报',
});

export function digestWith(
  loaded: PlanFigures,
  topicText: string,
  reports: Readonly<Record<string, readonly [string, number]>> = {},
): Digest {
  const topic = resolveTopic(loaded, topicText);
  return buildDigest({ loaded, topicText, topic, standings: standingsWith(loaded, reports), zone, today });
}
