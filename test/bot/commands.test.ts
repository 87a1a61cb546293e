import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberPart, packData, unpackData } from '../../src/bot/callback-data.ts';
import { Commands, type Command } from '../../src/bot/commands.ts';

const command = (name: string, aliases: string[], audience: Command['audience'] = 'everybody'): Command => ({
  name,
  aliases,
  description: name,
  audience,
  handle: () => undefined,
});

const commands = new Commands();
commands.add(command('help', ['帮助']));
commands.add(command('figures', ['指标']));
commands.add(command('start', ['开始'], 'private'));
commands.add(command('deadletters', [], 'admin'));

describe('Commands', () => {
  it.each([
    ['帮助', 'help', ''],
    ['指标 水环境', 'figures', '水环境'],
  ])('reads %s', (text, name, argument) => {
    expect(commands.read(text)).toMatchObject({ command: { name }, argument });
  });

  it.each(['帮助我', '指标是什么', 'help', '水环境 指标'])('leaves %s a question', (text) => {
    expect(commands.read(text)).toBeUndefined();
  });

  it.each([
    ['hlep', 'help'],
    ['figurs', 'figures'],
    ['fig', 'figures'],
    ['帮', 'help'],
  ])('finds the nearest to /%s', (word, name) => {
    expect(commands.nearest(word, false)?.name).toBe(name);
  });

  it('offers nothing that is far away, and no administrator’s command to others', () => {
    expect(commands.nearest('xyzzy', false)).toBeUndefined();
    expect(commands.nearest('deadleters', false)).toBeUndefined();
    expect(commands.nearest('deadleters', true)?.name).toBe('deadletters');
  });

  it('shows each audience its own menu', () => {
    const names = (audience: 'private' | 'group' | 'admin'): string[] =>
      commands.menu(audience).map((entry) => entry.command);
    expect(names('group')).toEqual(['help', 'figures']);
    expect(names('private')).toEqual(['help', 'figures', 'start']);
    expect(names('admin')).toContain('deadletters');
  });

  it('refuses a word that is taken', () => {
    expect(() => {
      commands.add(command('other', ['帮助']));
    }).toThrow('帮助');
  });
});

describe('callback data', () => {
  it('comes back as it was packed', () => {
    const part = fc.string({ maxLength: 12 }).map((value) => value.replaceAll(':', ''));
    fc.assert(
      fc.property(fc.constantFrom('t', 's', 'zz'), fc.array(part, { maxLength: 3 }), (action, parts) => {
        fc.pre(Buffer.byteLength(['1', action, ...parts].join(':')) <= 64);
        expect(unpackData(packData(action, ...parts))).toEqual({ action, parts });
      }),
    );
  });

  it('refuses to make data that Telegram would refuse', () => {
    expect(() => packData('t', '字'.repeat(30))).toThrow(RangeError);
  });

  it.each(['', '1', '2:t:1', 't:1', `1:t:${'x'.repeat(61)}`])('does not know %s', (data) => {
    expect(unpackData(data)).toBeNull();
  });

  it.each([
    ['12', 12],
    ['0', 0],
    ['-1', null],
    ['1e9', null],
    ['', null],
    ['9'.repeat(16), null],
  ])('reads %s as a number: %s', (value, expected) => {
    expect(numberPart([value], 0)).toBe(expected);
  });
});
