import { Worker } from 'node:worker_threads';
import { DocumentError } from '../errors.ts';
import type { WorkerInput, WorkerReply } from './document-worker.ts';
import { formatOf } from './file-kind.ts';
import {
  MAX_IN_THREAD_BYTES,
  MAX_IN_THREAD_LINES,
  MAX_IN_THREAD_MARKS,
  MAX_READING_MB,
  MEMORY_CHECK_MS,
  READ_TIMEOUT_MS,
  WORKER_HEAP_MB,
} from './limits.ts';
import type { DocumentFormat, PlainDocument } from './plain-document.ts';
import { baseName, checkSize, readDocument } from './read-document.ts';

const NEWLINE = 0x0a;
const costlyMarks = new Set(Buffer.from('*_`[]!<&\\'));

export interface ReadLimits {
  /** Longest wait in milliseconds; default a minute. */
  readonly timeoutMs?: number;
  /** JavaScript heap of the worker in MB. */
  readonly heapMb?: number;
  /** How much the whole process may grow meanwhile, in MB: inflated streams lie outside the heap. */
  readonly memoryMb?: number;
}

/**
 * Reads a plan's file like readDocument, but a hostile or huge one cannot stop or exhaust the program: it ends in a
 * DocumentError within the limits, while this thread goes on answering. Text of usual size is read at once, without
 * the half second that a worker takes to start.
 */
export async function readDocumentInWorker(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits = {},
): Promise<PlainDocument> {
  const fileName = baseName(name);
  checkSize(bytes, fileName);
  const format = formatOf(bytes, fileName);
  if (isQuick(bytes, format)) return readDocument(bytes, fileName);
  const reply = await runWorker({ bytes, name: fileName, format }, limits);
  if ('document' in reply) return reply.document;
  if ('refusal' in reply) throw new DocumentError(reply.refusal);
  throw new DocumentError(`“${fileName}”读取时出错，可能已损坏。请用 Word 或 WPS 打开后另存为 docx，再导入。`, {
    cause: new Error(reply.fault),
  });
}

function isQuick(bytes: Uint8Array, format: DocumentFormat): boolean {
  if (bytes.length > MAX_IN_THREAD_BYTES) return false;
  if (format === 'txt') return true;
  if (format !== 'markdown') return false;
  let lines = 0;
  let marks = 0;
  for (const byte of bytes) {
    if (byte === NEWLINE) lines++;
    else if (costlyMarks.has(byte)) marks++;
  }
  return lines <= MAX_IN_THREAD_LINES && marks <= MAX_IN_THREAD_MARKS;
}

function runWorker(input: WorkerInput, limits: ReadLimits): Promise<WorkerReply> {
  const tooMuch = (what: string): DocumentError =>
    new DocumentError(`“${input.name}”${what}，已停止读取。请只保留计划正文，另存为 docx 或 txt，再导入。`);
  return new Promise<WorkerReply>((resolve, reject) => {
    const worker = startWorker(input, limits.heapMb ?? WORKER_HEAP_MB);
    const timeoutMs = limits.timeoutMs ?? READ_TIMEOUT_MS;
    const atStart = process.memoryUsage.rss();
    const allowed = (limits.memoryMb ?? MAX_READING_MB) * 1024 * 1024;
    const timer = setTimeout(() => {
      fail(tooMuch(`读了 ${Math.ceil(timeoutMs / 1000)} 秒还没有读完`));
    }, timeoutMs);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - atStart > allowed) fail(tooMuch('占用内存过多'));
    }, MEMORY_CHECK_MS);
    const stop = (): void => {
      clearTimeout(timer);
      clearInterval(watch);
      // Nothing waits for the thread's end: it is over, or is being taken down.
      void worker.terminate();
    };
    const fail = (error: DocumentError): void => {
      stop();
      reject(error);
    };
    worker.once('message', (reply: WorkerReply) => {
      stop();
      resolve(reply);
    });
    worker.on('error', (error: Error & { readonly code?: string }) => {
      fail(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? tooMuch('占用内存过多')
          : new DocumentError(`“${input.name}”读取时出错。请另存为 docx 或 txt，再导入。`, { cause: error }),
      );
    });
    worker.once('exit', () => {
      fail(tooMuch('没有读完'));
    });
  });
}

function startWorker(input: WorkerInput, heapMb: number): Worker {
  return new Worker(new URL('./worker-entry.mjs', import.meta.url), {
    workerData: input,
    // Not what this process was started with: a test runner's loaders have no business there.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    // What libraries print must not mix with the answers of a batch run.
    stdout: true,
    stderr: true,
  });
}
