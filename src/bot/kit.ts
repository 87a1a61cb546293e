import type { Api } from 'grammy';
import type { Engine } from '../answer/engine.ts';
import type { PlanLibrary } from '../library/plan-library.ts';
import type { Log } from '../log.ts';
import type { AuditStore, Surface } from '../storage/audit.ts';
import type { ChatStore } from '../storage/chats.ts';
import type { Database } from '../storage/database.ts';
import type { DialogueStore } from '../storage/dialogue.ts';
import type { FactStore, NoticeStore } from '../storage/notices.ts';
import type { PinStore } from '../storage/pins.ts';
import type { Access } from './access.ts';
import type { Buttons } from './buttons.ts';
import type { Commands } from './commands.ts';
import type { Transport } from './net/transport.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { BotSettings } from './settings.ts';

/** What is counted for the metrics. */
export interface BotObserver {
  question(surface: Surface, status: string, ms: number): void;
  update(kind: string): void;
  delivery(state: string): void;
}

/** What features work with. */
export interface Kit {
  readonly settings: BotSettings;
  readonly engine: Engine;
  readonly library: PlanLibrary;
  readonly database: Database;
  readonly chats: ChatStore;
  readonly audit: AuditStore;
  readonly pins: PinStore;
  readonly dialogue: DialogueStore;
  readonly notices: NoticeStore;
  readonly facts: FactStore;
  readonly access: Access;
  readonly outbox: Outbox;
  readonly commands: Commands;
  readonly buttons: Buttons;
  readonly api: Api;
  readonly transport: Transport;
  readonly log: Log;
  readonly observer: BotObserver;
  readonly now: () => number;
  /** What /status and /healthz tell. */
  readonly health: () => BotHealth;
  /** Why the embedding model cannot be used, in Chinese with the cure; null where it can. */
  readonly modelFault: string | null;
  /** Tells every administrator once in an hour per `topic`. */
  notifyAdmins(topic: string, text: string): void;
}

export interface BotHealth {
  /** Connected, and polled lately. */
  readonly isReady: boolean;
  readonly mode: 'polling' | 'webhook';
  readonly username: string | null;
  readonly startedAt: number;
  readonly lastPollAt: number | null;
  readonly waitingUpdates: number;
  readonly waitingMessages: number;
  readonly deadMessages: number;
  readonly pausedChats: number;
  readonly plans: number;
}
