import { z } from 'zod';
import { targetsOf } from '../../../ledger/ledger.ts';
import { lightRule } from '../../../ledger/light.ts';
import { parseReportText } from '../../../ledger/report-text.ts';
import { digestPages } from '../../../reminders/digest-pages.ts';
import { DraftStore } from '../../../storage/drafts.ts';
import { shorten } from '../../answer-buttons.ts';
import { expired } from '../../buttons.ts';
import { numberPart, packData } from '../../callback-data.ts';
import type { BotContext } from '../../context.ts';
import { editOrSay } from '../../edit-or-say.ts';
import { figureText } from '../../figure-text.ts';
import type { Keyboard } from '../../outbox/outgoing.ts';
import { bold, joinLines, plain } from '../../rich-text.ts';
import { explained } from '../explained.ts';
import { digestFor, type ProgressTools } from './digest.ts';
import { describe, record, reporterOf, takeReport } from './report.ts';
import { groupText, historyText } from './text.ts';
import { reminderActions } from '../reminders/actions.ts';
import { digestKeyboard, renderStandings } from '../reminders/messages.ts';

const actions = { pick: 'pg', section: 'ps' } as const;

const howTo =
  '报进度：/progress 指标 数量和单位，例如 /progress 新建污水管网 65公里\n看进度：/progress 水环境\n看历史：/progress 历史 新建污水管网';
const refusedText = '只有群管理员和指定的报送人可以报进度。';

/** A report that waits for its target to be chosen. */
const draftSchema = z.object({
  report: z.string(),
  userId: z.number(),
  figureIds: z.array(z.number()),
  planId: z.string(),
});

/** /progress: without a number the state of a topic, with one a report. */
export function addProgress(tools: ProgressTools, progressUsers: readonly number[]): void {
  const { kit } = tools;
  const drafts = new DraftStore(kit.database, 'report');

  kit.commands.add({
    name: 'progress',
    aliases: ['进度', '报进度'],
    description: '看进度或报进度，例如 /progress 新建污水管网 65公里',
    audience: 'everybody',
    handle: async (ctx, argument) => {
      await explained(ctx, async () => {
        const history = /^历史\s*(.+)$/s.exec(argument)?.[1];
        const report = parseReportText(argument);
        if (argument === '') sayOverview(ctx, tools);
        else if (history !== undefined) ctx.say(historyText(tools, ctx.chat?.id ?? 0, history));
        else if (report === null || (report.unit === '' && isNameOf(tools, ctx.chat?.id ?? 0, argument)))
          sayTopic(ctx, tools, argument);
        else await takeFrom(ctx, tools, drafts, argument, progressUsers);
      });
    },
  });

  kit.buttons.add(actions.section, async (ctx, [planId = '', sectionId = ''], acknowledge) => {
    const section = kit.library.get(planId)?.plan.sections.find(({ id }) => id === Number(sectionId));
    if (section === undefined) expired(acknowledge);
    else
      await explained(ctx, () => {
        sayTopic(ctx, tools, section.title);
      });
  });

  kit.buttons.add(actions.pick, async (ctx, parts, acknowledge) => {
    const id = numberPart(parts, 0) ?? -1;
    const content = drafts.get(id, ctx.chat?.id ?? 0);
    const draft = content === undefined ? null : draftSchema.parse(JSON.parse(content));
    const report = draft === null ? null : parseReportText(draft.report);
    const loaded = draft === null ? undefined : kit.library.get(draft.planId);
    const figureId = numberPart(parts, 1);
    const target = loaded && targetsOf(loaded).find(({ figure }) => figure.id === figureId);
    if (draft === null || report === null || target === undefined || !draft.figureIds.includes(target.figure.id)) {
      expired(acknowledge);
      return;
    }
    if (ctx.from?.id !== draft.userId) {
      acknowledge('请由报送人自己选择。');
      return;
    }
    await explained(ctx, async () => {
      const reporter = await reporterOf(ctx, kit, progressUsers);
      if (reporter === null) {
        ctx.say(refusedText);
        return;
      }
      if (!drafts.remove(id)) return;
      await editOrSay(ctx, kit, record(tools, target, report, reporter, ctx.chat?.id ?? 0), []);
    });
  });

  kit.buttons.add(reminderActions.howToReport, (ctx) => {
    ctx.say(howTo);
  });
}

async function takeFrom(
  ctx: BotContext,
  tools: ProgressTools,
  drafts: DraftStore,
  argument: string,
  progressUsers: readonly number[],
): Promise<void> {
  const { kit, reminders } = tools;
  const chatId = ctx.chat?.id ?? 0;
  const reporter = await reporterOf(ctx, kit, progressUsers);
  const report = parseReportText(argument);
  if (reporter === null || report === null) {
    ctx.say(`${refusedText}看进度不用写数量，例如：/progress ${report?.indicator ?? '水环境'}`);
    return;
  }
  const { body, candidates } = takeReport(tools, report, reporter, chatId);
  if (candidates.length === 0) {
    ctx.say(body);
    return;
  }
  const draft: z.infer<typeof draftSchema> = {
    report: argument,
    userId: reporter.userId,
    figureIds: candidates.map(({ figure }) => figure.id),
    planId: reminders.planOf(chatId).plan.id,
  };
  const id = drafts.add(chatId, JSON.stringify(draft), kit.now());
  const keyboard = candidates.map((target) => [
    {
      text: shorten(`${figureText(target)} ${target.figure.indicator}`),
      data: packData(actions.pick, id, target.figure.id),
    },
  ]);
  ctx.say(joinLines([body, ...candidates.map((target) => plain(`· ${describe(target)}`))]), { keyboard });
}

/** Whether a text that ends in a number is a name as it stands, so that no number is reported: 「PM 2.5」. */
function isNameOf({ reminders }: ProgressTools, chatId: number, text: string): boolean {
  const { plan, figures } = reminders.planOf(chatId);
  const names = [...plan.sections.map(({ title }) => title), ...figures.map(({ indicator }) => indicator)];
  const wanted = withoutSpaces(text);
  return names.some((name) => withoutSpaces(name).includes(wanted));
}

const withoutSpaces = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

/** One topic's targets, as a reminder would show them. */
function sayTopic(ctx: BotContext, tools: ProgressTools, topic: string): void {
  const digest = digestFor(tools, ctx.chat?.id ?? 0, topic);
  if (digest === null) {
    ctx.say(`计划里没有与“${topic}”对应的章节或指标目标。\n${howTo}`);
    return;
  }
  const pages = digestPages(digest);
  pages.forEach((lines, index) => {
    ctx.say(renderStandings(lines), { keyboard: index === pages.length - 1 ? digestKeyboard(digest) : [] });
  });
}

/** How many lights of each colour every section has, what is overdue or due soon, and the rule. */
function sayOverview(ctx: BotContext, tools: ProgressTools): void {
  const digest = digestFor(tools, ctx.chat?.id ?? 0, '全部');
  if (digest === null) {
    ctx.say('这份计划里没有可以报进度的目标。');
    return;
  }
  const { plan, groups } = digest;
  const keyboard: Keyboard = groups.flatMap(({ section }) =>
    section === null ? [] : [[{ text: shorten(section.title), data: packData(actions.section, plan.id, section.id) }]],
  );
  const body = joinLines([
    bold('各节进度（人工报送）'),
    ...groups.map(groupText),
    plain(''),
    plain(lightRule),
    plain(howTo),
  ]);
  ctx.say(body, { keyboard: keyboard.slice(0, 30) });
}
