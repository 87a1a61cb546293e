import { realpath, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Composer, GrammyError } from 'grammy';
import type { Document } from 'grammy/types';
import { DocumentError, PlanBotError } from '../../errors.ts';
import type { LoadedPlan, PlanDraft } from '../../library/plan-library.ts';
import { currentPlanText, datedName, draftNotes, figureCount, outcomeText } from '../../library/plan-report.ts';
import { planName } from '../../plan/plan.ts';
import { packData } from '../callback-data.ts';
import type { BotContext } from '../context.ts';
import type { Kit } from '../kit.ts';
import { editOrSay } from '../direct-calls.ts';
import { figureText, periodText } from '../figure-text.ts';
import type { Keyboard } from '../outbox/outgoing.ts';
import { bold, joinLines, plain, type RichText } from '../rich-text.ts';
import { useButton } from './plan-admin.ts';

const ACTION = 'd';

/** Telegram hands bots no larger files. */
const MAX_BYTES = 20 * 1024 * 1024;
const EXTENSIONS: ReadonlySet<string> = new Set(['.txt', '.md', '.markdown', '.docx', '.pdf']);
/** Types that a sender's program gives; what else it may be called, the file is read by its content. */
const MIME_TYPES =
  /^(text\/[\w.+-]+|application\/(pdf|octet-stream|zip|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))$/;

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
      const bytes = await download(ctx, kit, document.file_id);
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
      ctx.say(`没有采用“${name}”：${error.message}\n现有的计划没有变化。`);
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

/** Why a file is not even downloaded; null where it may be. */
function refuse(document: Document): string | null {
  const extension = path.extname(document.file_name ?? '').toLowerCase();
  if (!EXTENSIONS.has(extension)) return '我只读 txt、md、docx、pdf 文件。.doc 请先另存为 .docx。';
  if (document.mime_type !== undefined && !MIME_TYPES.test(document.mime_type)) {
    return `文件的类型（${document.mime_type}）与扩展名 ${extension} 不符，没有读取。`;
  }
  if ((document.file_size ?? 0) > MAX_BYTES) return '文件超过20 MB，没有读取。请压缩其中的图片，或只发正文。';
  if (document.file_size === 0) return '这个文件是空的。';
  return null;
}

async function download(ctx: BotContext, kit: Kit, fileId: string): Promise<Uint8Array> {
  const { apiRoot, token, localFilesRoot = null } = kit.settings;
  let filePath: string | undefined;
  try {
    filePath = (await ctx.api.getFile(fileId)).file_path;
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    const isTooBig = /too big/i.test(error.description);
    throw new DocumentError(
      isTooBig ? 'Telegram 说文件太大（上限20 MB）。' : 'Telegram 没有交出这个文件，请重新发送。',
      {
        cause: error,
      },
    );
  }
  if (filePath === undefined) throw new DocumentError('Telegram 没有交出这个文件，请重新发送。');
  if (path.isAbsolute(filePath)) return readLocal(filePath, localFilesRoot);
  const safePath = filePath.split('/').map(encodeURIComponent).join('/');
  const reply = await kit.transport.request(`${apiRoot}/file/bot${token}/${safePath}`);
  if (reply.status !== 200) throw new DocumentError('下载链接已失效，请重新发送文件。');
  return reply.body;
}

/** A Bot API server in local mode names a file on its own disk; nothing outside its folder is ever read. */
async function readLocal(filePath: string, root: string | null): Promise<Uint8Array> {
  const outside = new DocumentError('服务器给出的文件路径不在允许的文件夹里，没有读取。');
  if (root === null) throw outside;
  try {
    const [real, realRoot] = await Promise.all([realpath(filePath), realpath(root)]);
    if (!real.startsWith(`${realRoot}${path.sep}`)) throw outside;
    if ((await stat(real)).size > MAX_BYTES) throw new DocumentError('文件超过20 MB，没有读取。');
    return await readFile(real);
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError('服务器上的文件读不出来，请重新发送。', { cause: error });
  }
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
