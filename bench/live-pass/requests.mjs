import net from 'node:net';
import { createPresenter, SLOT_MS } from '@yuezheng/live-pass';
import { makePasses } from './passes.mjs';
import { printed } from './printed.mjs';

const SHOWINGS = 720;

/**
 * How often the network is touched for an hour of codes: every connection that this process opens meanwhile is counted.
 * A code that a server renders costs one request each.
 */
export async function run() {
  const now = Date.now();
  const { credential, holderKey, ctx } = makePasses(1, now).phone(0);
  const presenter = createPresenter({ credential, holderKey, ctx });
  if (!presenter.ok) throw new Error(presenter.error);
  const { connect } = net.Socket.prototype;
  let requests = 0;
  net.Socket.prototype.connect = function count(/** @type {unknown[]} */ ...args) {
    requests += 1;
    return /** @type {Function} */ (connect).apply(this, args);
  };
  try {
    for (let showing = 0; showing < SHOWINGS; showing += 1) {
      const shown = presenter.value.at(now + showing * SLOT_MS);
      if (!shown.ok) throw new Error(shown.error);
    }
  } finally {
    net.Socket.prototype.connect = connect;
  }
  return { title: 'requests to the server per showing', showings: SHOWINGS, requests, renderedByServer: SHOWINGS };
}

await printed(import.meta.url, run);
