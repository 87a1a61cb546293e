import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../bot/doctor.ts';
import type { Config } from '../config.ts';
import { lazyEmbedder, modelFault } from './environment.ts';

type Folders = Pick<Config, 'modelDirectory' | 'indexDirectory'>;

/** Looks at the model and at the folder of the index. Changes nothing. */
export function checkFiles(config: Folders): Finding[] {
  const fault = modelFault(lazyEmbedder(config));
  return [
    fault === null
      ? { name: '模型', state: 'good', message: '句向量模型齐全，校验值相符。' }
      : { name: '模型', state: 'bad', message: fault },
    { name: '索引', ...judgeIndex(config) },
  ];
}

function judgeIndex({ modelDirectory, indexDirectory }: Folders): Omit<Finding, 'name'> {
  if (path.resolve(indexDirectory) === path.resolve(modelDirectory)) {
    const message = `INDEX_DIR 指着存放模型的目录 ${modelDirectory}，清空索引会把模型一起删掉。请把 INDEX_DIR 改成别的目录，或者不设。`;
    return { state: 'warning', message };
  }
  if (!isWritable(indexDirectory)) {
    const message = `写不进 ${indexDirectory}，每次启动都要重新建立索引。请检查权限，或改 INDEX_DIR。`;
    return { state: 'warning', message };
  }
  const left = namesIn(modelDirectory).filter((name) => /^[\da-f]{12}\.(?:hnsw|json)$/.test(name)).length;
  const note = left === 0 ? '' : `${modelDirectory} 里旧版留下的${left}个索引文件（.hnsw、.json）不再使用，可以删除。`;
  return { state: 'good', message: `放在 ${indexDirectory}，可以写入。${note}` };
}

/** Whether files can be written there, or the folder can be made. */
function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return path.dirname(folder) !== folder && isWritable(path.dirname(folder));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
