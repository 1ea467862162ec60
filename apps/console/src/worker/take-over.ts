/** What a page says to a new service worker that waits: nobody is being verified, take over now. */
export const TAKE_OVER = 'take-over';
