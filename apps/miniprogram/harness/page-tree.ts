/** A node of a page as Taro hands it to the templates: names are short to keep `setData` small. */
export interface PageNode {
  /** Name of the element: `view`, `button`, `#text` … */
  readonly nn?: string;
  readonly cn?: readonly PageNode[];
  readonly cl?: string;
  /** Text of a text node. */
  readonly v?: string;
  readonly sid?: string;
  readonly uid?: string;
  readonly [attribute: string]: unknown;
}

type Container = Record<string, unknown>;

/** Writes what `setData` was given into the data of a page; keys are paths such as `root.cn.[0].cl`. */
export function applyData(data: Container, changes: Container): void {
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.replace(/\[(\d+)\]/g, '$1').split('.').filter((key) => key !== '');
    const last = keys.pop();
    let at: Container = data;
    for (const key of keys) {
      at[key] ??= {};
      at = at[key] as Container;
    }
    if (last !== undefined) at[last] = value;
  }
}

/** Every node below one, itself included, in reading order. */
export function* walk(node: PageNode): Generator<PageNode> {
  yield node;
  for (const child of Object.values(node.cn ?? [])) yield* walk(child);
}

/** What a person reads in a node. */
export const textOf = (node: PageNode): string => [...walk(node)].map(({ v }) => v ?? '').join('');

/** The innermost element that reads like this; taps go to it and bubble up. */
export function findByText(root: PageNode, text: string): PageNode | undefined {
  const found = [...walk(root)].filter((node) => node.v === undefined && idOf(node) !== undefined && textOf(node).includes(text));
  return found[found.length - 1];
}

export const idOf = (node: PageNode): string | undefined => node.uid ?? node.sid;

/** Way from the root to a node. */
export function pathTo(root: PageNode, target: PageNode): PageNode[] {
  if (root === target) return [root];
  for (const child of Object.values(root.cn ?? [])) {
    const rest = pathTo(child, target);
    if (rest.length > 0) return [root, ...rest];
  }
  return [];
}
