import type { AccessLists } from './access.ts';
import type { ProxySettings } from './net/proxy.ts';
import type { OutboxTimes } from './outbox/times.ts';

/** How the bot runs. The defaults of optional fields are in `defaults`. */
export interface BotSettings extends AccessLists, ProxySettings {
  readonly token: string;
  /** Without a trailing slash. */
  readonly apiRoot: string;
  readonly timeZone: string;
  readonly logRetentionDays: number;
  /** null: long polling. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** Where a Bot API server in local mode keeps files; null: none, absolute paths are refused. */
  readonly localFilesRoot?: string | null;
  /** Leave groups that are not listed, instead of staying silent there. Default false. */
  readonly leavesForeignGroups?: boolean;
  readonly times?: BotTimes;
}

export interface PollingTimes {
  /** How long Telegram holds an empty poll. Default 30 s. */
  readonly pollSeconds?: number;
  /** A poll without an answer this long after its time is given up, with its sockets. Default 15 s. */
  readonly graceSeconds?: number;
  /** The first wait after a failed poll; it doubles up to `longestRetryMs`. Defaults 500 ms and 8 s. */
  readonly retryMs?: number;
  readonly longestRetryMs?: number;
  /** Another poller is reported once it has lasted this long. Default 60 s. */
  readonly conflictAlertMs?: number;
}

/** Waits, shortened in tests. */
export interface BotTimes extends PollingTimes, OutboxTimes {
  /** A call without an answer is given up after this. Default 60 s; more than poll and grace together. */
  readonly requestSeconds?: number;
  /** How long a stop waits for what is under way. Default 4 s. */
  readonly stopMs?: number;
  /** A tap on a button is acknowledged after this at the latest. Default 5 s. */
  readonly tapMs?: number;
  /** A file that is not here after this is given up. Default 2 min: 20 MB at 170 KB/s. */
  readonly downloadMs?: number;
  /** Older questions are not answered one by one. Default 15 min. */
  readonly staleMs?: number;
  /** How long a question may lean on earlier ones. Default 30 min. */
  readonly dialogueMs?: number;
}

export const defaults = {
  pollSeconds: 30,
  graceSeconds: 15,
  requestSeconds: 60,
  stopMs: 4000,
  // Enough for asking about rights through a slow proxy; Telegram drops a tap some seconds later.
  tapMs: 5000,
  downloadMs: 120_000,
  staleMs: 15 * 60_000,
  dialogueMs: 30 * 60_000,
} as const;
