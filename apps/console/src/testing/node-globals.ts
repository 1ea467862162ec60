/** Globals that browsers and Node have and jsdom lacks; specs that read codes or store data import this first. */
const util = jest.requireActual<Pick<typeof globalThis, 'TextEncoder' | 'TextDecoder'>>('node:util');
const v8 = jest.requireActual<{
  serialize(value: unknown): Uint8Array;
  deserialize(bytes: Uint8Array): unknown;
}>('node:v8');

Object.assign(globalThis, {
  TextEncoder: util.TextEncoder,
  TextDecoder: util.TextDecoder,
  structuredClone: (value: unknown) => v8.deserialize(v8.serialize(value)),
});

export {};
