import type { BotContext } from '../context.ts';
import type { Kit } from '../kit.ts';
import { figureCount } from '../../library/plan-report.ts';
import { bold, joinLines, plain, type RichText } from '../rich-text.ts';
import { userNumberLines } from '../user-number.ts';

const SHOWN = 15;
/** Without the server's paths. */
const MODEL_MISSING = '模型：缺失，只按字面查找，换了说法的问题多半答不出；请管理员查看。';

/** A time as people here read it. */
export const localTime = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' }).format(at);

function duration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
  return `${days > 0 ? `${days}天` : ''}${days + hours > 0 ? `${hours}小时` : ''}${minutes % 60}分钟`;
}

/** Details name chats: they are for an administrator's eyes, not for a group's. */
function status(kit: Kit, ctx: BotContext): RichText {
  const isAdmin = kit.access.isAdmin(ctx.from?.id) && ctx.chat?.type === 'private';
  const health = kit.health();
  const current = kit.library.current();
  const now = kit.now();
  const lastPoll =
    health.mode === 'webhook'
      ? '由 Telegram 推送（webhook）'
      : health.lastPollAt === null
        ? '还没有成功过'
        : `${Math.round((now - health.lastPollAt) / 1000)}秒前`;
  const general = [
    bold(health.isReady ? '运行正常' : '与 Telegram 的连接有问题'),
    plain(`计划：${health.plans}份${current === undefined ? '' : `，当前共${figureCount(current)}项数字`}`),
    ...(current === undefined ? [] : [plain(`索引：${current.targets.length}条`)]),
    ...(kit.modelFault === null ? [] : [plain(isAdmin ? `模型：${kit.modelFault}` : MODEL_MISSING)]),
    plain(`已运行：${duration(now - health.startedAt)}`),
    plain(`最近一次收取：${lastPoll}`),
    ...userNumberLines(ctx),
  ];
  if (!isAdmin) return joinLines(general);
  const counts = kit.outbox.counts();
  return joinLines([
    ...general,
    plain(`等待处理：${health.waitingUpdates}条，等待发送：${counts.pending + counts.sending}条`),
    plain(`发送失败：${counts.dead}条（/deadletters），不能确定：${counts.uncertain}条`),
    plain(`停发的聊天：${health.pausedChats}个，见过的聊天：${kit.chats.count()}个，提问记录：${kit.audit.count()}条`),
    plain(`访问：${kit.access.isRestricted ? '限名单' : '对所有人开放'}`),
    ...kit.chats
      .paused()
      .slice(0, SHOWN)
      .map(({ id, title, pausedReason }) => plain(`· ${id} ${title}：${pausedReason ?? ''}`)),
    plain('停机超过24小时的，其间的提问 Telegram 不再保留。'),
  ]);
}

function deadLetters(kit: Kit): RichText {
  const failed = kit.outbox.failed(SHOWN);
  if (failed.length === 0) return plain('没有发送失败的消息。');
  return joinLines([
    bold('发送失败的消息（新的在前）'),
    ...failed.map(({ id, chatId, createdAt, error, state }) =>
      plain(
        `#${id} → ${chatId}，${localTime(createdAt, kit.settings.timeZone)}，${state === 'uncertain' ? '不能确定是否送达' : (error ?? '')}`,
      ),
    ),
    plain('重发：/resend 编号'),
  ]);
}

function resend(ctx: BotContext, kit: Kit, argument: string): void {
  const id = /^#?(\d+)$/.exec(argument)?.[1];
  if (id === undefined) ctx.say('请写上编号，例如：/resend 12');
  else ctx.say(kit.outbox.revive(Number(id)) ? `已把 #${id} 放回待发。` : `没有编号为 #${id} 的失败消息。`);
}

/** /status for everybody, in detail for administrators; /deadletters and /resend for administrators. */
export function addAdministration(kit: Kit): void {
  kit.commands.add({
    name: 'status',
    aliases: ['状态'],
    description: '运行状态',
    audience: 'everybody',
    handle: (ctx) => {
      ctx.say(status(kit, ctx));
    },
  });
  kit.commands.add({
    name: 'deadletters',
    aliases: [],
    description: '发送失败的消息',
    audience: 'admin',
    handle: (ctx) => {
      ctx.say(deadLetters(kit));
    },
  });
  kit.commands.add({
    name: 'resend',
    aliases: [],
    description: '重发一条失败的消息',
    audience: 'admin',
    handle: (ctx, argument) => {
      resend(ctx, kit, argument);
    },
  });
}
