import { drawCard } from '../../../export/card/draw-card.ts';
import type { Line } from '../../../answer/answer.ts';
import type { Plan, Section } from '../../../plan/plan.ts';
import type { ReminderMessage } from '../../../reminders/delivery.ts';
import { digestHead, type Digest } from '../../../reminders/digest.ts';
import { digestPages } from '../../../reminders/digest-pages.ts';
import { packData } from '../../callback-data.ts';
import type { Keyboard, OutgoingMessage } from '../../outbox/outgoing.ts';
import { renderLines } from '../../render-answer.ts';
import type { RichText } from '../../rich-text.ts';
import { reminderActions } from './actions.ts';

/** Under which a message's parts stand in the outbox, the first as 1. */
export const partKey = (key: string, part: number): string => (part === 1 ? key : `${key}/${part}`);

/** A reminder's messages in order, the buttons under the last one. */
export async function renderReminder(message: ReminderMessage): Promise<readonly OutgoingMessage[]> {
  const bodies = await renderBodies(message);
  return bodies.map((body, index) => ({
    chatId: message.chatId,
    threadId: message.threadId,
    silent: message.silent,
    bulk: true,
    dedupeKey: partKey(message.key, index + 1),
    ...(message.expiresAt === null ? {} : { expiresAt: message.expiresAt }),
    ...(index === bodies.length - 1 ? { keyboard: keyboardOf(message) } : {}),
    ...body,
  }));
}

/** Lines of a digest; the light at a line's head is bullet enough. */
export const renderStandings = (lines: readonly Line[]): RichText =>
  renderLines(lines.map((line) => (line.role === 'item' ? { ...line, role: 'note' } : line)));

type Body = Pick<OutgoingMessage, 'body' | 'file'>;

async function renderBodies({ content }: ReminderMessage): Promise<readonly Body[]> {
  if (content.kind === 'notice') return [{ body: renderLines(content.lines) }];
  const { digest, lateFor } = content;
  if (!content.picture) return digestPages(digest, lateFor).map((lines) => ({ body: renderStandings(lines) }));
  return pictureBodies(digest, lateFor);
}

/** A digest as pictures; the first one has its head as text too, so that it can be read and searched. */
export async function pictureBodies(digest: Digest, lateFor: number | null): Promise<readonly Body[]> {
  const pictures = await drawCard(digest);
  return pictures.map((bytes, index) => ({
    body: index === 0 ? renderLines(digestHead(digest, lateFor)) : [],
    file: { kind: 'photo' as const, name: `${index + 1}.png`, bytes },
  }));
}

function keyboardOf({ content, reminderId }: ReminderMessage): Keyboard {
  const stop = { text: '停止提醒', data: packData(reminderActions.stop, reminderId) };
  if (content.kind === 'notice') {
    const { action } = content;
    if (action.kind === 'none') return [];
    return [[{ text: '继续提醒', data: packData(reminderActions.confirmYear, action.planYear) }]];
  }
  return [...digestKeyboard(content.digest), [stop]];
}

/** 本节原文 where the digest is of one section, and 报进度. */
export function digestKeyboard({ plan, groups }: Digest): Keyboard {
  const [only, ...others] = groups;
  const section = others.length === 0 ? (only?.section ?? null) : null;
  return [
    [
      ...(section === null ? [] : [sectionTextButton(plan, section)]),
      { text: '报进度', data: packData(reminderActions.howToReport) },
    ],
  ];
}

const sectionTextButton = (plan: Plan, section: Section) => ({
  text: '本节原文',
  data: packData(reminderActions.sectionText, plan.id, section.id),
});
