import type { ReminderStore } from '../../storage/reminders.ts';
import type { Kit } from '../kit.ts';
import { plain } from '../rich-text.ts';

/**
 * Tells those who set a group's reminders, each in private, that nothing can be sent there any more: once, at the
 * beginning of such a time. People the bot has never talked with cannot be written to.
 */
export function tellWhoSetThem({ chats, outbox }: Kit, reminders: ReminderStore): void {
  outbox.on({
    chatPaused: (chatId, reason) => {
      const active = reminders.ofChat(chatId).filter(({ state }) => state === 'active');
      const title = chats.get(chatId)?.title ?? '';
      const text = `“${title}”的定期提醒发不出去：${reason}。提醒已停下，等机器人在那里又能发言、有人用到它时自动继续。`;
      for (const userId of new Set(active.map((reminder) => reminder.userId))) {
        const isReachable = userId !== chatId && chats.get(userId)?.pausedReason === null;
        if (isReachable) outbox.enqueue({ chatId: userId, body: plain(text) });
      }
    },
  });
}
