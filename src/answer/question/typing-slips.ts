import type { Plan } from '../../plan/plan.ts';
import { soundKeys } from '../../text/sounds.ts';
import { segmentWords } from '../../text/words.ts';

/** Three characters tell a word by two of them and the sound of the third. */
const stretch = 3;
const chinese = /[\u4e00-\u9fff]+/g;
/** Words of one character that stand by themselves in any question: no slip, whatever sounds like them. */
const common = new Set(
  '是的给说和多少所得花种去在到路为有做办定建修改降涨要从对把被让向以于与及或并就都也还又再最更很不没个家户人次条项处座年月日时里内外上下中大小新老好高低长短前后左右东西南北能会可该拿用看算占比按当本该各每一二三四五六七八九十百千万亿',
);

/** The stretches of a plan by their sounds. */
type SoundIndex = ReadonlyMap<string, readonly string[]>;

interface Slip {
  readonly at: number;
  readonly character: string;
}

/**
 * A question with the slips of a pinyin keyboard mended by the plan's own words: 婴儿死忘率 → 婴儿死亡率. A slip is one
 * character that the dictionary takes for no part of a word, that the plan has beside neither neighbour, and in whose
 * place the one character that sounds like it makes both a stretch of the plan and a word.
 */
export function mendSlips(question: string, plan: Plan): string {
  const { text } = plan.document;
  const possible = slipsIn(question, plan).filter(({ at }) => isStrange(question, at, text));
  if (possible.length === 0) return question;
  const alone = standingAlone(question);
  return possible
    .filter(({ at }) => alone.has(at))
    .reduce((mended, { at, character }) => {
      const next = mended.slice(0, at) + character + mended.slice(at + 1);
      return standingAlone(next).has(at) ? mended : next;
    }, question);
}

/** Characters of stretches that the plan has not, where it has one stretch that sounds the same but for them. */
function slipsIn(question: string, plan: Plan): Slip[] {
  const index = indexOf(plan);
  return [...question.matchAll(chinese)].flatMap(({ 0: run, index: start }) =>
    stretches(run).flatMap((typed, at) => {
      if (plan.document.text.includes(typed)) return [];
      // As it is mostly read: 硕 is no shi.
      const alike = index.get(soundKeys(typed)[0] ?? '') ?? [];
      const slips = alike.map((part) => differing(typed, part)).filter((slip) => slip !== null);
      const [only] = slips;
      const isOne = slips.every((slip) => slip.at === only?.at && slip.character === only.character);
      return only !== undefined && isOne ? [{ at: start + at + only.at, character: only.character }] : [];
    }),
  );
}

/** Where two stretches differ, if in one character only. */
function differing(typed: string, meant: string): Slip | null {
  const [at, ...others] = [...typed].flatMap((char, place) => (char === meant[place] ? [] : [place]));
  const character = at === undefined ? undefined : meant[at];
  return at === undefined || character === undefined || others.length > 0 ? null : { at, character };
}

const isStrange = (question: string, at: number, text: string): boolean =>
  !common.has(question[at] ?? '') &&
  [question.slice(at - 1, at + 1), question.slice(at, at + 2)].every(
    (pair) => !/^[\u4e00-\u9fff]{2}$/.test(pair) || !text.includes(pair),
  );

/** The places of the characters that the dictionary takes for no part of a longer word. */
function standingAlone(question: string): ReadonlySet<number> {
  const places = new Set<number>();
  let at = 0;
  for (const { text } of segmentWords(question)) {
    if (text.length === 1) places.add(at);
    at += text.length;
  }
  return places;
}

const stretches = (run: string): string[] =>
  Array.from({ length: Math.max(0, run.length - stretch + 1) }, (_, at) => run.slice(at, at + stretch));

const indexes = new WeakMap<Plan, SoundIndex>();

function indexOf(plan: Plan): SoundIndex {
  let index = indexes.get(plan);
  if (!index) {
    index = bySound(new Set([...plan.document.text.matchAll(chinese)].flatMap(([run]) => stretches(run))));
    indexes.set(plan, index);
  }
  return index;
}

function bySound(parts: ReadonlySet<string>): SoundIndex {
  const index = new Map<string, string[]>();
  for (const part of parts)
    for (const key of soundKeys(part)) {
      const alike = index.get(key);
      if (alike) alike.push(part);
      else index.set(key, [part]);
    }
  return index;
}
