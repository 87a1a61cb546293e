import { shorten } from '../answer-buttons.ts';
import { expired } from '../buttons.ts';
import { numberPart, packData } from '../callback-data.ts';
import type { BotContext } from '../context.ts';
import type { Kit } from '../kit.ts';
import { editOrSay } from '../edit-or-say.ts';
import { figureText, periodText } from '../figure-text.ts';
import type { Keyboard } from '../outbox/outgoing.ts';
import { bold, joinLines, plain, type RichText } from '../rich-text.ts';
import { localTime } from './administration.ts';

const actions = { page: 'F', choose: 'k', pin: 'K', resolve: 'R' } as const;
const PER_PAGE = 5;
const CANDIDATES = 6;

/** What was refused, and what somebody marked as wrong. */
function page(kit: Kit, number: number): { readonly body: RichText; readonly keyboard: Keyboard } {
  const found = kit.audit.doubts(PER_PAGE + 1, number * PER_PAGE);
  const shown = found.slice(0, PER_PAGE);
  const pins = kit.pins.list();
  const body = joinLines([
    bold('待核对的问题'),
    ...(shown.length === 0 ? [plain('没有。')] : []),
    ...shown.map(({ id, question, verdict, at }) =>
      plain(
        `#${id} ${verdict === 'wrong' ? '【有误】' : '【未答】'}${shorten(question, 60)}（${localTime(at, kit.settings.timeZone)}）`,
      ),
    ),
    plain(''),
    plain('把问题对应到一个指标：点“指定”，或发送 /pin 编号 指标词。'),
    plain(`已指定${pins.length}个问题；取消：/unpin 问题`),
    ...pins.slice(0, PER_PAGE).map(({ question }) => plain(`· ${question}`)),
  ]);
  const keyboard = [
    ...shown.map(({ id }) => [
      { text: `指定 #${id}`, data: packData(actions.choose, id) },
      { text: `#${id} 已核对`, data: packData(actions.resolve, id) },
    ]),
    [
      ...(number > 0 ? [{ text: '上一页', data: packData(actions.page, number - 1) }] : []),
      ...(found.length > PER_PAGE ? [{ text: '下一页', data: packData(actions.page, number + 1) }] : []),
    ],
  ].filter((row) => row.length > 0);
  return { body, keyboard };
}

/** Offers figures for a question to be tied to. */
function offer(ctx: BotContext, kit: Kit, auditId: number, words: string): void {
  const entry = kit.audit.get(auditId);
  if (entry === undefined) {
    ctx.say(`没有编号为 #${auditId} 的问题。`);
    return;
  }
  const candidates = kit.engine.search(words === '' ? entry.question : words, CANDIDATES);
  if (candidates.length === 0) {
    ctx.say(`没有找到合适的指标。请换个词：/pin ${auditId} 指标词`);
    return;
  }
  ctx.say(`“${entry.question}”对应哪一项？`, {
    keyboard: candidates.map((shown) => [
      {
        text: shorten(`${figureText(shown)} ${shown.figure.indicator}（${periodText(shown)}）`, 40),
        data: packData(actions.pin, auditId, shown.plan.id, shown.figure.id),
      },
    ]),
  });
}

/** /feedback, /pin and /unpin, for administrators. */
export function addFeedbackReview(kit: Kit): void {
  const { commands, buttons } = kit;
  commands.add({
    name: 'feedback',
    aliases: ['反馈'],
    description: '未答出和被标为有误的问题',
    audience: 'admin',
    handle: (ctx) => {
      const { body, keyboard } = page(kit, 0);
      ctx.say(body, { keyboard });
    },
  });
  commands.add({
    name: 'pin',
    aliases: [],
    description: '把问题对应到指标，例如 /pin 12 污水管网',
    audience: 'admin',
    handle: (ctx, argument) => {
      const [, id, words = ''] = /^#?(\d+)\s*(.*)$/su.exec(argument) ?? [];
      if (id === undefined) ctx.say('请写上编号和指标词，例如：/pin 12 污水管网。编号见 /feedback。');
      else offer(ctx, kit, Number(id), words.trim());
    },
  });
  commands.add({
    name: 'unpin',
    aliases: [],
    description: '取消一个问题的指定',
    audience: 'admin',
    handle: (ctx, argument) => {
      ctx.say(kit.pins.remove(argument) ? '已取消指定。' : '没有指定过这个问题。');
    },
  });

  const forAdmins =
    (work: (ctx: BotContext, parts: readonly string[], acknowledge: (text?: string) => void) => Promise<void> | void) =>
    (ctx: BotContext, parts: readonly string[], acknowledge: (text?: string) => void): Promise<void> | void => {
      if (kit.access.isAdmin(ctx.from?.id)) return work(ctx, parts, acknowledge);
      acknowledge('只有管理员可以这样做。');
    };

  buttons.add(
    actions.page,
    forAdmins(async (ctx, parts) => {
      const { body, keyboard } = page(kit, numberPart(parts, 0) ?? 0);
      await editOrSay(ctx, kit, body, keyboard);
    }),
  );
  buttons.add(
    actions.choose,
    forAdmins((ctx, parts) => {
      offer(ctx, kit, numberPart(parts, 0) ?? -1, '');
    }),
  );
  buttons.add(
    actions.pin,
    forAdmins(async (ctx, [id = '', planId = '', figureId = ''], acknowledge) => {
      const entry = kit.audit.get(Number(id));
      const loaded = kit.library.get(planId);
      const figure = loaded?.figures.find((candidate) => candidate.id === Number(figureId));
      if (entry === undefined || loaded === undefined || figure === undefined) {
        expired(acknowledge);
        return;
      }
      const { start, end } = figure.quantity;
      const userId = ctx.from?.id ?? 0;
      kit.database.transaction(() => {
        kit.pins.save({ question: entry.question, planId, start, end, userId, at: kit.now() });
        kit.audit.resolve(entry.id);
      });
      acknowledge('已指定。');
      const text = `以后问“${entry.question}”，就答：${figureText({ plan: loaded.plan, figure })} ${figure.indicator}`;
      await editOrSay(ctx, kit, plain(text), []);
    }),
  );
  buttons.add(
    actions.resolve,
    forAdmins(async (ctx, parts, acknowledge) => {
      kit.audit.resolve(numberPart(parts, 0) ?? -1);
      acknowledge('已核对。');
      const { body, keyboard } = page(kit, 0);
      await editOrSay(ctx, kit, body, keyboard);
    }),
  );
}
