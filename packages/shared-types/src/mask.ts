const STARS = 3;

/** `430422199806141121` → `4304 **** **** **21`, as printed on screens until the holder taps. Other numbers keep one character and two. */
export const maskCitizenId = (id: string): string => (id.length === 18 ? `${id.slice(0, 4)} **** **** **${id.slice(16)}` : maskMiddle(id, 1, 2));

/** `13800006207` → `138 **** 6207` */
export const maskPhone = (phone: string): string => (phone.length === 11 ? `${phone.slice(0, 3)} **** ${phone.slice(7)}` : maskMiddle(phone, 1, 2));

/** The first character kept, the rest hidden: `林晓岚` → `林**`. Counts characters, not UTF-16 units. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = Array.from(name);
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, STARS)));
};

/** Hides at least three characters, or else everything: what is too short to be masked in part is not shown in part. */
const maskMiddle = (text: string, head: number, tail: number): string => {
  const characters = Array.from(text);
  const hidden = characters.length - head - tail;
  if (hidden < STARS) return '*'.repeat(characters.length);
  return characters.slice(0, head).join('') + '*'.repeat(hidden) + characters.slice(-tail).join('');
};
