import fc from 'fast-check';
import { routeUrl } from './route-url';

it('fills in parameters and leaves out what is undefined', () => {
  expect(routeUrl('/cases/:caseId', { caseId: 'a b' })).toBe('/cases/a%20b');
  expect(routeUrl('/services', {}, { city: '440100', q: undefined })).toBe('/services?city=440100');
  expect(routeUrl('/services', {}, { city: '440100', q: '签注&x=1' })).toBe('/services?city=440100&q=%E7%AD%BE%E6%B3%A8%26x%3D1');
});

it('keeps a parameter inside its own part of the path', () => {
  fc.assert(
    fc.property(fc.string(), (caseId) => {
      const url = new URL(`https://example.test${routeUrl('/cases/:caseId/withdraw', { caseId: `x${caseId}` })}`);
      expect(decodeURIComponent(url.pathname.slice('/cases/'.length, -'/withdraw'.length))).toBe(`x${caseId}`);
      expect(url.search + url.hash).toBe('');
    }),
  );
});
