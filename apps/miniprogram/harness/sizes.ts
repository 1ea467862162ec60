import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Bytes of every file in a folder and below, by path from the folder. */
export function filesOf(dir: string, below = ''): { path: string; bytes: number }[] {
  return readdirSync(path.join(dir, below), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(below, entry.name);
    return entry.isDirectory() ? filesOf(dir, file) : [{ path: file, bytes: statSync(path.join(dir, file)).size }];
  });
}

/** Kilobytes of each package: the main one under `''`, each subpackage under its root. */
export function packageSizes(dir: string, roots: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>(['', ...roots].map((root) => [root, 0]));
  for (const { path: file, bytes } of filesOf(dir)) {
    const root = roots.find((one) => file.startsWith(`${one}/`)) ?? '';
    sizes.set(root, (sizes.get(root) ?? 0) + bytes / 1024);
  }
  return sizes;
}
