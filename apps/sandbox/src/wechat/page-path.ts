/** A page of the mini-program as messages name it: no leading slash, an optional query. */
const PAGE_FORM = /^(pages|packages)(\/[\w-]+)+(\?[^\s#]*)?$/;

export const isPagePath = (text: string): boolean => PAGE_FORM.test(text);
