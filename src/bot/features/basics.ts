import type { LoadedPlan } from '../../library/plan-library.ts';
import { planName } from '../../plan/plan-name.ts';
import { actions, pagingRow, shorten } from '../answer-buttons.ts';
import { packData } from '../callback-data.ts';
import type { BotContext } from '../context.ts';
import type { Kit } from '../kit.ts';
import { figuresWithin, findSection, listedSections, sectionLines } from '../section-list.ts';
import type { Keyboard } from '../outbox/outgoing.ts';
import { answerQuestion } from '../questions.ts';
import { renderPages } from '../render-answer.ts';
import { EXAMPLE, exampleKeyboard, exampleQuestions } from '../examples.ts';
import { bold, joinLines, plain, type RichText } from '../rich-text.ts';
import { userNumberLines } from '../user-number.ts';
import { sayFigure, sectionPage } from './answer-actions.ts';

function welcome(kit: Kit, ctx: BotContext): RichText {
  const current = kit.library.current();
  const subject = current === undefined ? '工作计划' : `《${planName(current.plan)}》`;
  return joinLines([
    [
      { text: `我回答关于${subject}的问题：` },
      { text: '先给数字，再给出处和原文', bold: true },
      { text: '。文件里没有的，我会直说。' },
    ],
    ...userNumberLines(ctx),
    plain(current === undefined ? '现在还没有计划文件，请管理员先发一份给我。' : '直接发问题即可，例如：'),
  ]);
}

function help(kit: Kit, ctx: BotContext): RichText {
  const menu = kit.commands.menu(kit.access.isAdmin(ctx.from?.id) ? 'admin' : 'private');
  return joinLines([
    bold('怎么用'),
    plain('· 私聊：直接发问题，例如“新建污水管网多少公里”；接着问“那土壤呢”也行。'),
    plain(`· 群里：发 /ask 问题，或 @${ctx.me.username} 问题，或回复我的消息。其他消息我不看也不回。`),
    plain(`· 任何聊天里输入 @${ctx.me.username} 和关键词，会边输入边出结果。`),
    plain(''),
    bold('命令'),
    ...menu.map(({ command, description }) => plain(`/${command} ${description}`)),
    plain(''),
    plain('也可以直接发“帮助”“目录”“指标 水环境”。'),
    plain('在群里收不到消息时：请管理员在 @BotFather 里查看隐私模式（Group Privacy），改动后要把我移出群再加回来。'),
    plain('改过的问题不会再答一遍，请重新发一条。'),
  ]);
}

/** /start with deep links, /help, /ask, /sections, /figures, /cancel, /forget. */
export function addBasics(kit: Kit): void {
  const { commands, buttons, library } = kit;

  commands.add({
    name: 'start',
    aliases: ['开始'],
    description: '开始使用，看三个例子',
    audience: 'private',
    handle: (ctx, argument) => {
      if (argument !== '' && openLink(ctx, kit, argument)) return;
      ctx.say(welcome(kit, ctx), { keyboard: exampleKeyboard(kit) });
    },
  });

  buttons.add(EXAMPLE, async (ctx, [planId = '', index = ''], acknowledge) => {
    const loaded = library.get(planId);
    const question = loaded === undefined ? undefined : exampleQuestions(loaded)[Number(index)];
    if (question === undefined) {
      acknowledge('计划已更新，请直接发问题。');
      return;
    }
    await answerQuestion(ctx, kit, question);
  });

  commands.add({
    name: 'help',
    aliases: ['帮助', '菜单'],
    description: '怎么用、有哪些命令',
    audience: 'everybody',
    handle: (ctx) => {
      ctx.say(help(kit, ctx), { keyboard: exampleKeyboard(kit) });
    },
  });

  commands.add({
    name: 'ask',
    aliases: ['提问', '问'],
    description: '提一个问题，例如 /ask 新建污水管网多少公里',
    audience: 'everybody',
    handle: async (ctx, argument) => {
      if (argument === '') ctx.say('请把问题写在命令后面，例如：/ask 新建污水管网多少公里');
      else await answerQuestion(ctx, kit, argument);
    },
  });

  commands.add({
    name: 'sections',
    aliases: ['目录', '章节', '节'],
    description: '计划的目录',
    audience: 'everybody',
    handle: (ctx) => {
      const loaded = loadedFor(kit, ctx);
      if (loaded === undefined) ctx.say(NO_PLAN);
      else ctx.say(outline(loaded), { keyboard: outlineKeyboard(loaded) });
    },
  });

  commands.add({
    name: 'figures',
    aliases: ['指标', '数字'],
    description: '列出指标，可写节名，例如 /figures 水环境',
    audience: 'everybody',
    handle: async (ctx, argument) => {
      const loaded = loadedFor(kit, ctx);
      if (loaded === undefined) {
        ctx.say(NO_PLAN);
        return;
      }
      const section = argument === '' ? null : findSection(loaded, argument);
      if (section === undefined) {
        await answerQuestion(ctx, kit, `${argument}有哪些指标？`);
        return;
      }
      const id = section === null ? '-' : section.id;
      const pages = renderPages(sectionLines(loaded, section));
      const paging = pagingRow(0, pages.length, (page) => packData(actions.sectionPage, loaded.plan.id, id, page));
      ctx.say(pages[0] ?? [], { keyboard: paging });
    },
  });

  commands.add({
    name: 'cancel',
    aliases: ['取消'],
    description: '忘掉前面的问题，重新开始',
    audience: 'everybody',
    handle: (ctx) => {
      kit.dialogue.clear(ctx.chat?.id ?? 0, ctx.from?.id ?? ctx.chat?.id ?? 0);
      ctx.say('好，前面的问题不再作数，请重新提问。');
    },
  });

  commands.add({
    name: 'forget',
    aliases: [],
    description: '删除关于我的提问记录',
    audience: 'private',
    handle: (ctx) => {
      if (ctx.from === undefined) return;
      const count = kit.audit.forget(ctx.from.id);
      ctx.say(`已删除您的全部提问记录（${count}条）和评价。`);
    },
  });
}

const NO_PLAN = '还没有可用的计划文件。';

const loadedFor = (kit: Kit, ctx: BotContext): LoadedPlan | undefined => {
  const { planId } = kit.chats.settings(ctx.chat?.id ?? 0);
  return (planId === null ? undefined : kit.library.get(planId)) ?? kit.library.current();
};

function outline(loaded: LoadedPlan): RichText {
  return joinLines([
    bold(planName(loaded.plan)),
    ...listedSections(loaded).map((section) =>
      plain(
        `${'　'.repeat(section.level - 1)}${section.marker}${section.title}（${figuresWithin(loaded, section).length}项）`,
      ),
    ),
  ]);
}

/** Buttons for the innermost listed sections that have figures; Telegram shows a hundred at most. */
function outlineKeyboard(loaded: LoadedPlan): Keyboard {
  const sections = listedSections(loaded).filter((section) => figuresWithin(loaded, section).length > 0);
  return sections.slice(0, 30).map((section) => [
    {
      text: shorten(`${section.marker}${section.title}`),
      data: packData(actions.section, loaded.plan.id, section.id, 0),
    },
  ]);
}

/** Deep links: f_<plan>_<figure> opens one indicator, s_<plan>_<section> a section. False for other payloads. */
function openLink(ctx: BotContext, kit: Kit, payload: string): boolean {
  const [kind, planId = '', id = ''] = payload.split('_');
  if (kind === 'f' && /^\d+$/.test(id)) {
    if (!sayFigure(ctx, kit, planId, Number(id))) ctx.say('这个链接指的计划已经更新，请直接提问。');
    return true;
  }
  if (kind === 's' && /^\d+$/.test(id)) {
    const page = sectionPage(kit, [planId, id, '0'], () => {
      ctx.say('这个链接指的计划已经更新，请直接提问。');
    });
    if (page !== undefined) ctx.say(page.body, { keyboard: page.keyboard });
    return true;
  }
  return false;
}
