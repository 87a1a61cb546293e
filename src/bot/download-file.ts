import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { GrammyError } from 'grammy';
import { DocumentError } from '../errors.ts';
import type { Kit } from './kit.ts';
import type { Reply } from './net/transport.ts';
import { defaults } from './settings.ts';

/** Telegram hands bots no larger files. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** A file's content, by the number Telegram gave it. Throws `DocumentError` where it cannot be had, or not in time. */
export async function downloadFile(kit: Kit, fileId: string): Promise<Uint8Array> {
  const { apiRoot, token, localFilesRoot = null } = kit.settings;
  const filePath = await pathOf(kit, fileId);
  if (path.isAbsolute(filePath)) return readLocal(filePath, localFilesRoot);
  const safePath = filePath.split('/').map(encodeURIComponent).join('/');
  const reply = await fetchInTime(kit, `${apiRoot}/file/bot${token}/${safePath}`);
  if (reply.status !== 200) throw new DocumentError('下载链接已失效，请重新发送文件。');
  return reply.body;
}

async function pathOf({ api }: Kit, fileId: string): Promise<string> {
  let filePath: string | undefined;
  try {
    filePath = (await api.getFile(fileId)).file_path;
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    const isTooBig = /too big/i.test(error.description);
    throw new DocumentError(
      isTooBig ? 'Telegram 说文件太大（上限20 MB）。' : 'Telegram 没有交出这个文件，请重新发送。',
      { cause: error },
    );
  }
  if (filePath === undefined) throw new DocumentError('Telegram 没有交出这个文件，请重新发送。');
  return filePath;
}

/** A transfer that stands still would hold up its chat, and one of the few updates handled at once, for ever. */
async function fetchInTime({ transport, settings }: Kit, url: string): Promise<Reply> {
  const limitMs = settings.times?.downloadMs ?? defaults.downloadMs;
  const signal = AbortSignal.timeout(limitMs);
  try {
    return await transport.request(url, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
    const seconds = Math.ceil(limitMs / 1000);
    throw new DocumentError(`${seconds}秒内没有下载完，已放弃。请检查网络，再发一次文件。`, { cause: error });
  }
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
