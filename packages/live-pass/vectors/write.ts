import { writeFileSync } from 'node:fs';
import { asText, makeVectors } from './make';

/** Writes the published vectors; run by `pnpm run vectors` in the package's folder. */
for (const [file, content] of Object.entries(makeVectors()))
  writeFileSync(`vectors/${file}`, asText(content));
