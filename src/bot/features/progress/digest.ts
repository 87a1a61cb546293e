import { dateIn } from '../../../calendar-date.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { buildDigest, type Digest } from '../../../reminders/digest.ts';
import type { Reminders } from '../../../reminders/reminders.ts';
import { resolveTopic } from '../../../reminders/topic.ts';
import type { Kit } from '../../kit.ts';

/** What progress, charts and exports work with. */
export interface ProgressTools {
  readonly kit: Kit;
  readonly ledger: Ledger;
  readonly reminders: Reminders;
}

/**
 * Where a topic's targets stand now in a chat; null where the plan has nothing on it. Throws `ReminderError` where
 * there is no plan.
 */
export function digestFor({ kit, ledger, reminders }: ProgressTools, chatId: number, topicText: string): Digest | null {
  const loaded = reminders.planOf(chatId);
  const zone = reminders.zoneOf(chatId);
  const today = dateIn(zone, kit.now());
  const topic = resolveTopic(loaded, topicText);
  if (topic.figureIds.size === 0) return null;
  return buildDigest({ loaded, topicText, topic, standings: ledger.standings(loaded, chatId, today), zone, today });
}
