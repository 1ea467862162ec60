import { pagesOf } from './pages';

it('numbers the sheets of one material', () => {
  const file = (id: string) => ({ id, width: 10, height: 20 });
  expect(
    pagesOf([
      { id: 'contract', title: '劳动合同', files: [file('1'), file('2')] },
      { id: 'lease', title: '租赁合同', files: [file('3')] },
    ]).map(({ title }) => title),
  ).toEqual(['劳动合同（第 1 张）', '劳动合同（第 2 张）', '租赁合同']);
});
