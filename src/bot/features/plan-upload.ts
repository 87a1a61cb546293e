import path from 'node:path';
import { Composer } from 'grammy';
import type { Document } from 'grammy/types';
import { PlanBotError } from '../../errors.ts';
import type { LoadedPlan, PlanDraft } from '../../library/plan-library.ts';
import { currentPlanText, datedName, draftNotes, figureCount, outcomeText } from '../../library/plan-report.ts';
import { planName } from '../../plan/plan-name.ts';
import { packData } from '../callback-data.ts';
import type { BotContext } from '../context.ts';
import { downloadFile, MAX_BYTES } from '../download-file.ts';
import type { Kit } from '../kit.ts';
import { editOrSay } from '../edit-or-say.ts';
import { figureText, periodText } from '../figure-text.ts';
import type { Keyboard } from '../outbox/outgoing.ts';
import { bold, joinLines, plain, type RichText } from '../rich-text.ts';
import { useButton } from './plan-admin.ts';

const ACTION = 'd';

const EXAMPLES = 5;
const SHOWN_NOTES = 5;
const DRAFT_MS = 30 * 60_000;
const MAX_DRAFTS = 5;

interface WaitingDraft {
  readonly draft: PlanDraft;
  readonly userId: number;
  readonly at: number;
}

/** Administrators send a plan as a file; it is read, reported, and taken in once they say so. */
export function planUpload(kit: Kit): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const drafts = new Map<number, WaitingDraft>();
  let lastId = 0;

  composer.chatType('private').on('message:document', async (ctx) => {
    const { document } = ctx.message;
    if (!kit.access.isAdmin(ctx.from.id)) {
      ctx.say('谢谢，不过计划文件只能由管理员提交。您可以直接向我提问。');
      return;
    }
    const refusal = refuse(document);
    if (refusal !== null) {
      ctx.say(refusal);
      return;
    }
    const name = path.basename(document.file_name ?? 'plan');
    try {
      const bytes = await downloadFile(kit, document.file_id);
      const draft = await kit.library.draft(bytes, name);
      const now = kit.now();
      for (const [id, { at }] of drafts) if (now - at > DRAFT_MS || drafts.size >= MAX_DRAFTS) drafts.delete(id);
      lastId += 1;
      drafts.set(lastId, { draft, userId: ctx.from.id, at: now });
      ctx.say(report(draft, kit.library.current()), {
        keyboard: [
          [
            { text: '启用', data: packData(ACTION, 'ok', lastId, draft.plan.id) },
            { text: '取消', data: packData(ACTION, 'no', lastId, draft.plan.id) },
          ],
        ],
      });
    } catch (error) {
      if (!(error instanceof PlanBotError)) throw error;
      kit.log.warn({ err: error, size: document.file_size }, 'plan file refused');
      ctx.say(`没有采用“${name}”：${error.message}\n我能读 txt、md、docx、pdf 文件。现有的计划没有变化。`);
    }
  });

  kit.buttons.add(ACTION, async (ctx, [choice, id = '', planId], acknowledge) => {
    const waiting = drafts.get(Number(id));
    if (!kit.access.isAdmin(ctx.from?.id)) {
      acknowledge('只有管理员可以这样做。');
      return;
    }
    if (waiting?.draft.plan.id !== planId || waiting === undefined || waiting.userId !== ctx.from?.id) {
      acknowledge('这份草稿已过期，请重新发送文件。');
      return;
    }
    drafts.delete(Number(id));
    if (choice !== 'ok') {
      acknowledge('已取消。');
      await editOrSay(ctx, kit, plain('已取消，现有的计划没有变化。'), []);
      return;
    }
    acknowledge('正在启用…');
    try {
      const before = kit.library.current();
      const result = await kit.library.commit(waiting.draft);
      const { loaded, outcome } = result;
      kit.log.info({ planId: loaded.plan.id, outcome, userId: ctx.from.id }, 'plan taken in');
      const current = kit.library.current();
      const body = joinLines([
        plain(`${outcomeText(result, '已启用')}。`),
        plain(currentPlanText(before, current)),
        plain('/plans 可以切换或撤下。已有的提醒仍按设置时的计划发送。'),
      ]);
      await editOrSay(ctx, kit, body, switching(kit, loaded, before));
    } catch (error) {
      if (!(error instanceof PlanBotError)) throw error;
      await editOrSay(ctx, kit, plain(`没能启用：${error.message}\n现有的计划没有变化。`), []);
    }
  });

  return composer;
}

/**
 * Why a file is not even downloaded; null where it may be. Its kind is no reason: names and types are what senders'
 * programs make of them (office suites register types of their own), and reading goes by the content.
 */
function refuse(document: Document): string | null {
  if ((document.file_size ?? 0) > MAX_BYTES) return '文件超过20 MB，没有读取。请压缩其中的图片，或只发正文。';
  if (document.file_size === 0) return '这个文件是空的。';
  return null;
}

/** The likeliest wish after an import: the new plan as the current one, or the one that was that until now. */
function switching({ library }: Kit, loaded: LoadedPlan, before: LoadedPlan | undefined): Keyboard {
  const current = library.current()?.plan.id;
  if (current !== loaded.plan.id) return [[useButton('设为当前', loaded.plan.id)]];
  if (before === undefined || before.plan.id === current || library.get(before.plan.id) === undefined) return [];
  return [[useButton(`改回 ${planName(before.plan)}`, before.plan.id)]];
}

/** Which plan will be current once the draft is in force. */
function currentAfter({ becomesCurrent, replaces, plan }: PlanDraft, current: LoadedPlan | undefined): string {
  if (current === undefined || current.plan.id === plan.id) return '启用后它就是当前计划。';
  if (!becomesCurrent) return `启用后当前计划仍是 ${datedName(current.plan)}；要改用这一份，启用后点“设为当前”。`;
  if (current === replaces) return '启用后它就是当前计划。';
  return `启用后它就是当前计划，没有另选计划的聊天都改用它；现在是 ${datedName(current.plan)}。`;
}

function report(draft: PlanDraft, current: LoadedPlan | undefined): RichText {
  const { plan, figures, isStored, replaces } = draft;
  const listed = figures.filter(({ role }) => role === 'figure');
  const notes = draftNotes(draft);
  return joinLines([
    bold(planName(plan)),
    plain(`年份：${plan.year === null ? '文件里没有写明' : `${plan.year}年`}`),
    plain(`章节：${plan.sections.length}个，数字：${figureCount(draft)}项`),
    ...(isStored ? [plain('这份文件已经导入过，启用不会有变化。')] : []),
    ...(replaces === null ? [] : [plain(`启用后将替换已有的《${planName(replaces.plan)}》。`)]),
    plain(currentAfter(draft, current)),
    ...(listed.length === 0 ? [] : [plain(''), bold('例如')]),
    ...listed.slice(0, EXAMPLES).map((figure) => {
      const shown = { plan, figure };
      return plain(`· ${figureText(shown)} ${figure.indicator}（${periodText(shown)}）`);
    }),
    ...(notes.length === 0 ? [] : [plain(''), bold(`请留意（${notes.length}处）`)]),
    ...notes.slice(0, SHOWN_NOTES).map((note) => plain(`· ${note}`)),
    plain(''),
    plain('要启用吗？'),
  ]);
}
