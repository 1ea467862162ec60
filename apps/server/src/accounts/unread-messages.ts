/** How many in-app messages a resident has not read; the inbox provides it. */
export abstract class UnreadMessages {
  abstract count(residentId: string): Promise<number>;
}
