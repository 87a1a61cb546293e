import { parseReminder } from '../../../reminders/parse-reminder.ts';
import type { Reminders } from '../../../reminders/reminders.ts';
import { readTimeZone } from '../../../reminders/time-zone.ts';
import { DraftStore } from '../../../storage/drafts.ts';
import { expired } from '../../buttons.ts';
import { numberPart } from '../../callback-data.ts';
import type { BotContext } from '../../context.ts';
import type { Kit } from '../../kit.ts';
import { editOrSay } from '../../edit-or-say.ts';
import type { Keyboard } from '../../outbox/outgoing.ts';
import { bold, joinLines, plain, type RichText } from '../../rich-text.ts';
import { explained } from '../explained.ts';
import { reminderActions } from './actions.ts';
import { mayManage, readChat, refuse } from './rights.ts';
import { instantText, previewText } from './text.ts';
import { chosen, draftOf, readDraft, wishOf, wizardStep, type ReminderDraft } from './wizard.ts';

const noChat = '找不到这个群或频道，或者我还不在里面。请先把我加进去并设为管理员。';
const howTo =
  '例如：/remind 每周一 09:00 水环境\n频道请在私聊里写：/remind @频道名 每周一 09:00 水环境\n改时区：/remind 时区 Asia/Urumqi';

interface Shown {
  readonly body: RichText;
  readonly keyboard: Keyboard;
}

/** /remind: from a text, or step by step with buttons for what the text lacks. */
export function addRemind(kit: Kit, reminders: Reminders): void {
  const drafts = new DraftStore(kit.database, 'reminder');

  kit.commands.add({
    name: 'remind',
    aliases: ['提醒'],
    description: '定期提醒，例如 /remind 每周一 09:00 水环境',
    audience: 'everybody',
    handle: async (ctx, argument) => {
      const { chat, rest } = await readChat(ctx, kit, argument);
      if (chat === null) {
        ctx.say(noChat);
        return;
      }
      if (!(await mayManage(ctx, kit, chat.id))) {
        refuse(ctx, kit);
        return;
      }
      await explained(
        ctx,
        () => {
          const zone = /^时区\s*(.*)$/s.exec(rest)?.[1];
          if (zone !== undefined) {
            ctx.say(changeZone(kit, reminders, chat.id, zone));
            return;
          }
          const draft = draftOf(chat, parseReminder(rest));
          const id = drafts.add(ctx.chat?.id ?? 0, JSON.stringify(draft), kit.now());
          const { body, keyboard } = show(reminders, id, draft, userOf(ctx));
          ctx.say(body, { keyboard });
        },
        howTo,
      );
    },
  });

  kit.buttons.add(reminderActions.wizard, async (ctx, parts, acknowledge) => {
    const id = numberPart(parts, 0) ?? -1;
    const [, what = '', value = ''] = parts;
    const draft = readDraft(drafts.get(id, ctx.chat?.id ?? 0));
    if (draft === null) {
      expired(acknowledge);
      return;
    }
    if (!(await mayManage(ctx, kit, draft.chat.id))) {
      refuse(ctx, kit);
      return;
    }
    if (what === 'no') {
      drafts.remove(id);
      await editOrSay(ctx, kit, plain('已取消，没有设置提醒。'), []);
      return;
    }
    await explained(
      ctx,
      async () => {
        if (what === 'ok') {
          await confirm(ctx, kit, reminders, drafts, id, draft);
          return;
        }
        const next = chosen(draft, what, value, reminders.planOf(draft.chat.id));
        if (next === null) return;
        drafts.change(id, JSON.stringify(next));
        const { body, keyboard } = show(reminders, id, next, userOf(ctx));
        await editOrSay(ctx, kit, body, keyboard);
      },
      howTo,
    );
  });
}

const userOf = (ctx: BotContext): number => ctx.from?.id ?? ctx.chat?.id ?? 0;

/** The next question about a draft, or its preview. Throws `ReminderError` where the plan lacks the topic. */
function show(reminders: Reminders, id: number, draft: ReminderDraft, userId: number): Shown {
  const { question, keyboard } = wizardStep(id, draft, reminders.planOf(draft.chat.id));
  const wish = wishOf(draft, userId);
  if (question !== null || wish === null) return { body: plain(question ?? ''), keyboard };
  return { body: previewText(wish, reminders.preview(wish), draft.chat.title), keyboard };
}

async function confirm(
  ctx: BotContext,
  kit: Kit,
  reminders: Reminders,
  drafts: DraftStore,
  id: number,
  draft: ReminderDraft,
): Promise<void> {
  const wish = wishOf(draft, userOf(ctx));
  if (wish === null) return;
  const created = kit.database.transaction(() => (drafts.remove(id) ? reminders.create(wish) : undefined));
  // Two administrators tapped at once: the first one's tap has set it.
  if (created === undefined) return;
  const { zone, next } = reminders.preview(wish);
  const body = joinLines([
    bold(`已设置提醒 ${created.id}`),
    plain(`内容：${wish.topic}`),
    plain(`时区：${zone}`),
    ...next.map((instant) => plain(`· ${instantText(zone, instant)}`)),
    plain('查看、暂停、删除：/reminders'),
  ]);
  await editOrSay(ctx, kit, body, []);
}

function changeZone(kit: Kit, reminders: Reminders, chatId: number, text: string): string {
  const zone = readTimeZone(text);
  kit.database.transaction(() => {
    kit.chats.change(chatId, { timeZone: zone });
    reminders.changeZone(chatId, zone);
  });
  return `时区已改为 ${zone}，已有提醒按新时区的同一钟点发送。`;
}
