/** Whether a text has anything to read: spaces and characters that only format (Unicode `Cf`, such as U+200B) say nothing. */
export const saysSomething = (text: string): boolean => text.replace(/\p{Cf}/gu, '').trim() !== '';
