import type { World } from './world';

type Step = (title: string, run: () => Promise<void>) => void;

/** Each wait within a step has its own, shorter limit; this one is for many of them on a slow machine. */
const STEP_LIMIT_MS = 150_000;

/**
 * Steps that build on each other, each a test of its own. After one has failed, the others fail at once, and the
 * screens of that moment are kept as output/screens/failed-<spec>-….png.
 */
export function inOrder(world: () => World | undefined): Step {
  let broken: string | undefined;
  return (title, run) =>
    it(
      title,
      async () => {
        if (broken !== undefined) throw new Error(`not reached: “${broken}” failed before`);
        try {
          await run();
        } catch (error) {
          broken = title;
          await world()?.keepScreensOfFailure();
          throw error;
        }
      },
      STEP_LIMIT_MS,
    );
}

/** A test of its own, whose screens are kept when it fails. */
export function onItsOwn(world: () => World | undefined): Step {
  return (title, run) =>
    it(
      title,
      async () => {
        try {
          await run();
        } catch (error) {
          await world()?.keepScreensOfFailure();
          throw error;
        }
      },
      STEP_LIMIT_MS,
    );
}
