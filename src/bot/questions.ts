import type { Answer } from '../answer/answer.ts';
import { checkedAnswer } from '../answer/checked-answer.ts';
import { composeFigure } from '../answer/compose/compose-answer.ts';
import type { AskOptions } from '../answer/engine.ts';
import { actions, answerKeyboard, pagingRow } from './answer-buttons.ts';
import { packData } from './callback-data.ts';
import type { BotContext } from './context.ts';
import type { Kit } from './kit.ts';
import { quietly } from './quietly.ts';
import { exampleKeyboard } from './examples.ts';
import { renderLines, renderPages } from './render-answer.ts';
import type { RichText } from './rich-text.ts';
import { defaults } from './settings.ts';

/** A question answered sooner than this needs no sign of typing. */
const TYPING_AFTER_MS = 300;
/** Telegram shows such a sign for about five seconds. */
const TYPING_EVERY_MS = 4500;
const DAY_MS = 24 * 3_600_000;

/** Asks the engine what somebody asked here, and answers in the same place. */
export async function answerQuestion(ctx: BotContext, kit: Kit, question: string): Promise<void> {
  if (kit.outbox.find(ctx.key) !== undefined) return;
  const { chat } = ctx;
  if (chat === undefined) return;
  if (kit.library.current() === undefined) {
    ctx.say('还没有可用的计划文件。管理员可以把计划（txt、md、docx、pdf）作为文件发给我。');
    return;
  }
  const answer = await whileTyping(ctx, pinnedAnswer(kit, question) ?? ask(ctx, kit, question));
  if (answersSmallTalk(ctx, kit, answer)) return;
  deliver(ctx, kit, question, answer);
}

/**
 * Answers what asks nothing as people would: in a group a reply to the bot gets no word, an acknowledgement gets one
 * line. True where that is all; nothing is recorded of it. Whatever else asks nothing of the plan is to be told what can
 * be asked.
 */
function answersSmallTalk(ctx: BotContext, kit: Kit, { kind, lines }: Answer): boolean {
  if (kind !== 'chat' && kind !== 'acknowledgement') return false;
  if (ctx.chat?.type !== 'private' && ctx.address.isReply) return true;
  if (kind === 'chat') return false;
  ctx.say(renderLines(lines, kit.chats.settings(ctx.chat?.id ?? 0).quoteStyle));
  return true;
}

async function ask(ctx: BotContext, kit: Kit, question: string): Promise<Answer> {
  const { planId, followUps } = kit.chats.settings(ctx.chat?.id ?? 0);
  const since = kit.now() - (kit.settings.times?.dialogueMs ?? defaults.dialogueMs);
  const history = followUps ? kit.dialogue.recent(ctx.chat?.id ?? 0, speakerOf(ctx), since) : [];
  const options: AskOptions = {
    history,
    ...(planId === null || kit.library.get(planId) === undefined ? {} : { planId }),
  };
  return kit.engine.ask(question, options);
}

/** The figure that an administrator has tied to this very question, if its plan is still there. */
export function pinnedAnswer(kit: Kit, question: string): Promise<Answer> | undefined {
  const pin = kit.pins.find(question);
  const loaded = pin === undefined ? undefined : kit.library.get(pin.planId);
  const figure = loaded?.figures.find(({ quantity }) => quantity.start === pin?.start && quantity.end === pin.end);
  if (loaded === undefined || figure === undefined) return undefined;
  const shown = { plan: loaded.plan, figure };
  return Promise.resolve({ ...checkedAnswer(composeFigure(shown), kit.log), ms: 0 });
}

/** Stores the answer, the record of it and the message in one transaction: handled twice, it is still said once. */
function deliver(ctx: BotContext, kit: Kit, question: string, answer: Answer): void {
  const chatId = ctx.chat?.id ?? 0;
  const { quoteStyle, feedbackButtons } = kit.chats.settings(chatId);
  const now = kit.now();
  const plan = (answer.figures[0] ?? answer.related[0] ?? answer.passages[0])?.plan ?? kit.library.current()?.plan;
  kit.database.transaction(() => {
    const auditId = kit.audit.add({
      at: now,
      chatId,
      userId: ctx.from?.id ?? null,
      surface: ctx.surface,
      question,
      status: answer.status,
      kind: answer.kind,
      planId: plan?.id ?? null,
      figures: answer.figures.map(({ plan: { id }, figure: { quantity } }) => ({
        planId: id,
        start: quantity.start,
        end: quantity.end,
      })),
      ms: answer.ms,
    });
    // What asks nothing is nothing that a later question could lean on.
    if (answer.kind !== 'chat') kit.dialogue.add(chatId, speakerOf(ctx), question, now);
    const pages = answer.kind === 'list' ? renderPages(answer.lines, quoteStyle) : [];
    const made = answerKeyboard(answer, auditId, feedbackButtons);
    // Whoever asked something else sees what can be asked.
    const keyboard = answer.kind === 'chat' && made.length === 0 ? exampleKeyboard(kit) : made;
    const remark = yearRemark(kit, chatId, plan?.year ?? null, answer);
    if (pages.length > 1) {
      kit.audit.savePages(
        auditId,
        pages.map((page) => JSON.stringify(page)),
      );
      const paging = pagingRow(0, pages.length, (page) => packData(actions.page, auditId, page));
      ctx.say([...(pages[0] ?? []), ...remark], { keyboard: [...paging, ...keyboard] });
    } else {
      ctx.say([...renderLines(answer.lines, quoteStyle), ...remark], { keyboard });
    }
  });
  kit.observer.question(ctx.surface, answer.status, answer.ms);
}

/** Once a day per chat: that the calendar has left the plan's year behind. */
function yearRemark(kit: Kit, chatId: number, planYear: number | null, answer: Answer): RichText {
  if (planYear === null || answer.kind === 'chat') return [];
  const now = kit.now();
  const format = new Intl.DateTimeFormat('en-US', { timeZone: kit.settings.timeZone, year: 'numeric' });
  const year = Number(format.format(now));
  if (year <= planYear || !kit.notices.due(`year:${chatId}`, DAY_MS, now)) return [];
  return [{ text: `\n\n提示：现在是${year}年，以上出自${planYear}年的计划。`, italic: true }];
}

const speakerOf = (ctx: BotContext): number => ctx.from?.id ?? ctx.chat?.id ?? 0;

async function whileTyping<T>(ctx: BotContext, work: Promise<T>): Promise<T> {
  const show = (): void => {
    void quietly(ctx.replyWithChatAction('typing'));
  };
  let repeated: NodeJS.Timeout | undefined;
  const first = setTimeout(() => {
    show();
    repeated = setInterval(show, TYPING_EVERY_MS);
  }, TYPING_AFTER_MS);
  try {
    return await work;
  } finally {
    clearTimeout(first);
    clearInterval(repeated);
  }
}
