import { InputFile, type Api } from 'grammy';
import type { SendCall } from './outbox/sender.ts';

/** grammY writes a file's name into a header without quotation marks. */
const UNSAFE_IN_NAME = /[\r\n";]+/g;

/** One call for an outbox entry, over the raw methods, so that what was stored is what is sent. */
export const sendCall =
  (api: Api): SendCall =>
  async (method, chatId, payload, file, signal) => {
    const { text, ...rest } = payload;
    const attached = file === null ? null : new InputFile(file.bytes, file.name.replace(UNSAFE_IN_NAME, '_'));
    const common = { chat_id: chatId, ...rest };
    if (method === 'sendDocument' && attached !== null) {
      return (await api.raw.sendDocument({ ...common, document: attached }, signal as never)).message_id;
    }
    if (method === 'sendPhoto' && attached !== null) {
      return (await api.raw.sendPhoto({ ...common, photo: attached }, signal as never)).message_id;
    }
    return (await api.raw.sendMessage({ ...common, text: text ?? '' }, signal as never)).message_id;
  };
