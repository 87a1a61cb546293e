import { createHash } from 'node:crypto';
import type { Kit } from './kit.ts';

const DESCRIPTION =
  '问我工作计划里的数字：今年要建多少公里、目标是百分之几、写在哪一节。我只说文件里有的数字，每个都带出处和原文；文件里没有的，我会直说。';
const SHORT_DESCRIPTION = '回答工作计划里的数字，每个都带出处和原文。';
const FACT = 'menu';

/**
 * Tells Telegram the commands of each scope and the bot's descriptions, when they have changed since the last time.
 * A failure is no reason not to run: it is tried again at the next start.
 */
export async function publishMenu(kit: Kit): Promise<void> {
  const { api, commands, access, facts, log } = kit;
  const menus = {
    private: commands.menu('private'),
    group: commands.menu('group'),
    admin: commands.menu('admin'),
    admins: access.admins,
    DESCRIPTION,
    SHORT_DESCRIPTION,
  };
  const checksum = createHash('sha256').update(JSON.stringify(menus)).digest('hex');
  if (facts.get(FACT) === checksum) return;
  try {
    await api.setMyCommands(menus.private);
    await api.setMyCommands(menus.private, { scope: { type: 'all_private_chats' } });
    await api.setMyCommands(menus.group, { scope: { type: 'all_group_chats' } });
    for (const id of menus.admins) {
      // A chat that the administrator has not opened yet cannot have commands.
      await api.setMyCommands(menus.admin, { scope: { type: 'chat', chat_id: id } }).catch((error: unknown) => {
        log.debug({ err: error }, 'commands of an administrator not set');
      });
    }
    await api.setMyDescription(DESCRIPTION);
    await api.setMyShortDescription(SHORT_DESCRIPTION);
    facts.set(FACT, checksum);
  } catch (error) {
    log.warn({ err: error }, 'commands not set; tried again at the next start');
  }
}
