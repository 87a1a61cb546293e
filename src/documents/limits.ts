/**
 * What reading a file may cost. An upload comes from outside, so each limit is checked while reading and not taken
 * from what the file says of itself. Real plans stay far below: the largest seen has 90 pages and 1.2 MB of XML.
 */

/** Telegram hands bots no file above 20 MB; a longer one could only come from the command line. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Plain text beyond this is no work plan but a data dump; a long report has 0.3 MB. */
export const MAX_TEXT_BYTES = 8 * 1024 * 1024;

/** Word writes about 20 parts and one for each picture. */
export const MAX_ZIP_ENTRIES = 2_000;

/** Inflated bytes of one XML part, counted while inflating, since declared sizes lie. */
export const MAX_XML_BYTES = 32 * 1024 * 1024;

/** Deflate reaches 1032:1; Word's XML stays below 40:1. Small parts may be very repetitive, so a floor goes with it. */
export const MAX_INFLATE_RATIO = 200;
export const INFLATE_RATIO_FLOOR_BYTES = 4 * 1024 * 1024;

/** One element of the tree takes about 300 bytes of memory; a 300-page document has some 300,000. */
export const MAX_XML_ELEMENTS = 1_000_000;

/** A text box in a table in a table reaches about 60 levels; the walk over the tree is recursive. */
export const MAX_XML_DEPTH = 200;

/** Annual plans have 5 to 60 pages, a yearbook a few hundred. */
export const MAX_PDF_PAGES = 300;

/** Text items of all pages; 300 dense pages have about 300,000. */
export const MAX_PDF_ITEMS = 1_000_000;

/** Longest wait for one file in the worker. */
export const READ_TIMEOUT_MS = 60_000;

/** Text up to this size is read without a worker, which takes half a second to start; reading it takes 0.2 s. */
export const MAX_IN_THREAD_BYTES = 512 * 1024;

/**
 * Markdown takes 0.1 ms a line, and its parser far longer where marks of emphasis and links pile up unclosed; a plan of
 * 50 pages has 500 lines and fewer marks than that.
 */
export const MAX_IN_THREAD_LINES = 3_000;
export const MAX_IN_THREAD_MARKS = 1_500;

/** Lists in quotations in lists; the parser takes time by the square of it. */
export const MAX_MARKDOWN_NESTING = 40;

/** Growth of the process while a worker reads; buffers of inflated streams lie outside the worker's heap. */
export const MAX_READING_MB = 1_024;
export const MEMORY_CHECK_MS = 100;

/** Heap of the worker: a 300-page PDF was read with less than 200 MB. */
export const WORKER_HEAP_MB = 512;

/** Warnings of one kind; beyond it the file is bad everywhere and a longer list helps nobody. */
export const MAX_WARNINGS = 20;
