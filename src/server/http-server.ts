import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from '../bot/update.ts';
import type { BotHealth } from '../bot/kit.ts';
import { ConfigError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';

export interface HttpServerOptions {
  readonly port: number;
  /** An address or a name of this machine; null, the default, for all interfaces under a webhook, loopback only without. */
  readonly host?: string | null;
  readonly health: () => BotHealth;
  readonly metrics: Metrics;
  readonly log: Log;
  /** null under long polling. */
  readonly webhook: {
    /** The path of WEBHOOK_URL. */
    readonly path: string;
    readonly secret: string;
    /** Returns once the update is stored; throws where it cannot be, and Telegram sends it again. */
    accept(update: Update): void;
  } | null;
}

/** Updates are a few kilobytes; nobody but Telegram has reason to send more. */
const MAX_BODY_BYTES = 1024 * 1024;
/** A sender that dawdles is cut off. */
const REQUEST_TIMEOUT_MS = 15_000;

/** /healthz, /metrics, and the webhook where one is set. */
export class HttpServer {
  readonly #options: HttpServerOptions;
  readonly #server: Server;

  constructor(options: HttpServerOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => {
      this.#route(request, response).catch((error: unknown) => {
        options.log.error({ err: error }, 'request failed');
        reply(response, 500, 'error');
      });
    });
    this.#server.requestTimeout = REQUEST_TIMEOUT_MS;
    this.#server.headersTimeout = REQUEST_TIMEOUT_MS;
  }

  /** Resolves with the port; throws `ConfigError` where it is taken, or the host is none of this machine's. */
  async start(): Promise<number> {
    const { port } = this.#options;
    const host = this.#options.host ?? (this.#options.webhook === null ? '127.0.0.1' : '0.0.0.0');
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => {
        reject(new ConfigError(listenFault(error.code, host, port), { cause: error }));
      });
      this.#server.listen(port, host, resolve);
    });
    return (this.#server.address() as AddressInfo).port;
  }

  /** Takes no more requests; those under way are finished. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeIdleConnections();
    await closed;
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const { health, metrics, webhook } = this.#options;
    if (webhook !== null && pathname === webhook.path) {
      await this.#receive(request, response, webhook);
    } else if (pathname === '/healthz') {
      const state = health();
      reply(response, state.isReady ? 200 : 503, JSON.stringify(publicHealth(state)), 'application/json');
    } else if (pathname === '/metrics') {
      reply(response, 200, await metrics.text(), metrics.contentType);
    } else {
      reply(response, 404, 'not found');
    }
  }

  async #receive(
    request: IncomingMessage,
    response: ServerResponse,
    webhook: NonNullable<HttpServerOptions['webhook']>,
  ): Promise<void> {
    if (request.method !== 'POST') {
      reply(response, 405, 'POST only');
      return;
    }
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    if (typeof secret !== 'string' || !isSame(secret, webhook.secret)) {
      this.#options.log.warn('webhook call without the right secret');
      reply(response, 401, 'unauthorized');
      return;
    }
    const body = await readBody(request, MAX_BODY_BYTES);
    if (body === null) {
      reply(response, 413, 'too large');
      return;
    }
    const update = parseUpdate(body);
    if (update === null) {
      reply(response, 400, 'not an update');
      return;
    }
    webhook.accept(update);
    reply(response, 200, '');
  }
}

function listenFault(code: string | undefined, host: string, port: number): string {
  if (code === 'EADDRINUSE') return `端口${port}已被占用，请改 PORT。`;
  if (code === 'EACCES') return `没有权限监听端口${port}，请把 PORT 改成1024以上的端口。`;
  return `无法在 ${host} 上监听端口${port}，请检查 HOST（应为本机的地址，例如 127.0.0.1 或 0.0.0.0）和 PORT。`;
}

/** Nobody learns a chat's or a person's name from it. */
const publicHealth = ({
  isReady,
  mode,
  startedAt,
  lastPollAt,
  waitingUpdates,
  waitingMessages,
  plans,
}: BotHealth): object => ({
  isReady,
  mode,
  startedAt: new Date(startedAt).toISOString(),
  lastPollAt: lastPollAt === null ? null : new Date(lastPollAt).toISOString(),
  waitingUpdates,
  waitingMessages,
  plans,
});

/** Compares in constant time, whatever the lengths. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

/** null where it is larger than allowed; the rest is not read then. */
async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseUpdate(body: string): Update | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const isUpdate =
      typeof parsed === 'object' && parsed !== null && 'update_id' in parsed && Number.isSafeInteger(parsed.update_id);
    return isUpdate ? (parsed as Update) : null;
  } catch {
    return null;
  }
}

function reply(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': type, connection: status === 413 ? 'close' : 'keep-alive' });
  response.end(body);
}
