import { setMaxListeners } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';

export interface ProxySettings {
  /** http://, https://, socks5h:// or socks5:// URL; null: none. */
  readonly proxy: string | null;
  /** NO_PROXY as usual: names and suffixes, separated by commas; * for all. */
  readonly noProxy: string;
}

/** A proxy's idle limit must exceed the long poll's wait (30 s), or it cuts healthy polls. */
const SOCKS_IDLE_MS = 45_000;

/** Whether a host is reached without the proxy: an exact name, a suffix, with or without a port, or *. */
export function bypassesProxy(host: string, port: string, noProxy: string): boolean {
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = entry, wantedPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (wantedPort !== undefined && wantedPort !== port) return false;
      const suffix = name.replace(/^\*?\./, '');
      return host.toLowerCase() === suffix || host.toLowerCase().endsWith(`.${suffix}`);
    });
}

/** The proxy to use for a server, or null. */
export function proxyFor(target: URL, settings: ProxySettings): URL | null {
  if (settings.proxy === null || settings.proxy === '') return null;
  const port = target.port === '' ? (target.protocol === 'https:' ? '443' : '80') : target.port;
  return bypassesProxy(target.hostname, port, settings.noProxy) ? null : new URL(settings.proxy);
}

/** A proxy as it may be shown: without user and password. */
export const proxyLabel = (proxy: URL): string => `${proxy.protocol}//${proxy.host}`;

export interface OpenAgent {
  readonly agent: http.Agent;
  /** Closes every socket, those still shaking hands with the proxy included. */
  close(): void;
}

/** An agent that keeps connections, through the proxy where there is one. Names are resolved by a SOCKS proxy itself. */
export function openAgent(target: URL, proxy: URL | null): OpenAgent {
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const agent = createAgent(target, proxy, closing.signal);
  return {
    agent,
    close: () => {
      closing.abort();
      agent.destroy();
    },
  };
}

function createAgent(target: URL, proxy: URL | null, signal: AbortSignal): http.Agent {
  if (proxy === null) {
    return target.protocol === 'https:' ? new https.Agent({ keepAlive: true }) : new http.Agent({ keepAlive: true });
  }
  if (proxy.protocol.startsWith('socks')) {
    // socks5:// would resolve the server's name here, where it is often poisoned.
    const remote = proxy.href.replace(/^socks5?:/, 'socks5h:');
    return new SocksProxyAgent(remote, { keepAlive: true, timeout: SOCKS_IDLE_MS });
  }
  return new HttpsProxyAgent(proxy.href, { keepAlive: true, signal });
}
