/** Markup that is safe to send: every value in it was escaped. */
export interface Html {
  readonly markup: string;
}

export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

const written = (part: HtmlPart): string => {
  if (part === false || part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return 'markup' in part ? part.markup : part.map(written).join('');
};

/** Template tag: the literal is markup, values are escaped unless they are markup already. */
export const html = (literal: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html => ({
  markup: literal.map((text, index) => text + written(parts[index])).join(''),
});
