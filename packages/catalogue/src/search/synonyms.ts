/** What people type, and what it is called here. Longer ones first where one is within another. */
export const SYNONYMS: readonly (readonly [typed: string, meant: string])[] = [
  ['暂住证', '居住证'],
  ['居住卡', '居住证'],
  ['续签注', '签注'],
  ['补签注', '签注'],
  ['续签', '签注'],
  ['补签', '签注'],
  ['续期', '签注'],
  ['延期', '签注'],
  ['到期', '签注'],
  ['年审', '签注'],
  ['年检', '签注'],
  ['办证', '申领'],
  ['申办', '申领'],
  ['领证', '申领'],
  ['新办', '申领'],
];

/** Words around what is wanted, which say nothing of it. */
export const FILLERS = /我要|我想|怎么|如何|哪里|网上|在线|手机|办理|办/g;
