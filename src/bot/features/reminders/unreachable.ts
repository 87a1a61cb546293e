import type { ReminderStore } from '../../../storage/reminders.ts';
import type { Kit } from '../../kit.ts';
import { plain } from '../../rich-text.ts';

const DAY_MS = 24 * 3_600_000;
/** Where a chat stays out of reach, it is said again after this. */
const REPEAT_MS = 30 * DAY_MS;

/**
 * Tells those who set a group's reminders, each in private, that nothing can be sent there any more: once, until
 * something has arrived there again. A mere message in a muted group lifts the pause, since nothing else tells that the
 * bot may speak there; where it may not, its next answer brings the pause back, and that is no news. People the bot has
 * never talked with cannot be written to.
 */
export function tellWhoSetThem({ chats, outbox, notices, now }: Kit, reminders: ReminderStore): void {
  const noticeOf = (chatId: number): string => `unreachable:${chatId}`;
  outbox.on({
    chatPaused: (chatId, reason) => {
      const active = reminders.ofChat(chatId).filter(({ state }) => state === 'active');
      if (active.length === 0 || !notices.due(noticeOf(chatId), REPEAT_MS, now())) return;
      const title = chats.get(chatId)?.title ?? '';
      const text = `“${title}”的定期提醒发不出去：${reason}。提醒已停下，等机器人在那里又能发言、有人用到它时自动继续。`;
      for (const userId of new Set(active.map((reminder) => reminder.userId))) {
        const isReachable = userId !== chatId && chats.get(userId)?.pausedReason === null;
        if (isReachable) outbox.enqueue({ chatId: userId, body: plain(text) });
      }
    },
    settled: ({ chatId }, state) => {
      if (state === 'sent') notices.forget(noticeOf(chatId));
    },
  });
}
