import { PlanBotError, type ErrorCode } from '../../errors.ts';
import type { BotContext } from '../context.ts';

/** Errors in what somebody asked for, rather than in the program. */
const expected: ReadonlySet<ErrorCode> = new Set(['reminder', 'progress']);

/** Says to people what an expected error says, with `hint` below it; other errors go on to the boundary. */
export async function explained(ctx: BotContext, work: () => Promise<void> | void, hint?: string): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PlanBotError) || !expected.has(error.code)) throw error;
    ctx.say(hint === undefined ? error.message : `${error.message}\n${hint}`);
  }
}
