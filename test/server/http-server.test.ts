import { afterEach, describe, expect, it } from 'vitest';
import type { BotHealth } from '../../src/bot/kit.ts';
import type { Update } from '../../src/bot/update.ts';
import { createLog } from '../../src/log.ts';
import { HttpServer } from '../../src/server/http-server.ts';
import { Metrics } from '../../src/server/metrics.ts';

const secret = 'webhook-secret_1';
const health: BotHealth = {
  isReady: true,
  mode: 'webhook',
  username: 'plan_bot',
  startedAt: 0,
  lastPollAt: null,
  waitingUpdates: 2,
  waitingMessages: 3,
  deadMessages: 0,
  pausedChats: 1,
  plans: 1,
};

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
});

async function serve(options: { isReady?: boolean; accept?: (update: Update) => void } = {}) {
  const accepted: Update[] = [];
  const metrics = new Metrics();
  const current = { ...health, isReady: options.isReady ?? true };
  metrics.watch(() => current);
  const server = new HttpServer({
    port: 0,
    host: '127.0.0.1',
    health: () => current,
    metrics,
    log: createLog({ level: 'silent' }),
    webhook: { path: '/hook', secret, accept: options.accept ?? ((update) => accepted.push(update)) },
  });
  const port = await server.start();
  stop = () => server.stop();
  const root = `http://127.0.0.1:${port}`;
  const post = (body: string, headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': secret }) =>
    fetch(`${root}/hook`, { method: 'POST', body, headers });
  return { root, post, accepted, metrics, port };
}

const plain = () => ({
  health: () => health,
  metrics: new Metrics(),
  log: createLog({ level: 'silent' }),
  webhook: null,
});

describe('HttpServer', () => {
  it('tells whether the bot is ready, and nobody’s name', async () => {
    const { root } = await serve();
    const reply = await fetch(`${root}/healthz`);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({ isReady: true, mode: 'webhook', waitingUpdates: 2 });
  });

  it('answers 503 while it is not', async () => {
    const { root } = await serve({ isReady: false });
    expect((await fetch(`${root}/healthz`)).status).toBe(503);
  });

  it('counts for Prometheus', async () => {
    const { root, metrics } = await serve();
    metrics.question('private', 'answered', 4);
    metrics.delivery('sent');
    const text = await (await fetch(`${root}/metrics`)).text();
    expect(text).toContain('workplan_questions_total{surface="private",status="answered"} 1');
    expect(text).toContain('workplan_deliveries_total{state="sent"} 1');
    expect(text).toContain('workplan_waiting_messages 3');
    expect(text).not.toContain('plan_bot');
  });

  it('takes an update with the right secret', async () => {
    const { post, accepted } = await serve();
    expect((await post('{"update_id":1,"message":{}}')).status).toBe(200);
    expect(accepted.map((update) => update.update_id)).toEqual([1]);
  });

  it.each([{}, { 'x-telegram-bot-api-secret-token': 'wrong' }, { 'x-telegram-bot-api-secret-token': '' }])(
    'refuses %j',
    async (headers) => {
      const { post, accepted } = await serve();
      expect((await post('{"update_id":1}', headers)).status).toBe(401);
      expect(accepted).toEqual([]);
    },
  );

  it.each(['', '{', 'null', '[]', '"text"', '{"update_id":"1"}'])('answers 400 to %s', async (body) => {
    const { post, accepted } = await serve();
    expect((await post(body)).status).toBe(400);
    expect(accepted).toEqual([]);
  });

  it('reads no body larger than a megabyte', async () => {
    const { post, accepted } = await serve();
    const status = await post(`{"update_id":1,"x":"${'a'.repeat(2 * 1024 * 1024)}"}`).then(
      (reply) => reply.status,
      // The connection may be cut while the rest is still being sent.
      () => 413,
    );
    expect(status).toBe(413);
    expect(accepted).toEqual([]);
  });

  it('answers 500 where an update cannot be stored, so that it is sent again', async () => {
    const { post } = await serve({
      accept: () => {
        throw new Error('disk full');
      },
    });
    expect((await post('{"update_id":1}')).status).toBe(500);
  });

  it('knows nothing else', async () => {
    const { root } = await serve();
    expect((await fetch(`${root}/`)).status).toBe(404);
    expect((await fetch(`${root}/hook`)).status).toBe(405);
  });

  // Linux answers at all of 127.0.0.0/8, so that a second address stands for another machine's way in.
  it.runIf(process.platform === 'linux')(
    'listens on loopback alone without a webhook, unless HOST says else',
    async () => {
      const reach = async (host: string | null): Promise<boolean> => {
        const server = new HttpServer({ ...plain(), port: 0, host });
        const port = await server.start();
        const reply = await fetch(`http://127.0.0.2:${port}/healthz`).catch(() => null);
        await server.stop();
        return reply?.status === 200;
      };
      expect([await reach(null), await reach('0.0.0.0')]).toEqual([false, true]);
    },
  );

  it('names a host that is none of this machine’s', async () => {
    // Reserved for documentation.
    const server = new HttpServer({ ...plain(), port: 0, host: '192.0.2.1' });
    await expect(server.start()).rejects.toThrow(/192\.0\.2\.1.*HOST.*PORT/);
  });

  it('names a port that is taken', async () => {
    const { port } = await serve();
    const second = new HttpServer({ ...plain(), port, host: '127.0.0.1' });
    await expect(second.start()).rejects.toThrow(/占用.*PORT/);
  });
});
