import { bot } from './001-bot.ts';
import { ledger } from './002-ledger.ts';
import { reminders } from './003-reminders.ts';
import { drafts } from './004-drafts.ts';
import { senders } from './005-senders.ts';
import { planChoice } from './006-plan-choice.ts';
import { audit } from './007-audit.ts';
import type { Migration } from './migration.ts';

export type { Migration };

/** Every step, in any order; numbers are unique. */
export const migrations: readonly Migration[] = [bot, ledger, reminders, drafts, senders, planChoice, audit];
