/** Joins the class names that apply: `classNames('yz-card', flat && 'yz-card--flat')`. */
export const classNames = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ');
