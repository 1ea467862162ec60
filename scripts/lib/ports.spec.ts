import net from 'node:net';
import { freePort, parsePort, requireFreePort } from './ports.mjs';

function listen(host: string): Promise<net.Server> {
  const server = net.createServer();
  return new Promise((resolve) => server.listen(0, host, () => resolve(server)));
}

describe('ports', () => {
  it('finds one that is free', async () => {
    await expect(requireFreePort(await freePort())).resolves.toBeUndefined();
  });

  it('takes none that the system gives to outgoing connections', async () => {
    const found = await Promise.all(Array.from({ length: 30 }, () => freePort()));
    for (const port of found) expect(port >= 16_000 && port < 32_000).toBe(true);
  });

  it.each(['127.0.0.1', '0.0.0.0'])('says plainly that a port is taken on %s, and how to choose another', async (host) => {
    const server = await listen(host);
    const { port } = server.address() as net.AddressInfo;
    await expect(requireFreePort(port)).rejects.toMatchObject({
      name: 'Problem',
      message: expect.stringContaining(`端口 ${port} 已被其他程序占用`),
      advice: expect.stringContaining(`PORT=${port + 1}`),
    });
    await new Promise((resolve) => server.close(resolve));
  });

  it('takes 8080 unless told otherwise, and refuses what is no port', () => {
    expect(parsePort(undefined)).toBe(8080);
    expect(parsePort('')).toBe(8080);
    expect(parsePort('9000')).toBe(9000);
    for (const text of ['0', '65536', '-1', '80a', '8080.5', ' 80', '1e3', 'http']) expect(() => parsePort(text)).toThrow(/不是有效的端口号/);
  });
});
