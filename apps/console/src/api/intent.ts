import type { Answer } from './answer';
import { newUuid } from './uuid';

/**
 * Sends one act of a person so that trying again is harmless: while nobody knows whether the server did it, the same
 * content goes out under the same key; after a definite answer, or with other content, a new key is made.
 */
export function createIntents(newKey: () => string = newUuid) {
  let open: { readonly content: string; readonly key: string } | undefined;
  return async <T>(content: unknown, act: (intent: string) => Promise<Answer<T>>): Promise<Answer<T>> => {
    const written = JSON.stringify(content);
    const intent = open?.content === written ? open : { content: written, key: newKey() };
    open = intent;
    const answer = await act(intent.key);
    if (open === intent && (answer.ok || !answer.failure.uncertain)) open = undefined;
    return answer;
  };
}

export type SendIntent = ReturnType<typeof createIntents>;
