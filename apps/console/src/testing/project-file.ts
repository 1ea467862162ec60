const fs = jest.requireActual<{ readFileSync(file: string): Uint8Array }>('node:fs');

/** The bytes of a file of this project, by its way from the folder of the spec that asks. */
export const bytesOf = (way: string): Uint8Array =>
  fs.readFileSync(`${(expect.getState().testPath ?? '').replace(/[^/\\]+$/, '')}${way}`);

/** The same, as text. */
export const textOf = (way: string): string => new TextDecoder().decode(bytesOf(way));
