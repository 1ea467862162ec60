import { cssVariables } from '@yuezheng/design-tokens';

/**
 * Declares the design tokens as `--yz-…` custom properties on the document.
 * A constructed style sheet needs no `unsafe-inline` in the Content-Security-Policy.
 */
export function adoptTokens(target: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    cssVariables({ root: [':root'], elder: '.yz-elder', contrast: '.yz-contrast', forceLight: '.yz-light' }),
  );
  target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
}
