import { realpath, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { Composer, GrammyError } from 'grammy';
import type { Document } from 'grammy/types';
import { DocumentError, PlanBotError } from '../../errors.ts';
import type { PlanDraft } from '../../library/plan-library.ts';
import { planName } from '../../plan/plan.ts';
import { packData } from '../callback-data.ts';
import type { BotContext } from '../context.ts';
import type { Kit } from '../kit.ts';
import { editOrSay } from '../direct-calls.ts';
import { figureText, periodText } from '../figure-text.ts';
import { figureCount } from '../section-list.ts';
import { bold, joinLines, plain, type RichText } from '../rich-text.ts';

const ACTION = 'd';

/** Telegram hands bots no larger files. */
const MAX_BYTES = 20 * 1024 * 1024;
const EXTENSIONS: ReadonlySet<string> = new Set(['.txt', '.md', '.markdown', '.docx', '.pdf']);
/** Types that a sender's program gives; what else it may be called, the file is read by its content. */
const MIME_TYPES =
  /^(text\/[\w.+-]+|application\/(pdf|octet-stream|zip|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))$/;

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
      const bytes = await download(ctx, kit, document.file_id);
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
