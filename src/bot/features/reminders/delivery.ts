import type { DeliveryOutcome, ReminderDelivery, ReminderMessage } from '../../../reminders/delivery.ts';
import type { OutboxState } from '../../../storage/outbox.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import { partKey, renderReminder } from './messages.ts';

/** Reminders through the outbox, which keeps them until their fate is known. */
export class OutboxDelivery implements ReminderDelivery {
  readonly #outbox: Outbox;

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  async prepare(message: ReminderMessage): Promise<() => void> {
    const outgoing = await renderReminder(message);
    return () => {
      for (const each of outgoing) this.#outbox.enqueue(each);
    };
  }

  /** The worst of the message's parts. */
  outcome(key: string): DeliveryOutcome {
    const entries = [];
    for (let part = 1; ; part += 1) {
      const entry = this.#outbox.find(partKey(key, part));
      if (entry === undefined) break;
      entries.push(entry);
    }
    if (entries.length === 0) return { kind: 'unknown' };
    const failed = entries.find(({ state }) => failures.has(state));
    if (failed !== undefined) return { kind: 'failed', reason: failed.error ?? failed.state };
    return entries.some(({ state }) => state === 'pending' || state === 'sending')
      ? { kind: 'waiting' }
      : { kind: 'sent' };
  }
}

/** An uncertain message may have arrived; it is counted as sent. */
const failures: ReadonlySet<OutboxState> = new Set(['dead', 'expired']);
