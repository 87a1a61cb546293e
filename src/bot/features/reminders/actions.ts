/** What the buttons of reminders do. */
export const reminderActions = {
  /** Draft, what is chosen, value: the steps of setting one. */
  wizard: 'rw',
  /** What, reminder, chat: pause, go on, send now, delete. */
  manage: 'rl',
  stop: 'rs',
  howToReport: 'rp',
  sectionText: 'rx',
  confirmYear: 'ry',
} as const;
