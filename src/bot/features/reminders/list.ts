import type { ReminderRunner } from '../../../reminders/runner.ts';
import type { Reminders, ReminderView } from '../../../reminders/reminders.ts';
import { shorten } from '../../answer-buttons.ts';
import { expired } from '../../buttons.ts';
import { packData } from '../../callback-data.ts';
import type { Kit } from '../../kit.ts';
import { editOrSay } from '../../edit-or-say.ts';
import type { Keyboard } from '../../outbox/outgoing.ts';
import { bold, joinLines, plain, type RichText } from '../../rich-text.ts';
import { renderLines } from '../../render-answer.ts';
import { explained } from '../explained.ts';
import { reminderActions } from './actions.ts';
import { mayManage, readChat, refuse } from './rights.ts';
import { reminderText } from './text.ts';

const none = '还没有设置提醒。用 /remind 设置，例如：/remind 每周一 09:00 水环境';

/** /reminders, /unremind, and the buttons under lists and reminders. */
export function addReminderList(kit: Kit, reminders: Reminders, runner: ReminderRunner): void {
  const { commands, buttons } = kit;

  commands.add({
    name: 'reminders',
    aliases: ['提醒列表', '查看提醒'],
    description: '查看、暂停、删除提醒',
    audience: 'everybody',
    handle: async (ctx, argument) => {
      const { chat } = await readChat(ctx, kit, argument);
      if (chat === null || (chat.id !== ctx.chat?.id && !(await mayManage(ctx, kit, chat.id)))) {
        refuse(ctx, kit);
        return;
      }
      const mayChange = await mayManage(ctx, kit, chat.id);
      const views = reminders.list(chat.id);
      ctx.say(listText(views), { keyboard: mayChange ? listKeyboard(views) : [] });
    },
  });

  commands.add({
    name: 'unremind',
    aliases: ['删除提醒', '取消提醒'],
    description: '删除一条提醒，例如 /unremind 3',
    audience: 'everybody',
    handle: async (ctx, argument) => {
      const { chat, rest } = await readChat(ctx, kit, argument);
      if (chat === null || !(await mayManage(ctx, kit, chat.id))) {
        refuse(ctx, kit);
        return;
      }
      const id = /^\d{1,9}$/.test(rest.trim()) ? Number(rest) : null;
      if (id === null) {
        ctx.say('请写编号，例如：/unremind 3。编号见 /reminders。');
        return;
      }
      await explained(ctx, () => {
        reminders.delete(chat.id, id);
        ctx.say(`已删除提醒 ${id}。`);
      });
    },
  });

  buttons.add(reminderActions.manage, async (ctx, [what = '', id = '', chat = '']) => {
    const chatId = Number(chat);
    if (!Number.isSafeInteger(chatId) || !(await mayManage(ctx, kit, chatId))) {
      refuse(ctx, kit);
      return;
    }
    await explained(ctx, () => {
      manage(reminders, what, chatId, Number(id));
    });
    if (what === 'now') void runner.tick();
    const views = reminders.list(chatId);
    await editOrSay(ctx, kit, listText(views), listKeyboard(views));
  });

  buttons.add(reminderActions.stop, async (ctx, [id = '']) => {
    const chatId = ctx.chat?.id ?? 0;
    if (!(await mayManage(ctx, kit, chatId))) {
      refuse(ctx, kit);
      return;
    }
    await explained(ctx, () => {
      reminders.pause(chatId, Number(id));
      ctx.say(`提醒 ${id} 已暂停。恢复或删除：/reminders`);
    });
  });

  buttons.add(reminderActions.confirmYear, async (ctx, [year = '']) => {
    const chatId = ctx.chat?.id ?? 0;
    if (!(await mayManage(ctx, kit, chatId))) {
      refuse(ctx, kit);
      return;
    }
    const count = reminders.confirmYear(chatId, Number(year));
    ctx.say(`好，${count}条提醒继续按${year}年的计划发送。`);
  });

  buttons.add(reminderActions.sectionText, (ctx, [planId = '', sectionId = ''], acknowledge) => {
    const body = sectionText(kit, planId, Number(sectionId));
    if (body === null) expired(acknowledge);
    else ctx.say(body);
  });
}

/** Does what a list's button says. Throws `ReminderError` where the chat has no such reminder. */
function manage(reminders: Reminders, what: string, chatId: number, id: number): void {
  if (what === 'pause') reminders.pause(chatId, id);
  if (what === 'resume') reminders.resume(chatId, id);
  if (what === 'delete') reminders.delete(chatId, id);
  if (what === 'now') reminders.sendNow(chatId, id);
}

function listText(views: readonly ReminderView[]): RichText {
  if (views.length === 0) return plain(none);
  return joinLines([bold(`提醒（${views.length}条）`), ...views.map(reminderText)]);
}

const listKeyboard = (views: readonly ReminderView[]): Keyboard =>
  views.map(({ reminder: { id, chatId, state } }) => {
    const button = (text: string, what: string) => ({
      text: shorten(`${id} ${text}`),
      data: packData(reminderActions.manage, what, id, chatId),
    });
    return [
      state === 'paused' ? button('继续', 'resume') : button('暂停', 'pause'),
      button('立即发送', 'now'),
      button('删除', 'delete'),
    ];
  });

/** A section as the plan prints it; null where it is gone. */
function sectionText(kit: Kit, planId: string, sectionId: number): RichText | null {
  const plan = kit.library.get(planId)?.plan;
  const section = plan?.sections.find(({ id }) => id === sectionId);
  if (plan === undefined || section === undefined) return null;
  const passage = plan.passages.find(({ start }) => start >= section.start && start < section.bodyEnd);
  if (passage === undefined) return null;
  const span = { start: section.start, end: section.bodyEnd };
  const text = plan.document.text.slice(span.start, span.end);
  return renderLines(
    [
      { role: 'source', slots: [{ kind: 'section', text: section.path.join(' › '), plan }] },
      { role: 'quote', slots: [{ kind: 'quote', text, passage: { plan, passage, span } }] },
    ],
    'full',
  );
}
