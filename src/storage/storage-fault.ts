import { StorageError } from '../errors.ts';

/** SQLite's primary result codes that a person can do something about, with the cure. */
const cures: readonly (readonly [RegExp, (file: string) => string])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, (file) => `数据库正被另一个程序占用：${file}。请确认没有同时运行第二个机器人，稍后再试。`],
  [/^SQLITE_FULL/, (file) => `磁盘已满，数据库写不进去：${file}。请清理磁盘空间后重试。`],
  [
    /^SQLITE_READONLY/,
    (file) => `数据库是只读的：${file}。请检查该文件和所在文件夹的写权限，或把 DATA_DIR 指到可写的位置。`,
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    (file) =>
      `数据库文件已损坏：${file}。请停止程序，用同一文件夹里的备份（*.bak）替换它，或把它移走后重新启动（将新建空库）。`,
  ],
  [
    /^SQLITE_(CANTOPEN|PERM|AUTH)/,
    (file) => `无法打开数据库：${file}。请确认文件夹存在且可写，或把 DATA_DIR 指到可写的位置。`,
  ],
  [/^SQLITE_IOERR/, (file) => `读写数据库时磁盘出错：${file}。请检查磁盘和挂载的卷。`],
];

const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  // The driver reports a file that cannot be opened as text only, with SQLite's number 14 (CANTOPEN) at its end.
  return error.message.includes('ConnectionFailed') ? 'SQLITE_CANTOPEN' : '';
};

/** The `StorageError` for a driver error that people can cure; any other error is returned as it is. */
export function toStorageFault(error: unknown, file: string): unknown {
  const code = codeOf(error);
  const cure = cures.find(([pattern]) => pattern.test(code))?.[1];
  return cure === undefined ? error : new StorageError(cure(file), { cause: error });
}
