import type { BotContext } from './context.ts';

export interface Command {
  /** a-z, 0-9 and _, as Telegram demands. */
  readonly name: string;
  /** Chinese words that do the same, alone or before an argument: 帮助, 指标 水环境. */
  readonly aliases: readonly string[];
  /** For Telegram's menu. */
  readonly description: string;
  /** Whom the menu shows it to; `admin` ones are also refused to others. */
  readonly audience: 'everybody' | 'private' | 'admin';
  handle(ctx: BotContext, argument: string): Promise<void> | void;
}

export interface MenuEntry {
  readonly command: string;
  readonly description: string;
}

/** The commands there are, by name and by Chinese word. */
export class Commands {
  readonly #all: Command[] = [];
  readonly #byWord = new Map<string, Command>();

  add(command: Command): void {
    for (const word of [command.name, ...command.aliases]) {
      if (this.#byWord.has(word)) throw new Error(`command word ${word} is taken`);
      this.#byWord.set(word, command);
    }
    this.#all.push(command);
  }

  find(word: string): Command | undefined {
    return this.#byWord.get(word.toLowerCase());
  }

  /** A text that is a Chinese command word by itself, or one followed by a space and an argument. */
  read(text: string): { readonly command: Command; readonly argument: string } | undefined {
    const [word = '', ...rest] = text.split(/\s+/);
    const command = this.#byWord.get(word);
    return command?.aliases.includes(word) === true ? { command, argument: rest.join(' ') } : undefined;
  }

  /** The command whose word is most like a mistyped one; undefined where none is near. */
  nearest(word: string, isAdmin: boolean): Command | undefined {
    let best: { command: Command; distance: number } | undefined;
    for (const [known, command] of this.#byWord) {
      if (command.audience === 'admin' && !isAdmin) continue;
      const distance = known.startsWith(word) ? 0.5 : editDistance(word, known);
      if (distance <= Math.max(1, known.length / 2) && (best === undefined || distance < best.distance)) {
        best = { command, distance };
      }
    }
    return best?.command;
  }

  menu(audience: 'private' | 'group' | 'admin'): MenuEntry[] {
    return this.#all
      .filter(({ audience: shown }) =>
        audience === 'admin' ? true : shown === 'everybody' || (audience === 'private' && shown === 'private'),
      )
      .map(({ name, description }) => ({ command: name, description }));
  }
}

/** Levenshtein's distance; words here are short. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
