import { describe, expect, it } from 'vitest';
import { loadWords, sampleText } from '../support.ts';
import { find, outcome } from './find.ts';

const sample = await loadWords(sampleText);
const ask = (...questions: readonly string[]) => find(sample, ...questions);

describe('findPassage', () => {
  it.each([
    ['怎么建设商圈', '智慧商圈2个'],
    ['电商怎么发展', '直播基地'],
    ['三项行动是哪三项', '即排查、整改、回访'],
  ])('%s', (question, words) => {
    const found = ask(question);
    expect(found.kind).toBe('passage');
    expect(outcome(found).join('')).toContain(words);
  });

  it.each(['航天怎么发展', '四大工程是哪四个'])('refuses what the plan does not tell: %s', (question) => {
    expect(ask(question).kind).toBe('refusal');
  });

  it('finds the part of a review that tells the problems', async () => {
    const plan = await loadWords(
      '2025年政府工作报告\n一、2024年回顾\n新建公园3个。我们也清醒看到，发展还面临不少困难和问题，产业层次不高，民生短板较多。\n二、任务\n新建学校2所。',
    );
    expect(outcome(find(plan, '存在哪些问题和不足'))[0]).toContain('清醒看到');
  });

  it('lists as many headings as an enumeration counts, and refuses one that is only mentioned', async () => {
    const plan = await loadWords(
      '2025年工作要点\n一、任务\n重点抓好“三大工程”，落实“五个统一”要求。\n（一）实施安居工程。新建住房3套。\n（二）实施通路工程。新建公路5公里。\n（三）实施绿化工程。造林2万亩。',
    );
    expect(find(plan, '三大工程是哪三个')).toMatchObject({ kind: 'passage', sections: { length: 3 } });
    expect(outcome(find(plan, '五个统一是哪五个'))).toEqual(['refused: not-enumerated']);
  });
});
