import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { CONTRACTS, type Route } from '@yuezheng/shared-types';
import { startApp, type TestApp } from '../../../test/app';
import { NOT_YET_SERVED } from '../../../test/not-yet-served';
import { ROUTE } from './endpoint';
import { openApiDocument } from './openapi';

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

describe('contracts', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  function served(): string[] {
    const scanner = new MetadataScanner();
    return app.get(DiscoveryService).getControllers().flatMap(({ instance }: { readonly instance?: unknown }) => {
      if (typeof instance !== 'object' || instance === null) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const route = Reflect.getMetadata(ROUTE, prototype[method]!) as Route | undefined;
        return route ? [nameOf(route)] : [];
      });
    });
  }

  it('are all served, once each', () => {
    const declared = Object.values(CONTRACTS).flat().map(nameOf);
    expect(new Set(declared).size).toBe(declared.length);
    expect([...served(), ...NOT_YET_SERVED].sort()).toEqual([...declared].sort());
  });

  it('are published as OpenAPI 3.1', async () => {
    const document = openApiDocument() as { paths: Record<string, Record<string, { operationId: string; parameters: { name: string }[]; responses: Record<number, { content: object }> }>> };
    expect((await app.app.inject('/api/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(Object.values(CONTRACTS).flat().length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    const submit = document.paths['/api/drafts/{draftId}/submit']?.post;
    expect(submit?.parameters.map(({ name }) => name)).toEqual(['draftId', 'Idempotency-Key']);
    expect(Object.keys(submit?.responses ?? {})).toEqual(expect.arrayContaining(['200', '401', '404', '409', '422']));
    expect(document.paths['/api/live-pass/status']?.get?.responses[200]?.content).toEqual({ 'application/statuslist+cwt': {} });
  });

  it('have a page to read them', async () => {
    const page = await app.app.inject('/api/docs');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('粤证 API');
    expect(page.body).not.toMatch(/src="https?:/);
  });
});
