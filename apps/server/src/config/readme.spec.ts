import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { VARIABLES } from './variables';

describe('the README', () => {
  it('lists every variable of the server, in order, and says which ones production needs', () => {
    const readme = readFileSync(join(__dirname, '../../../../README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([A-Z0-9_]+)` \| (必填|可选) \|/gm)].map(([, name, need]) => ({ name, need }));
    expect(rows).toEqual(VARIABLES.map(({ name, production }) => ({ name, need: production === 'required' ? '必填' : '可选' })));
  });
});
