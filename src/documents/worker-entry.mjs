// A new thread starts without the loader that runs the TypeScript sources; `--import` does not reach its entry file.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

if (workerData.format === 'pdf') {
  // Loaded before the loader is in place, which would take a second to look through these large files.
  await import('pdfjs-dist/legacy/build/pdf.mjs');
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
}
register();
await import('./document-worker.ts');
