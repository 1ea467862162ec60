/**
 * Loaded into the API before it starts (`--require`): writes down every statement that a marked request runs, with its
 * values and in order, to the file named by BENCH_RECORD_FILE. Never loaded while anything is being timed.
 */
const { AsyncLocalStorage } = require('node:async_hooks');
const diagnostics = require('node:diagnostics_channel');
const { appendFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const v8 = require('node:v8');

const file = process.env.BENCH_RECORD_FILE ?? '';
const sample = new AsyncLocalStorage();

/** @typedef {{ request: import('node:http').IncomingMessage }} Announced */

// Fastify announces each request before its handler runs; whatever the handler starts carries the mark.
diagnostics.channel('tracing:fastify.request.handler:start').bindStore(sample, (announced) => (/** @type {Announced} */ (announced)).request.headers['x-bench-sample']);

// The same `pg` that the API itself loads.
const { Client } = createRequire(path.resolve(__dirname, '../apps/server/package.json'))('pg');
const query = Client.prototype.query;

/** @param {any} statement @param {unknown} [values] @param {unknown[]} rest */
Client.prototype.query = function recordedQuery(statement, values, ...rest) {
  const request = sample.getStore();
  if (request !== undefined) {
    const { name, text, values: own } = typeof statement === 'string' ? { text: statement } : statement;
    const entry = { request, name, text, values: own ?? (Array.isArray(values) ? values : []) };
    appendFileSync(file, `${v8.serialize(entry).toString('base64')}\n`);
  }
  return query.call(this, statement, values, ...rest);
};
