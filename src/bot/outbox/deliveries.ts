import type { FinalState, OutboxEntry } from '../../storage/outbox.ts';

/** What has become of a message. */
export interface Delivery {
  /** The worst of the message's parts. */
  readonly state: FinalState;
  /** Of the first part. */
  readonly messageId: number | null;
  readonly error: string | null;
}

const ranking: readonly FinalState[] = ['dead', 'expired', 'uncertain', 'sent'];

/** Tells whoever waits for a message what has become of it, in this run of the program. */
export class Deliveries {
  readonly #waiters = new Map<number, (delivery: Delivery) => void>();

  /** The entries whose fate somebody waits for. */
  get awaited(): number[] {
    return [...this.#waiters.keys()];
  }

  /** Settles when the fate of every part is known. */
  async of(parts: readonly OutboxEntry[]): Promise<Delivery> {
    return worst(await Promise.all(parts.map((part) => this.#ofPart(part))));
  }

  settle(id: number, delivery: Delivery): void {
    this.#waiters.get(id)?.(delivery);
    this.#waiters.delete(id);
  }

  #ofPart({ id, state, messageId, error }: OutboxEntry): Promise<Delivery> {
    if (state !== 'pending' && state !== 'sending') return Promise.resolve({ state, messageId, error });
    return new Promise((resolve) => {
      const earlier = this.#waiters.get(id);
      this.#waiters.set(id, (delivery) => {
        earlier?.(delivery);
        resolve(delivery);
      });
    });
  }
}

function worst(deliveries: readonly Delivery[]): Delivery {
  const [first] = deliveries;
  const [worstPart] = deliveries.toSorted((a, b) => ranking.indexOf(a.state) - ranking.indexOf(b.state));
  return {
    state: worstPart?.state ?? 'sent',
    messageId: first?.messageId ?? null,
    error: worstPart?.error ?? null,
  };
}
