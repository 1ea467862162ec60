import { Batches } from './batches';

/** Doubles numbers, remembers what came together, and fails on a negative one. */
class Doubler {
  readonly batches: number[][] = [];
  private release: (() => void)[] = [];
  held = false;

  readonly run = async (items: readonly number[]): Promise<number[]> => {
    this.batches.push([...items]);
    if (this.held) await new Promise<void>((resolve) => this.release.push(resolve));
    if (items.some((item) => item < 0)) throw new Error(`no ${items.join()}`);
    return items.map((item) => item * 2);
  };

  letGo(): void {
    this.held = false;
    this.release.forEach((resolve) => resolve());
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('Batches', () => {
  it('puts together what arrives at once, and answers each its own', async () => {
    const doubler = new Doubler();
    const batches = new Batches(doubler.run);
    expect(await Promise.all([1, 2, 3].map((item) => batches.do(item)))).toEqual([2, 4, 6]);
    expect(doubler.batches).toEqual([[1, 2, 3]]);
    expect(await batches.do(4)).toBe(8);
  });

  it('lets what arrives meanwhile wait for the next one, and has two on their way at most', async () => {
    const doubler = new Doubler();
    doubler.held = true;
    const batches = new Batches(doubler.run);
    const answers: Promise<number>[] = [];
    for (const item of [1, 2, 3, 4]) {
      answers.push(batches.do(item));
      await turn();
    }
    expect(doubler.batches).toEqual([[1], [2]]);
    doubler.letGo();
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8]);
    expect(doubler.batches).toEqual([[1], [2], [3, 4]]);
  });

  it('lets the next ones pass two that are stuck', async () => {
    const doubler = new Doubler();
    doubler.held = true;
    const batches = new Batches(doubler.run);
    const stuck = [batches.do(1), turn().then(() => batches.do(2))];
    await turn();
    await turn();
    doubler.held = false;
    expect(await batches.do(3)).toBe(6);
    doubler.letGo();
    expect(await Promise.all(stuck)).toEqual([2, 4]);
  });

  it('fails only who is at fault', async () => {
    const batches = new Batches(new Doubler().run);
    const outcomes = await Promise.allSettled([1, -2, 3].map((item) => batches.do(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('never puts two of one key together', async () => {
    const doubler = new Doubler();
    const batches = new Batches(doubler.run, (item) => String(item % 2));
    expect(await Promise.all([1, 3, 2, 5].map((item) => batches.do(item)))).toEqual([2, 6, 4, 10]);
    expect(doubler.batches).toEqual([[1, 2], [3], [5]]);
  });

  it('takes a rush in batches of a bounded size', async () => {
    const doubler = new Doubler();
    const batches = new Batches(doubler.run);
    await Promise.all(Array.from({ length: 1_000 }, (_, item) => batches.do(item)));
    expect(Math.max(...doubler.batches.map(({ length }) => length))).toBeLessThanOrEqual(64);
    expect(doubler.batches.flat()).toHaveLength(1_000);
  });
});
