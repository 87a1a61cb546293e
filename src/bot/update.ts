/** For rooms above, which may not import grammY themselves. */
export type { Update } from 'grammy/types';
