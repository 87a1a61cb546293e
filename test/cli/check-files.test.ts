import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../src/cli/check-files.ts';
import { modelDirectory } from '../support/embedders.ts';
import { useTempFolder } from '../support/temp-folder.ts';

describe('checkFiles', () => {
  const folder = useTempFolder();
  const check = (model: string, index: string) => checkFiles({ modelDirectory: model, indexDirectory: index });

  it('finds nothing wrong with the repository’s model and a folder that can be made, and makes none', () => {
    expect(check(modelDirectory, folder.file('a/index')).map(({ name, state }) => [name, state])).toEqual([
      ['模型', 'good'],
      ['索引', 'good'],
    ]);
    expect(existsSync(folder.file('a'))).toBe(false);
  });

  it('says that the model is missing, what that means, and how to get it back', () => {
    const [model] = check(folder.path, folder.file('index'));
    expect(model).toMatchObject({ name: '模型', state: 'bad' });
    expect(model!.message).toMatch(/找不到句向量模型的文件.*请恢复程序自带的 embeddings 目录.*只按字面查找/);
  });

  it('warns of an index in the model’s folder, and of one that cannot be written', () => {
    writeFileSync(folder.file('file'), '');
    expect(check(modelDirectory, `${modelDirectory}/`)[1]).toMatchObject({ state: 'warning', message: expect.stringMatching(/模型一起删掉.*请把 INDEX_DIR/) as string }); // prettier-ignore
    expect(check(modelDirectory, folder.file('file/index'))[1]).toMatchObject({ state: 'warning', message: expect.stringMatching(/写不进.*请检查权限，或改 INDEX_DIR/) as string }); // prettier-ignore
  });

  it('names the files that earlier versions left beside the model', () => {
    mkdirSync(folder.file('model'));
    for (const name of ['0123456789ab.hnsw', '0123456789ab.json', 'README.md'])
      writeFileSync(folder.file(`model/${name}`), '');
    expect(check(folder.file('model'), folder.file('index'))[1]!.message).toMatch(/旧版留下的2个索引文件.*可以删除/);
  });
});
