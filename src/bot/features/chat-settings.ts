import { planName } from '../../plan/plan-name.ts';
import type { ChatSettings, QuoteStyle } from '../../storage/chats.ts';
import { shorten } from '../answer-buttons.ts';
import { packData } from '../callback-data.ts';
import type { BotContext } from '../context.ts';
import type { Kit } from '../kit.ts';
import { isChatManager } from '../chat-rights.ts';
import { editOrSay } from '../edit-or-say.ts';
import type { Keyboard } from '../outbox/outgoing.ts';
import { bold, joinLines, plain, type RichText } from '../rich-text.ts';

const ACTION = 'c';

const quoteNames: Readonly<Record<QuoteStyle, string>> = { expandable: '长的折叠', full: '全部展开', none: '不显示' };
const nextQuote: Readonly<Record<QuoteStyle, QuoteStyle>> = { expandable: 'full', full: 'none', none: 'expandable' };

const REFUSED = '只有本群管理员可以改设置。';

function overview(kit: Kit, settings: ChatSettings): RichText {
  const chosen = settings.planId === null ? undefined : kit.library.get(settings.planId);
  return joinLines([
    bold('本聊天的设置'),
    plain(`计划：${chosen === undefined ? '跟随当前计划' : planName(chosen.plan)}`),
    plain(`原文：${quoteNames[settings.quoteStyle]}`),
    plain(`接着上一句问：${settings.followUps ? '开' : '关'}`),
    plain(`评价按钮：${settings.feedbackButtons ? '显示' : '不显示'}`),
    plain(`时区：${settings.timeZone ?? kit.settings.timeZone}`),
  ]);
}

function keyboard(kit: Kit, settings: ChatSettings): Keyboard {
  const plans = kit.library.list();
  return [
    [
      { text: `原文：${quoteNames[nextQuote[settings.quoteStyle]]}`, data: packData(ACTION, 'quote') },
      { text: settings.followUps ? '关闭接着问' : '打开接着问', data: packData(ACTION, 'follow') },
    ],
    [{ text: settings.feedbackButtons ? '隐藏评价按钮' : '显示评价按钮', data: packData(ACTION, 'feedback') }],
    ...(plans.length > 1 ? [[{ text: '跟随当前计划', data: packData(ACTION, 'plan', '-') }]] : []),
    ...(plans.length > 1
      ? plans.map(({ plan }) => [{ text: shorten(`只问：${planName(plan)}`), data: packData(ACTION, 'plan', plan.id) }])
      : []),
  ];
}

/** What a button changes, or null for one that nobody made here. */
function changeFor(kit: Kit, settings: ChatSettings, [what, value]: readonly string[]): Partial<ChatSettings> | null {
  if (what === 'quote') return { quoteStyle: nextQuote[settings.quoteStyle] };
  if (what === 'follow') return { followUps: !settings.followUps };
  if (what === 'feedback') return { feedbackButtons: !settings.feedbackButtons };
  if (what !== 'plan' || value === undefined) return null;
  if (value === '-') return { planId: null };
  return kit.library.get(value) === undefined ? null : { planId: value };
}

/** /settings: each chat's own, changed in a group by its administrators only. */
export function addChatSettings(kit: Kit): void {
  kit.commands.add({
    name: 'settings',
    aliases: ['设置'],
    description: '本聊天的设置',
    audience: 'everybody',
    handle: async (ctx) => {
      const settings = kit.chats.settings(ctx.chat?.id ?? 0);
      const mayChange = await isChatManager(ctx, kit);
      ctx.say(overview(kit, settings), { keyboard: mayChange ? keyboard(kit, settings) : [] });
    },
  });

  kit.buttons.add(ACTION, async (ctx: BotContext, parts, acknowledge) => {
    const { chat } = ctx;
    if (chat === undefined) return;
    if (!(await isChatManager(ctx, kit))) {
      acknowledge(REFUSED);
      return;
    }
    const change = changeFor(kit, kit.chats.settings(chat.id), parts);
    if (change === null) {
      acknowledge('这个设置已不可用。');
      return;
    }
    kit.chats.change(chat.id, change);
    acknowledge('已保存。');
    const settings = kit.chats.settings(chat.id);
    await editOrSay(ctx, kit, overview(kit, settings), keyboard(kit, settings));
  });
}
