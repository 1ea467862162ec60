/** Lets a Node process run this repository's TypeScript as it stands: for processes that specs start. */
require('esbuild-register/dist/node').register({ target: 'node20' });
