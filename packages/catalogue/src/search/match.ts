import { FILLERS, SYNONYMS } from './synonyms';

const SHORTEST_PIECE = 2;

const meant = (word: string): string => {
  const translated = SYNONYMS.reduce((text, [typed, term]) => text.replaceAll(typed, term), word);
  return translated.replace(FILLERS, '') || word;
};

/** What was typed, word by word, in the terms of the catalogue; empty: nothing was typed. */
export const wordsOf = (query: string): string[] => query.normalize('NFKC').trim().toLowerCase().split(/\s+/).filter(Boolean).map(meant);

/** Whether a word that is not in the text is written together from pieces that are: `居住证签注` of `签注居住证`. */
const isMadeOf = (word: string, text: string): boolean => {
  const reached = [true, ...Array.from(word, () => false)];
  for (let end = SHORTEST_PIECE; end <= word.length; end += 1) {
    reached[end] = reached.slice(0, end - SHORTEST_PIECE + 1).some((isStart, start) => isStart && text.includes(word.slice(start, end)));
  }
  return reached[word.length] ?? false;
};

/** Whether every word is found in the text. */
export const isFoundIn = (words: readonly string[], text: string): boolean => {
  const searched = text.toLowerCase();
  return words.every((word) => searched.includes(word) || isMadeOf(word, searched));
};
