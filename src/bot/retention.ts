import { InboxStore } from '../storage/inbox.ts';
import { OutboxStore } from '../storage/outbox.ts';
import type { Kit } from './kit.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long things are kept: Telegram repeats updates for a day at most; dialogue and notices are short-lived. */
const KEPT_MS = { inbox: 2 * DAY_MS, outbox: 14 * DAY_MS, dialogue: DAY_MS, notices: 40 * DAY_MS } as const;

/** Removes what is past its time. */
export function removeOld(kit: Kit): void {
  const now = kit.now();
  try {
    kit.audit.prune(now - kit.settings.logRetentionDays * DAY_MS);
    kit.dialogue.prune(now - KEPT_MS.dialogue);
    kit.notices.prune(now - KEPT_MS.notices);
    new InboxStore(kit.database).prune(now - KEPT_MS.inbox);
    new OutboxStore(kit.database).prune(now - KEPT_MS.outbox);
  } catch (error) {
    kit.log.error({ err: error }, 'old records not removed');
  }
}

/** Removes old records now and every hour; returns what ends it. */
export function keepTidy(kit: Kit): () => void {
  removeOld(kit);
  const timer = setInterval(() => {
    removeOld(kit);
  }, HOUR_MS);
  return () => {
    clearInterval(timer);
  };
}
