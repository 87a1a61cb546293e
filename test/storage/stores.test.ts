import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuditStore, type NewAuditEntry } from '../../src/storage/audit.ts';
import { ChatStore, defaultSettings, moveChat } from '../../src/storage/chats.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { DialogueStore } from '../../src/storage/dialogue.ts';
import { InboxStore } from '../../src/storage/inbox.ts';
import { FactStore, NoticeStore } from '../../src/storage/notices.ts';
import { OutboxStore, type NewOutboxEntry } from '../../src/storage/outbox.ts';
import { PinStore } from '../../src/storage/pins.ts';
import { PlanStore } from '../../src/storage/plans.ts';
import { ReminderStore } from '../../src/storage/reminders.ts';

let db: Database;
beforeEach(() => {
  db = openDatabase(':memory:');
});
afterEach(() => {
  db.close();
});

describe('ChatStore', () => {
  it('gives defaults to a chat never seen, and keeps what is changed', () => {
    const chats = new ChatStore(db);
    expect(chats.settings(1)).toEqual(defaultSettings);
    chats.change(1, { quoteStyle: 'none', planId: 'abc' });
    chats.seen({ id: 1, type: 'group', title: '例会' }, 5);
    chats.change(1, { followUps: false });
    expect(chats.get(1)).toMatchObject({
      title: '例会',
      settings: { ...defaultSettings, quoteStyle: 'none', planId: 'abc', followUps: false },
    });
  });

  it('pauses once, with a reason, until it is resumed', () => {
    const chats = new ChatStore(db);
    expect([chats.pause(1, '被屏蔽', 5), chats.pause(1, '别的', 6)]).toEqual([true, false]);
    expect(chats.paused().map(({ pausedReason, pausedAt }) => [pausedReason, pausedAt])).toEqual([['被屏蔽', 5]]);
    expect([chats.resume(1), chats.resume(1)]).toEqual([true, false]);
    expect(chats.paused()).toEqual([]);
  });
});

// Scenario 33: every table that names a chat moves, those of later migrations too.
describe('moveChat', () => {
  it('moves every table with a chat_id, and the older settings win', () => {
    const chats = new ChatStore(db);
    db.exec('CREATE TABLE later (chat_id INTEGER PRIMARY KEY, note TEXT)');
    db.run('INSERT INTO later VALUES (?, ?)', -1, 'kept');
    chats.change(-1, { quoteStyle: 'full' });
    chats.seen({ id: -1009, type: 'supergroup', title: '新' }, 1);
    new DialogueStore(db).add(-1, 7, '问', 1);
    moveChat(db, -1, -1009);
    expect(chats.get(-1)).toBeUndefined();
    expect(chats.get(-1009)).toMatchObject({ migratedFrom: -1, type: 'supergroup', settings: { quoteStyle: 'full' } });
    expect(new DialogueStore(db).recent(-1009, 7, 0)).toEqual(['问']);
    expect(db.get('SELECT chat_id, note FROM later')?.integer('chat_id')).toBe(-1009);
  });

  it('remembers where a chat came from that had no row', () => {
    moveChat(db, -1, -1009);
    expect(new ChatStore(db).get(-1009)?.migratedFrom).toBe(-1);
  });
});

describe('InboxStore', () => {
  const update = (updateId: number) => ({ updateId, lane: 'chat:1', payload: `{"update_id":${updateId}}` });

  it('takes each update once, and gives back what was not finished, in order', () => {
    const inbox = new InboxStore(db);
    expect(inbox.accept([update(2), update(1), update(2)], 5).map(({ updateId }) => updateId)).toEqual([2, 1]);
    expect(inbox.accept([update(1), update(3)], 6).map(({ updateId }) => updateId)).toEqual([3]);
    inbox.begin(1);
    inbox.finish(2);
    expect(inbox.pending().map(({ updateId, attempts }) => [updateId, attempts])).toEqual([
      [1, 1],
      [3, 0],
    ]);
  });

  it('forgets finished ones after their time, never the others', () => {
    const inbox = new InboxStore(db);
    inbox.accept([update(1), update(2)], 5);
    inbox.finish(1);
    inbox.prune(6);
    expect(inbox.accept([update(1), update(2)], 7).map(({ updateId }) => updateId)).toEqual([1]);
  });
});

describe('OutboxStore', () => {
  const entry = (more: Partial<NewOutboxEntry> = {}): NewOutboxEntry => ({
    chatId: 1,
    dedupeKey: null,
    method: 'sendMessage',
    payload: '{"text":"a"}',
    file: null,
    priority: 0,
    expiresAt: null,
    ...more,
  });

  it('stores one entry per key', () => {
    const outbox = new OutboxStore(db);
    const first = outbox.add(entry({ dedupeKey: 'k' }), 1);
    const second = outbox.add(entry({ dedupeKey: 'k', payload: '{}' }), 2);
    expect([first.added, second.added, second.entry.id === first.entry.id]).toEqual([true, false, true]);
  });

  it('gives those somebody waits for before those in bulk, else in order', () => {
    const outbox = new OutboxStore(db);
    const bulk = outbox.add(entry({ priority: 1 }), 1).entry;
    const [a, b] = [outbox.add(entry(), 2).entry, outbox.add(entry(), 3).entry];
    const order: number[] = [];
    for (let next = outbox.next(1); next !== undefined; next = outbox.next(1)) {
      order.push(next.id);
      outbox.finish(next.id, 'sent', 4);
    }
    expect(order).toEqual([a.id, b.id, bulk.id]);
  });

  it('keeps a file until it is sent', () => {
    const outbox = new OutboxStore(db);
    const { id } = outbox.add(entry({ file: { name: '表.xlsx', bytes: new Uint8Array([1, 2]) } }), 1).entry;
    expect(outbox.get(id)?.file).toMatchObject({ name: '表.xlsx' });
    expect([...outbox.get(id)!.file!.bytes]).toEqual([1, 2]);
    outbox.finish(id, 'dead', 2, { error: 'x' });
    expect(outbox.get(id)?.file).not.toBeNull();
    expect(outbox.revive(id, 3)).toBe(true);
    outbox.finish(id, 'sent', 4, { messageId: 9 });
    expect(outbox.get(id)).toMatchObject({ file: null, messageId: 9, state: 'sent' });
    expect(outbox.revive(id, 5)).toBe(false);
  });

  it('knows what was under way, what failed, and what waits for whom', () => {
    const outbox = new OutboxStore(db);
    const ids = [1, 1, 2].map((chatId) => outbox.add(entry({ chatId }), 1).entry.id);
    outbox.claim(ids[0]!, 100);
    expect(outbox.chatsWithPending()).toEqual([1, 2]);
    expect(outbox.chatsWithPending(0)).toEqual([]);
    expect(outbox.finishedOf(ids)).toEqual([]);
    expect(outbox.dropChat(1, '被屏蔽', 2)).toEqual([ids[1]]);
    expect(outbox.failed(10).map(({ error }) => error)).toEqual(['被屏蔽']);
    expect(outbox.finishedOf(ids).map(({ id, state }) => [id, state])).toEqual([[ids[1], 'dead']]);
    expect(outbox.counts()).toMatchObject({ sending: 1, dead: 1, pending: 1 });
  });

  describe('with two processes', () => {
    const aliveMs = 100;
    const claimed = (): { id: number; mine: OutboxStore; other: OutboxStore } => {
      const [mine, other] = [new OutboxStore(db, 'mine'), new OutboxStore(db, 'other')];
      const { id } = mine.add(entry(), 1).entry;
      expect(mine.claim(id, 1 + aliveMs)).toBe(true);
      return { id, mine, other };
    };

    it('lets one claim a message, and the other end or put back nothing of it', () => {
      const { id, mine, other } = claimed();
      expect(other.claim(id, 101)).toBe(false);
      expect(other.retry(id, { nextAt: 2, error: 'x' })).toBe(false);
      expect(other.finish(id, 'dead', 2)).toBe(false);
      expect(mine.get(id)?.state).toBe('sending');
      expect(mine.finish(id, 'sent', 2, { messageId: 9 })).toBe(true);
      expect(mine.finish(id, 'dead', 3)).toBe(false);
    });

    it('keeps the order of a chat: what follows waits for the one being sent', () => {
      const { id, mine, other } = claimed();
      const next = other.add(entry(), 2).entry;
      expect([mine.isBusyElsewhere(1), other.isBusyElsewhere(1), other.claim(next.id, 101)]).toEqual([
        false,
        true,
        false,
      ]);
      mine.finish(id, 'sent', 2);
      expect(other.claim(next.id, 101)).toBe(true);
    });

    it('takes over from the dead only: after their time, when they left, or with the clock set back', () => {
      const { id, mine, other } = claimed();
      const take = (now: number) => other.takeOver(now, aliveMs).map((taken) => taken.id);
      expect(take(100)).toEqual([]);
      mine.signOfLife(200);
      expect(take(199)).toEqual([]);
      expect(take(200)).toEqual([id]);
      expect(take(200)).toEqual([]);
      expect(mine.finish(id, 'dead', 201)).toBe(false);
      other.leave();
      expect(mine.takeOver(201, aliveMs).map((taken) => taken.id)).toEqual([id]);
      mine.signOfLife(10_000);
      expect(take(250)).toEqual([id]);
    });
  });
});

describe('AuditStore', () => {
  const entry = (more: Partial<NewAuditEntry> = {}): NewAuditEntry => ({
    at: 1,
    chatId: 1,
    userId: 7,
    surface: 'private',
    question: '多少公里',
    status: 'answered',
    kind: 'figure',
    planId: 'p',
    figures: [{ planId: 'p', start: 3, end: 5 }],
    ms: 1.5,
    ...more,
  });

  it('gives back what it was given', () => {
    const audit = new AuditStore(db);
    expect(audit.get(audit.add(entry()))).toMatchObject(entry());
  });

  it('lists refusals and what was marked wrong until they are settled', () => {
    const audit = new AuditStore(db);
    const good = audit.add(entry());
    const refused = audit.add(entry({ status: 'not_found', kind: 'refusal', question: '没有的' }));
    audit.add(entry({ status: 'not_found', kind: 'chat', question: '天气' }));
    audit.judge(good, 7, 'useful', 2);
    expect(audit.doubts(9).map(({ id }) => id)).toEqual([refused]);
    audit.judge(good, 8, 'wrong', 3);
    audit.judge(good, 9, 'wrong', 3);
    expect(audit.doubts(9).map(({ id, verdict }) => [id, verdict])).toEqual([
      [refused, null],
      [good, 'wrong'],
    ]);
    audit.resolve(good);
    audit.resolve(refused);
    expect(audit.doubts(9)).toEqual([]);
    audit.judge(good, 7, 'wrong', 4);
    expect(audit.doubts(9).map(({ id }) => id)).toEqual([good]);
  });

  it('forgets a person with all that hangs on it', () => {
    const audit = new AuditStore(db);
    const id = audit.add(entry());
    const other = audit.add(entry({ userId: 8 }));
    audit.savePages(id, ['[]', '[]']);
    audit.judge(id, 8, 'wrong', 1);
    audit.judge(other, 7, 'wrong', 1);
    new DialogueStore(db).add(1, 7, '问', 1);
    expect(audit.forget(7)).toBe(1);
    expect(audit.page(id, 0)).toBeUndefined();
    expect(audit.doubts(9)).toEqual([]);
    expect(new DialogueStore(db).recent(1, 7, 0)).toEqual([]);
    expect(audit.count()).toBe(1);
  });

  it('keeps pages in order and knows how many there are', () => {
    const audit = new AuditStore(db);
    const id = audit.add(entry());
    audit.savePages(id, ['一', '二']);
    expect(audit.page(id, 1)).toEqual({ body: '二', pages: 2 });
    expect(audit.page(id, 2)).toBeUndefined();
  });
});

describe('the small stores', () => {
  it('DialogueStore keeps the last questions of each person in each chat', () => {
    const dialogue = new DialogueStore(db, 2);
    for (const [at, question] of ['一', '二', '三'].entries()) dialogue.add(1, 7, question, at);
    dialogue.add(1, 8, '别人的', 1);
    expect(dialogue.recent(1, 7, 0)).toEqual(['二', '三']);
    expect(dialogue.recent(1, 7, 2)).toEqual(['三']);
    dialogue.clear(1, 7);
    expect([dialogue.recent(1, 7, 0), dialogue.recent(1, 8, 0)]).toEqual([[], ['别人的']]);
  });

  it('NoticeStore is due once in its window', () => {
    const notices = new NoticeStore(db);
    const due = (now: number): boolean => notices.due('a', 100, now);
    expect([due(1000), due(1050), due(1099), due(1100), due(1150)]).toEqual([true, false, false, true, false]);
    expect(notices.due('b', 100, 1050)).toBe(true);
    notices.forget('a');
    expect([due(1151), notices.due('b', 100, 1051)]).toEqual([true, false]);
  });

  it('FactStore keeps the last value', () => {
    const facts = new FactStore(db);
    expect(facts.get('a')).toBeUndefined();
    facts.set('a', '1');
    facts.set('a', '2');
    expect(facts.get('a')).toBe('2');
  });

  it('PinStore takes two writings of one question for one', () => {
    const pins = new PinStore(db);
    pins.save({ question: '污水厂改造，几座？', planId: 'p', start: 1, end: 3, userId: 1, at: 1 });
    expect(pins.find(' 污水厂改造几座')).toMatchObject({ planId: 'p', start: 1 });
    expect(pins.find('污水厂几座')).toBeUndefined();
    expect([pins.remove('污水厂改造几座？'), pins.list()]).toEqual([true, []]);
  });

  it('PlanStore has at most one current plan', () => {
    const plans = new PlanStore(db);
    const plan = { title: null, fileName: 'a.txt', addedAt: 1, isCurrent: true, isChosen: false };
    plans.save({ ...plan, id: 'a', year: 2025 });
    plans.save({ ...plan, id: 'b', year: 2026 });
    plans.save({ ...plan, id: 'c', year: null, isCurrent: false });
    expect(plans.list().map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      ['b', true],
      ['a', false],
      ['c', false],
    ]);
    expect([plans.setCurrent('a'), plans.setCurrent('x')]).toEqual([true, false]);
    expect(plans.get('a')).toMatchObject({ isCurrent: true, isChosen: true });
    expect(plans.get('b')).toMatchObject({ isCurrent: false, isChosen: false });
    expect([plans.remove('a'), plans.remove('a')]).toEqual([true, false]);
  });

  it('PlanStore hands chats and reminders over to the plan that replaces theirs', () => {
    const [plans, chats, reminders] = [new PlanStore(db), new ChatStore(db), new ReminderStore(db)];
    const plan = { title: null, year: 2025, fileName: 'a.txt', addedAt: 1, isCurrent: true, isChosen: true };
    const reminder = { chatId: 1, threadId: null, schedule: '{}', timeZone: 'UTC', topic: '水', picture: false, silent: false, userId: 1 }; // prettier-ignore
    plans.save({ ...plan, id: 'a' });
    plans.save({ ...plan, id: 'x', isCurrent: false, isChosen: false });
    chats.change(1, { planId: 'a' });
    chats.change(2, { planId: 'x' });
    const { id } = reminders.add({ ...reminder, planId: 'a' }, 1, 2);
    const { id: other } = reminders.add({ ...reminder, planId: 'x' }, 1, 2);
    plans.save({ ...plan, id: 'b', isChosen: false }, ['a']);
    const named = () => [chats.settings(1).planId, chats.settings(2).planId, reminders.get(id)?.planId, reminders.get(other)?.planId]; // prettier-ignore
    expect(named()).toEqual(['b', 'x', 'b', 'x']);
    plans.replace('b', 'x', true);
    expect(named()).toEqual(['x', 'x', 'x', 'x']);
    expect(plans.list()).toMatchObject([{ id: 'x', isCurrent: true, isChosen: false }]);
  });
});
