/** What may stand in a query; what is undefined is left out. */
export type QueryValues = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Address of a route below the API's base.
 *
 * @param path as declared, with `:name` for each parameter
 * @param params every parameter of the path
 */
export function routeUrl(path: string, params: Readonly<Record<string, string>> = {}, query: QueryValues = {}): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}
