import { lookup } from 'node:dns/promises';
import { GrammyError, HttpError, Bot } from 'grammy';
import { proxyFor, proxyLabel } from './net/proxy.ts';
import { Transport } from './net/transport.ts';
import type { BotSettings } from './settings.ts';

export interface Finding {
  readonly name: '模型' | '索引' | '代理' | '域名' | '连接' | '令牌' | '推送' | '权限';
  readonly state: 'good' | 'warning' | 'bad';
  /** What was found, and where it is not good what to do. */
  readonly message: string;
}

type DoctorSettings = Pick<BotSettings, 'token' | 'apiRoot' | 'proxy' | 'noProxy' | 'webhook'>;

/** A person waits for this. */
const REQUEST_SECONDS = 15;

/** Tests, one after another, what stands between this machine and Telegram. Nothing is changed there. */
export async function diagnose(settings: DoctorSettings): Promise<Finding[]> {
  const findings: Finding[] = [];
  const add = (name: Finding['name'], state: Finding['state'], message: string): void => {
    findings.push({ name, state, message });
  };
  const root = new URL(settings.apiRoot);
  const proxy = proxyFor(root, settings);
  add('代理', 'good', proxy === null ? '没有使用代理。' : `使用 ${proxyLabel(proxy)}。`);
  await checkName(proxy?.hostname ?? root.hostname, add);

  const transport = new Transport(settings);
  const { api } = new Bot(settings.token, {
    client: { apiRoot: settings.apiRoot, fetch: transport.fetch as never, timeoutSeconds: REQUEST_SECONDS },
  });
  try {
    const me = await api.getMe();
    add('连接', 'good', `${root.host} 可以到达。`);
    add('令牌', 'good', `机器人是 @${me.username}。`);
    if (!me.supports_inline_queries) add('权限', 'warning', '没有打开内联模式：在 @BotFather 里用 /setinline 打开。');
    if (!me.can_join_groups) add('权限', 'warning', '不能被拉进群：在 @BotFather 里用 /setjoingroups 打开。');
    const privacy = me.can_read_all_group_messages ? '关闭（能看到群里所有消息）' : '打开（群里只看命令、提及和回复）';
    add('权限', 'good', `隐私模式${privacy}。`);
    const hook = await api.getWebhookInfo();
    add('推送', ...judgeWebhook(settings.webhook?.url ?? '', hook.url ?? '', hook.last_error_message));
  } catch (error) {
    add(...judgeFailure(error, root));
  } finally {
    transport.close();
  }
  return findings;
}

type Add = (name: Finding['name'], state: Finding['state'], message: string) => void;

async function checkName(host: string, add: Add): Promise<void> {
  try {
    const { address } = await lookup(host);
    add('域名', 'good', `${host} 解析为 ${address}。`);
  } catch {
    add('域名', 'bad', `${host} 解析不了。请检查域名服务器；走 socks5h 代理时，服务器的域名由代理解析。`);
  }
}

function judgeWebhook(wanted: string, found: string, lastError: string | undefined): [Finding['state'], string] {
  if (wanted === '' && found === '') return ['good', '长轮询，没有设置 webhook。'];
  if (wanted === '') return ['warning', '服务器上还设着 webhook；启动长轮询时会自动删除，消息不丢。'];
  if (found !== wanted) return ['warning', 'webhook 还没有指到 WEBHOOK_URL；启动时会设置。'];
  if (lastError !== undefined) return ['warning', `webhook 最近一次出错：${lastError}`];
  return ['good', 'webhook 已就绪。'];
}

function judgeFailure(error: unknown, root: URL): [Finding['name'], Finding['state'], string] {
  if (error instanceof GrammyError) {
    if (error.error_code === 401 || error.error_code === 404) {
      return ['令牌', 'bad', 'Telegram 不认识这个 BOT_TOKEN，请在 @BotFather 里用 /token 查看或重新生成。'];
    }
    return ['连接', 'bad', `${root.host} 回答：${error.error_code} ${error.description}`];
  }
  const cause = error instanceof HttpError ? error.error : error;
  return ['连接', 'bad', cause instanceof Error ? cause.message : String(cause)];
}
