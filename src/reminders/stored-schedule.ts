import { StorageError } from '../errors.ts';
import type { StoredReminder } from '../storage/reminders.ts';
import { scheduleSchema, type Schedule } from './schedule.ts';

/** The schedule of a stored reminder. Throws `StorageError` where somebody else wrote it. */
export function scheduleOf(reminder: Pick<StoredReminder, 'id' | 'schedule'>): Schedule {
  try {
    return scheduleSchema.parse(JSON.parse(reminder.schedule));
  } catch (error) {
    throw new StorageError(`提醒 ${reminder.id} 的时间设置无法读取，请删除后重新设置。`, { cause: error });
  }
}
