/**
 * What has been started and must be stopped: the last first, each once, and one that fails does not keep the others.
 */
export class Undo {
  /** @type {(() => unknown)[]} */
  #steps = [];

  /** @param {() => unknown} step */
  add(step) {
    this.#steps.push(step);
  }

  /** @returns {Promise<unknown[]>} what went wrong meanwhile */
  async run() {
    /** @type {unknown[]} */
    const errors = [];
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        errors.push(error);
      }
    }
    return errors;
  }
}
