import { describe, expect, it } from 'vitest';
import { evidenceFor, inDecidingOrder, leftToMeaning } from '../../../src/answer/ranking/evidence.ts';
import { noMeanings, rankFigures, type Candidate } from '../../../src/answer/ranking/rank.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { loadWords, sampleText } from '../support.ts';

const loaded = await loadWords(sampleText);
const ranked = (run: string) => rankFigures(loaded, [run], null, noMeanings);
const of = (text: string): Figure => loaded.figures.find(({ quantity }) => quantity.text === text)!;

describe('evidenceFor', () => {
  it('is the words where they name the figure', () => {
    expect(evidenceFor(ranked('便民菜市场'), ['便民菜市场'])).toBe('words');
  });

  it.each(['航天发射', '人造卫星', '粮食总产量', '失业率'])('is none for what the plan does not have: %s', (run) => {
    expect(evidenceFor(ranked(run), [run])).toBeNull();
  });

  it('is none without candidates, or with the wrong unit', () => {
    expect(evidenceFor([], ['菜市场'])).toBeNull();
    const [best, ...others] = ranked('便民菜市场');
    expect(evidenceFor([{ ...best!, unitFit: 0.3 }, ...others], ['便民菜市场'])).toBeNull();
  });

  it('is the meaning where it leads clearly', () => {
    const candidate = (figure: Figure, similarity: number, score: number): Candidate => ({
      figure, coverage: 0.1, near: 0.1, named: 0, elsewhere: 0, followed: 0, similarity, sentence: similarity, unitFit: 1, score,
    }); // prettier-ignore
    const [first, second] = [of('15个'), of('40家')];
    expect(evidenceFor([candidate(first, 0.62, 0.3), candidate(second, 0.4, 0.1)], ['集市'])).toBe('meaning');
    expect(evidenceFor([candidate(first, 0.62, 0.3), candidate(second, 0.4, 0.1)], [])).toBeNull();
    expect(evidenceFor([candidate(first, 0.41, 0.3), candidate(second, 0.4, 0.29)], ['集市'])).toBeNull();
  });

  it('takes a little less where words and meaning agree and the lead is clear', () => {
    const candidate = (figure: Figure, similarity: number, score: number): Candidate => ({
      figure, coverage: 0.1, near: 0.1, named: 0, elsewhere: 0, followed: 0, similarity, sentence: 0.4, unitFit: 1, score,
    }); // prettier-ignore
    const [first, second] = [candidate(of('15个'), 0.46, 0.3), candidate(of('40家'), 0.38, 0.2)];
    const content = ['赶集', '买菜的地方', '今年', '新开'];
    expect(evidenceFor([first, second], content)).toBe('meaning');
    expect(evidenceFor([first, { ...second, score: 0.4 }], content)).toBeNull();
    expect(evidenceFor([first, { ...second, similarity: 0.44 }], content)).toBeNull();
  });

  it('is none for a name alone that is merely near in meaning', () => {
    const near = (similarity: number): Candidate => ({
      figure: of('15个'), coverage: 0.1, near: 0.1, named: 0, elsewhere: 0, followed: 0, similarity, sentence: similarity, unitFit: 1, score: 0.3,
    }); // prettier-ignore
    expect(evidenceFor([near(0.55)], ['公积金缴存额'])).toBeNull();
    expect(evidenceFor([near(0.55)], ['建', '机场'])).toBeNull();
    expect(evidenceFor([near(0.55)], ['赶集', '买菜的地方'])).toBe('meaning');
  });

  it('is the words where the last part of the question is the indicator of a sentence that has the rest', () => {
    const part: Candidate = {
      figure: of('15个'), coverage: 0.5, near: 0.4, named: 0.5, elsewhere: 0, followed: 0, similarity: 0.4, sentence: 0.4, unitFit: 1, score: 0.4,
    }; // prettier-ignore
    expect(
      evidenceFor([part], ['商贸', part.figure.indicator], { content: [part.figure.indicator], unitClass: null }),
    ).toBe('words');
  });

  it('is not the one figure of its sentence where another is clearly nearer in meaning', async () => {
    const plan = await loadWords('2026年工作要点\n一、任务\n推进检查结果互认，节省费用3200万元。新建学校6所。');
    const candidate = (figure: Figure, similarity: number): Candidate => ({
      figure, coverage: 0.3, near: 0.2, named: 0, elsewhere: 0.9, followed: 0, similarity, sentence: similarity, unitFit: 1, score: 0.4,
    }); // prettier-ignore
    const [saved, schools] = plan.figures;
    const evidence = (similarity: number) =>
      evidenceFor([candidate(saved!, 0.55), { ...candidate(schools!, similarity), coverage: 0.1 }], ['省下', '检查'], {
        content: ['省下'],
        unitClass: 'money',
      });
    expect(evidence(0.6)).toBe('words');
    expect(evidence(0.62)).toBeNull();
  });

  it('is the meaning that is as good as certain, whatever talk has that the name lacks', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、任务\n失业保险参保人数达到9万人。企业诉求办结率达到95%。淘汰柴油货车300台。新建学校6所。',
    );
    const [insured, settled, lorries, schools] = plan.figures;
    const evidence = (figure: Figure | undefined, content: readonly string[], own: Partial<Candidate> = {}) => {
      const candidate: Candidate = {
        figure: figure!, coverage: 0.3, near: 0.6, named: 0, elsewhere: 0, followed: 0, similarity: 0.75, sentence: 0.75, unitFit: 1, score: 0.3, ...own,
      }; // prettier-ignore
      const rival = { ...candidate, figure: figure === schools ? insured! : schools!, similarity: 0.3, sentence: 0.3 };
      return evidenceFor([candidate, rival], content);
    };
    const talk = ['烧柴油', '老旧货车', '淘汰'];
    expect(evidence(lorries, talk)).toBe('meaning');
    expect(evidence(lorries, talk, { similarity: 0.6 })).toBeNull();
    expect(evidence(lorries, talk, { unitFit: 0.5 })).toBeNull();
    // A counterpart may be named in few of the words, if the name lacks none.
    const western = ['西部企业诉求办结率'];
    expect(evidence(settled, western)).toBe('meaning');
    expect(evidence(settled, western, { coverage: 0.4 })).toBeNull();
    expect(evidence(insured, ['生育保险参保人数'], { near: 0.8 })).toBeNull();
    // What surely contradicts does so whatever the meaning.
    expect(evidence(schools, ['撤并'])).toBeNull();
  });

  it('leaves the order to the words where they name the first, else to the meaning among those that fit', () => {
    const named = ranked('便民菜市场');
    expect(inDecidingOrder(named, ['便民菜市场'], null, () => true)).toBe(named);
    const candidate = (figure: Figure, similarity: number, score: number): Candidate => ({
      figure, coverage: 0.1, near: 0.1, named: 0, elsewhere: 0, followed: 0, similarity, sentence: similarity, unitFit: 1, score,
    }); // prettier-ignore
    const [far, near] = [candidate(of('40家'), 0.4, 0.35), candidate(of('15个'), 0.62, 0.3)];
    expect(inDecidingOrder([far, near], ['赶集', '买菜的地方'], null, () => true)).toEqual([near, far]);
    expect(inDecidingOrder([far, near], ['赶集', '买菜的地方'], null, (other) => other !== near)).toEqual([far]);
    expect(leftToMeaning([near, far], ['赶集', '买菜的地方'], null)).toBe(true);
    expect(leftToMeaning(named, ['便民菜市场'], null)).toBe(false);
  });
});
