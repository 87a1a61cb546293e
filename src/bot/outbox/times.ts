/** The waits between the tries of one message. */
export interface RetryTimes {
  /** The first wait after a failure; it doubles. Default 1 s. */
  readonly retryMs: number;
  /** The longest wait while the server cannot be reached. Default 30 s. */
  readonly longestRetryMs: number;
}

/** The outbox's waits and limits, shortened in tests. */
export interface OutboxTimes extends Partial<RetryTimes> {
  /** Messages a second over all chats. Telegram allows about 30. Default 25. */
  readonly perSecond?: number;
  /** How long a process counts as alive after its last sign of life; what it was sending is taken over then. Default 15 s. */
  readonly aliveMs?: number;
}

/** What is not given, as the fields above say. */
export const withDefaults = ({
  retryMs = 1000,
  longestRetryMs = 30_000,
  perSecond = 25,
  aliveMs = 15_000,
}: OutboxTimes): Required<OutboxTimes> => ({ retryMs, longestRetryMs, perSecond, aliveMs });
