import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';
import type { Socket } from 'node:net';
import { openAgent, proxyFor, type OpenAgent, type ProxySettings } from './proxy.ts';
import { proxyDenied, proxySilent, toTransportError, TransportError } from './transport-error.ts';

export interface TransportOptions extends ProxySettings {
  readonly apiRoot: string;
  /** How long reaching the server may take, proxy included. Default 10 s. */
  readonly connectTimeoutMs?: number;
}

interface RequestOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | AsyncIterable<Uint8Array> | null;
  readonly signal?: {
    readonly aborted: boolean;
    addEventListener(type: 'abort', listener: () => void): void;
    removeEventListener(type: 'abort', listener: () => void): void;
  };
}

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

const MAX_REPLY_BYTES = 25 * 1024 * 1024;

/**
 * The one way to the Bot API server. It exists beside grammY's own client because the outbox has to know whether a
 * failed call can have reached the server, because a stalled connection must be closed together with its sockets,
 * and because what a proxy refuses must be told apart from what Telegram refuses.
 */
export class Transport {
  readonly #root: URL;
  readonly #proxy: URL | null;
  readonly #connectTimeoutMs: number;
  #open: OpenAgent;
  /** Polls have connections of their own: closing a stalled one must not cut a send that the server has taken. */
  #polling: OpenAgent;

  constructor(options: TransportOptions) {
    this.#root = new URL(options.apiRoot);
    this.#proxy = proxyFor(this.#root, options);
    this.#connectTimeoutMs = options.connectTimeoutMs ?? 10_000;
    this.#open = openAgent(this.#root, this.#proxy);
    this.#polling = openAgent(this.#root, this.#proxy);
  }

  /** Closes the polls' connections and all idle ones; sends under way end by themselves, on connections not used again. */
  resetPolling(): void {
    this.#polling.close();
    this.#polling = openAgent(this.#root, this.#proxy);
    retire(this.#open.agent);
    this.#open = openAgent(this.#root, this.#proxy);
  }

  close(): void {
    this.#polling.close();
    this.#open.close();
  }

  /** Stands in for `fetch` in grammY's client, which uses no more of it than this. */
  readonly fetch = async (url: string | URL, options: RequestOptions = {}): Promise<{ json(): Promise<unknown> }> => {
    const reply = await this.request(url, options);
    return { json: () => Promise.resolve(parseReply(reply)) };
  };

  /**
   * One HTTP exchange; resolves when the whole body is here. Only connecting has a time limit of its own: polls and
   * files have very different ones, which `signal` sets. Rejects with `TransportError`.
   */
  request(url: string | URL, options: RequestOptions = {}): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const target = new URL(url);
      const { signal } = options;
      let reached = false;
      const abort = (): void => {
        fail(new Error('aborted'));
      };
      const fail = (error: unknown): void => {
        clearTimeout(connecting);
        signal?.removeEventListener('abort', abort);
        request.destroy();
        reject(toTransportError(error, target.host, this.#proxy, reached));
      };
      const { request: start } = target.protocol === 'https:' ? https : http;
      const request = start(target, {
        agent: (target.pathname.endsWith('/getUpdates') ? this.#polling : this.#open).agent,
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
      });
      const connecting = setTimeout(() => {
        const message =
          this.#proxy === null
            ? `连接 ${target.host} 超时，请检查网络，必要时设置 TELEGRAM_PROXY。`
            : proxySilent(this.#proxy);
        fail(new TransportError('unreached', message));
      }, this.#connectTimeoutMs);
      request.on('socket', (socket: Socket) => {
        whenUsable(socket, () => {
          reached = true;
          clearTimeout(connecting);
        });
      });
      request.on('error', fail);
      request.on('response', (response) => {
        clearTimeout(connecting);
        if (response.statusCode === 407 && this.#proxy !== null) {
          fail(new TransportError('unreached', proxyDenied(this.#proxy)));
          return;
        }
        collect(response).then((body) => {
          signal?.removeEventListener('abort', abort);
          resolve({ status: response.statusCode ?? 0, body });
        }, fail);
      });
      signal?.addEventListener('abort', abort);
      if (signal?.aborted === true) abort();
      else sendBody(request, options.body ?? null, fail);
    });
  }
}

/** Idle connections may be as dead as the poll's; busy ones are closed once they are free. */
function retire(agent: http.Agent): void {
  agent.maxFreeSockets = 0;
  for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
}

/** Calls back once a request can travel: connected, and for TLS past its handshake. */
function whenUsable(socket: Socket, usable: () => void): void {
  if (socket instanceof TLSSocket) {
    if ('secureConnecting' in socket && socket.secureConnecting === true) socket.once('secureConnect', usable);
    else usable();
  } else if (socket.connecting) {
    socket.once('connect', usable);
  } else {
    usable();
  }
}

function sendBody(request: http.ClientRequest, body: RequestOptions['body'], fail: (error: unknown) => void): void {
  if (body === null || body === undefined || typeof body === 'string') request.end(body ?? undefined);
  else Readable.from(body).on('error', fail).pipe(request);
}

async function collect(response: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_REPLY_BYTES) throw new TransportError('unknown', '服务器的回复过大。');
    chunks.push(chunk);
  }
  if (!response.complete) throw new TransportError('unknown', '服务器的回复不完整。');
  return Buffer.concat(chunks);
}

/** The Bot API's answer; what is no answer of the Bot API (a gateway's page) becomes an error 502 of its own form. */
function parseReply({ status, body }: Reply): unknown {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null && 'ok' in parsed) return parsed;
  } catch (error) {
    if (status === 200) throw new TransportError('unknown', '服务器的回复不完整。', { cause: error });
  }
  return { ok: false, error_code: 502, description: `Bad Gateway: HTTP ${status} without a Bot API answer` };
}
