import { PlanBotError } from '../../errors.ts';
import { proxyLabel } from './proxy.ts';

/**
 * unreached: the server cannot have got the request. unknown: it may have got it and acted on it, so that sending
 * again may deliver a second copy.
 */
export type Certainty = 'unreached' | 'unknown';

/** A call that got no answer. The message names the cure; neither it nor the cause holds the token or a password. */
export class TransportError extends PlanBotError {
  readonly certainty: Certainty;

  constructor(certainty: Certainty, message: string, options?: ErrorOptions) {
    super('telegram', message, options);
    this.certainty = certainty;
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What went wrong on the way to the server, told by the error's code, and by its text where a library gives no code. */
export function toTransportError(error: unknown, host: string, proxy: URL | null, reached: boolean): TransportError {
  if (error instanceof TransportError) return error;
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  const fail = (certainty: Certainty, message: string): TransportError =>
    new TransportError(certainty, message, { cause: plainCause(error) });
  const through = proxy === null ? '' : `代理 ${proxyLabel(proxy)} `;

  if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|ERR_SSL/.test(code)) {
    return fail('unreached', `与 ${host} 的加密连接无法建立（${code}）。自建证书请用 NODE_EXTRA_CA_CERTS 指定。`);
  }
  // A SOCKS client gives its own errors no code and quotes the original one.
  const clue = `${code} ${text}`;
  if (reached) return fail('unknown', `与 ${host} 的连接中途断开（${code === '' ? text : code}）。`);
  if (proxy === null) {
    if (/ENOTFOUND|EAI_AGAIN/.test(clue)) return fail('unreached', `找不到服务器 ${host}，请检查网络和域名解析。`);
    if (clue.includes('ECONNREFUSED')) return fail('unreached', `服务器 ${host} 拒绝连接，请检查地址和端口。`);
    return fail(
      'unreached',
      `连接不上 ${host}（${code === '' ? text : code}），请检查网络，必要时设置 TELEGRAM_PROXY。`,
    );
  }
  if (/ENOTFOUND|EAI_AGAIN/.test(clue)) return fail('unreached', `${through}的域名无法解析，请检查 TELEGRAM_PROXY。`);
  if (clue.includes('ECONNREFUSED')) return fail('unreached', `${through}拒绝连接，请确认代理正在运行、端口正确。`);
  if (/authenticat/i.test(text)) return fail('unreached', proxyDenied(proxy));
  if (/timed out|ETIMEDOUT/i.test(clue)) return fail('unreached', proxySilent(proxy));
  return fail('unreached', `${through}没能连到 ${host}（${code === '' ? text : code}）。`);
}

export const proxyDenied = (proxy: URL): string =>
  `代理 ${proxyLabel(proxy)} 要求验证（407），请在 TELEGRAM_PROXY 里写上正确的用户名和密码。`;

export const proxySilent = (proxy: URL): string =>
  `代理 ${proxyLabel(proxy)} 没有回应（超时），请检查代理是否可用，或换一个代理。`;

/** The cause without the objects that hold URLs and headers. */
function plainCause(error: unknown): Error {
  const cause = new Error(error instanceof Error ? error.message : String(error));
  const code = codeOf(error);
  return code === '' ? cause : Object.assign(cause, { code });
}
