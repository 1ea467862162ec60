export * from './api';
export * from './failure';
export * from './hooks';
export * from './problem';
export * from './query-client';
export type { CallOptions, Client } from './client';
