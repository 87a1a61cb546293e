import path from 'node:path';
import { z } from 'zod';
import { readProxyUrl } from './bot/net/proxy-url.ts';
import { ConfigError } from './errors.ts';

const text = z.string().trim();
/** An empty variable is the same as none: 「BOT_TOKEN=」 in a copied .env sets nothing. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const ids = (what: string) =>
  optional(
    text
      .regex(/^-?\d+(?:\s*[,，]\s*-?\d+)*$/, `应为${what}的数字编号，多个用逗号隔开，例如 123456789,987654321`)
      .transform((value) => value.split(/[,，]/).map((id) => Number(id.trim()))),
  );

const port = text.regex(/^\d{1,5}$/, '应为 1 到 65535 的端口号，例如 8080').transform(Number).refine((value) => value >= 1 && value <= 65_535, '应为 1 到 65535 的端口号，例如 8080'); // prettier-ignore

const webUrl = (schemes: readonly string[], example: string) =>
  text
    .refine((value) => URL.canParse(value) && schemes.includes(new URL(value).protocol), `应为网址，例如 ${example}`)
    .transform((value) => value.replace(/\/+$/, ''));

const proxy = text.transform((value, context) => {
  const url = readProxyUrl(value);
  if (url !== null) return url;
  const message =
    '应为代理的地址，例如 http://127.0.0.1:7890、127.0.0.1:7890 或 socks5h://127.0.0.1:1080；用户名和密码里的特殊字符写成 %40 这样的形式；不用代理就删去或留空';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const timeZone = text.refine((value) => {
  try {
    new Intl.DateTimeFormat('zh-CN', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}, '不是可用的时区，例如 Asia/Shanghai、Asia/Urumqi、UTC');

/** Every setting of the program, by the variable that sets it. `.env.example` explains each. */
export const settingsSchema = z.object({
  BOT_TOKEN: optional(
    text.regex(/^\d{5,}:[\w-]{30,}$/, '不像 Telegram 机器人令牌；请从 @BotFather 处完整复制，形如 123456789:AA…'),
  ),
  TELEGRAM_API_ROOT: optional(webUrl(['http:', 'https:'], 'https://api.telegram.org')),
  TELEGRAM_PROXY: optional(proxy),
  HTTPS_PROXY: optional(proxy),
  ALL_PROXY: optional(proxy),
  NO_PROXY: optional(text),
  TELEGRAM_FILES_ROOT: optional(text),
  DATA_DIR: optional(text),
  INDEX_DIR: optional(text),
  SEEDS_DIR: optional(text),
  ADMIN_IDS: ids('管理员用户'),
  ALLOWED_USERS: ids('用户'),
  ALLOWED_CHATS: ids('群或频道'),
  LEAVE_FOREIGN_GROUPS: optional(text.regex(/^(?:true|false|0|1)$/, '应为 true 或 false')),
  PROGRESS_USERS: ids('用户'),
  REMINDER_GRACE_HOURS: optional(
    text
      .regex(/^\d{1,3}$/, '应为 1 到 168 的小时数，例如 24')
      .transform(Number)
      .refine((hours) => hours >= 1 && hours <= 168, '应为 1 到 168 的小时数，例如 24'),
  ),
  LOG_RETENTION_DAYS: optional(text.regex(/^\d{1,4}$/, '应为天数，例如 90').transform(Number)),
  WEBHOOK_URL: optional(webUrl(['https:', 'http:'], 'https://bot.example.gov.cn/telegram')),
  WEBHOOK_SECRET: optional(
    text.regex(/^[\w-]{16,256}$/, '应为 16 到 256 位的字母、数字、_ 或 -，可用 openssl rand -hex 32 生成'),
  ),
  HOST: optional(text.regex(/^[\w.:-]+$/, '应为监听的地址，例如 127.0.0.1（只限本机）或 0.0.0.0（所有网卡）')),
  PORT: optional(port),
  TIMEZONE: optional(timeZone),
  LOG_LEVEL: optional(z.enum(['debug', 'info', 'warn', 'error', 'silent'], '应为 debug、info、warn、error 或 silent')),
});

/** What one setting asks of another. Looked at even where others are wrong, so that all faults come at once. */
function missingCompanions(known: Readonly<Record<string, string | undefined>>): string[] {
  if ((known.WEBHOOK_URL ?? '') === '') return [];
  const needed = {
    WEBHOOK_SECRET: '设了 WEBHOOK_URL 就必须设，否则任何人都能冒充 Telegram；可用 openssl rand -hex 32 生成',
    PORT: '设了 WEBHOOK_URL 就必须设监听端口，例如 8080',
  };
  return Object.entries(needed)
    .filter(([name]) => (known[name] ?? '') === '')
    .map(([name, message]) => `  ${name}：${message}`);
}

type Settings = z.infer<typeof settingsSchema>;

export interface Config {
  /** null: the terminal chat. */
  readonly botToken: string | null;
  readonly apiRoot: string;
  readonly proxy: { readonly url: string | null; readonly noProxy: string };
  readonly localFilesRoot: string | null;
  /** Everything written at run time. */
  readonly dataDirectory: string;
  readonly plansDirectory: string;
  readonly databaseFile: string;
  /** The model that comes with the program: read only, and nothing else lies there. */
  readonly modelDirectory: string;
  /** Made from the plans, and made again where it is gone; below `dataDirectory` unless INDEX_DIR says otherwise. */
  readonly indexDirectory: string;
  readonly seedsDirectory: string;
  readonly adminIds: readonly number[];
  readonly allowedUsers: readonly number[];
  readonly allowedChats: readonly number[];
  readonly leavesForeignGroups: boolean;
  readonly progressUsers: readonly number[];
  /** How late a reminder may still go out, marked 补发. */
  readonly reminderGraceHours: number;
  readonly logRetentionDays: number;
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** null: all interfaces under a webhook, loopback only without. */
  readonly host: string | null;
  readonly port: number | null;
  readonly timeZone: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

const root = path.resolve(import.meta.dirname, '..');

/** Reads the settings. Pure; all faults are named at once, by variable, never with the value. Throws `ConfigError`. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const known: Record<string, string | undefined> = Object.fromEntries(
    // The system writes its proxies in small letters, and a copied .env has the capital ones empty.
    Object.keys(settingsSchema.shape).map((name) => [
      name,
      (env[name] ?? '') === '' && name.endsWith('_PROXY') ? env[name.toLowerCase()] : env[name],
    ]),
  );
  // Only the first of these is used; the system's may be of a kind that is nothing to this program.
  const [, ...unused] = ['TELEGRAM_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'].filter((name) => (known[name] ?? '') !== '');
  for (const name of unused) known[name] = undefined;
  const result = settingsSchema.safeParse(known);
  const companions = missingCompanions(known);
  if (!result.success || companions.length > 0) {
    const issues = result.success ? [] : result.error.issues;
    // The variable alone: deeper path parts would quote its value.
    const faults = [...issues.map(({ path: [name], message }) => `  ${String(name)}：${message}`), ...companions];
    throw new ConfigError(`设置有误，请改环境变量或 .env 文件后再启动：\n${[...new Set(faults)].join('\n')}`);
  }
  return toConfig(result.data);
}

function toConfig(settings: Settings): Config {
  const dataDirectory = path.resolve(root, settings.DATA_DIR ?? 'data');
  return {
    botToken: settings.BOT_TOKEN ?? null,
    apiRoot: settings.TELEGRAM_API_ROOT ?? 'https://api.telegram.org',
    proxy: {
      url: settings.TELEGRAM_PROXY ?? settings.HTTPS_PROXY ?? settings.ALL_PROXY ?? null,
      noProxy: settings.NO_PROXY ?? '',
    },
    localFilesRoot: settings.TELEGRAM_FILES_ROOT ?? null,
    dataDirectory,
    plansDirectory: path.join(dataDirectory, 'plans'),
    databaseFile: path.join(dataDirectory, 'workplan.sqlite'),
    modelDirectory: path.join(root, 'embeddings'),
    indexDirectory:
      settings.INDEX_DIR === undefined ? path.join(dataDirectory, 'index') : path.resolve(root, settings.INDEX_DIR),
    seedsDirectory: path.resolve(root, settings.SEEDS_DIR ?? 'seeds'),
    adminIds: settings.ADMIN_IDS ?? [],
    allowedUsers: settings.ALLOWED_USERS ?? [],
    allowedChats: settings.ALLOWED_CHATS ?? [],
    leavesForeignGroups: /^(?:true|1)$/.test(settings.LEAVE_FOREIGN_GROUPS ?? ''),
    progressUsers: settings.PROGRESS_USERS ?? [],
    reminderGraceHours: settings.REMINDER_GRACE_HOURS ?? 24,
    logRetentionDays: settings.LOG_RETENTION_DAYS ?? 90,
    webhook:
      settings.WEBHOOK_URL === undefined ? null : { url: settings.WEBHOOK_URL, secret: settings.WEBHOOK_SECRET ?? '' },
    host: settings.HOST ?? null,
    port: settings.PORT ?? null,
    timeZone: settings.TIMEZONE ?? 'Asia/Shanghai',
    logLevel: settings.LOG_LEVEL ?? 'info',
  };
}
