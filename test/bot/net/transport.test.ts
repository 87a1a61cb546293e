import { getEventListeners } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Transport } from '../../../src/bot/net/transport.ts';
import { onEnd } from '../support/harness.ts';

/** A server that answers at /answer and never finishes an answer elsewhere. */
async function open(): Promise<{ readonly root: string; readonly transport: Transport }> {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-length': 4 });
    response.write('ab');
    if (request.url === '/answer') response.end('cd');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const transport = new Transport({ apiRoot: root, proxy: null, noProxy: '' });
  onEnd(() => {
    transport.close();
    server.closeAllConnections();
    server.close();
  });
  return { root, transport };
}

describe('Transport.request', () => {
  it('ends with the signal in the middle of a body', async () => {
    const { root, transport } = await open();
    const request = transport.request(`${root}/stall`, { signal: AbortSignal.timeout(100) });
    await expect(request).rejects.toMatchObject({ certainty: 'unknown' });
  });

  it('leaves no listener behind on the signal, neither after an answer nor after a failure', async () => {
    const { root, transport } = await open();
    const { signal } = new AbortController();
    const reply = await transport.request(`${root}/answer`, { signal });
    expect(reply.body.toString()).toBe('abcd');
    await expect(transport.request('http://127.0.0.1:1/', { signal })).rejects.toThrow('拒绝连接');
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});
