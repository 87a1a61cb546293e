import path from 'node:path';
import { Composer } from 'grammy';
import type { Document } from 'grammy/types';
import { PlanBotError } from '../../errors.ts';
import type { PlanDraft } from '../../library/plan-library.ts';
import { planName } from '../../plan/plan.ts';
import { packData } from '../callback-data.ts';
import type { BotContext } from '../context.ts';
import { downloadFile, MAX_BYTES } from '../download-file.ts';
import type { Kit } from '../kit.ts';
import { editOrSay } from '../edit-or-say.ts';
import { figureText, periodText } from '../figure-text.ts';
import { figureCount } from '../section-list.ts';
import { bold, joinLines, plain, type RichText } from '../rich-text.ts';

const ACTION = 'd';

const EXAMPLES = 5;
const SHOWN_WARNINGS = 5;
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
      ctx.say(report(draft), {
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
      const loaded = await kit.library.commit(waiting.draft);
      kit.log.info({ planId: loaded.plan.id, userId: ctx.from.id }, 'plan taken in');
      await editOrSay(
        ctx,
        kit,
        plain(`已启用《${planName(loaded.plan)}》，共${figureCount(loaded)}项数字。/plans 可以切换或撤下。`),
        [],
      );
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

function report(draft: PlanDraft): RichText {
  const { plan, figures, warnings, replaces } = draft;
  const listed = figures.filter(({ role }) => role === 'figure');
  const shownWarnings = warnings.slice(0, SHOWN_WARNINGS);
  return joinLines([
    bold(planName(plan)),
    plain(`年份：${plan.year === null ? '文件里没有写明' : `${plan.year}年`}`),
    plain(`章节：${plan.sections.length}个，数字：${listed.length}项`),
    ...(replaces === null ? [] : [plain(`启用后将替换已有的《${planName(replaces.plan)}》。`)]),
    ...(listed.length === 0 ? [plain('没有读到任何数字，请确认这是计划文件。')] : [plain(''), bold('例如')]),
    ...listed.slice(0, EXAMPLES).map((figure) => {
      const shown = { plan, figure };
      return plain(`· ${figureText(shown)} ${figure.indicator}（${periodText(shown)}）`);
    }),
    ...(warnings.length === 0 ? [] : [plain(''), bold(`请留意（${warnings.length}处）`)]),
    ...shownWarnings.map((warning) => plain(`· ${warning}`)),
    plain(''),
    plain('要启用吗？'),
  ]);
}
