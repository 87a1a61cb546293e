import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { Intake, type IntakeOptions } from '../../src/bot/intake.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { InboxStore } from '../../src/storage/inbox.ts';
import { quietLog } from '../reminders/support.ts';
import { onEnd } from './support/harness.ts';

const message = (id: number): Update =>
  ({ update_id: id, message: { message_id: id, chat: { id: 11, type: 'private' }, date: 0, text: '问' } }) as Update;
const inline = (id: number, user: number): Update =>
  ({ update_id: id, inline_query: { id: `${id}`, from: { id: user }, query: '水', offset: '' } }) as Update;

function open(handle: IntakeOptions['handle']) {
  const database = openDatabase(':memory:');
  onEnd(() => {
    database.close();
  });
  const inbox = new InboxStore(database);
  return { inbox, intake: new Intake({ inbox, handle, log: quietLog }) };
}

/** Until everything that could be handled has been. */
const settled = (intake: Intake): Promise<void> => intake.stop(1000);

describe('Intake', () => {
  it('only stores what comes before its start, and handles it once after that, with no attempt spent', async () => {
    const handled: number[] = [];
    const { inbox, intake } = open((update) => {
      handled.push(update.update_id);
      return Promise.resolve();
    });
    intake.accept([message(1), inline(2, 7)]);
    await new Promise(setImmediate);
    expect(handled).toEqual([]);
    expect(inbox.pending().map(({ updateId, attempts }) => [updateId, attempts])).toEqual([[1, 0]]);
    intake.start();
    intake.start();
    intake.accept([message(1), message(3), inline(4, 7), inline(5, 7), inline(6, 8)]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await settled(intake);
    expect(handled.toSorted()).toEqual([1, 3, 5, 6]);
    expect(inbox.pending()).toEqual([]);
  });

  it('gives up an update that has ended the program three times', async () => {
    const handled: number[] = [];
    const { inbox, intake } = open((update) => {
      handled.push(update.update_id);
      return Promise.resolve();
    });
    intake.accept([message(1), message(2)]);
    for (let time = 0; time < 3; time += 1) inbox.begin(1);
    intake.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await settled(intake);
    expect(handled).toEqual([2]);
    expect(inbox.pending()).toEqual([]);
  });
});
