import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { onEnd } from './harness.ts';

export interface TestProxy {
  readonly port: number;
  /** The hosts asked for, as the proxy was told them. */
  readonly asked: string[];
}

async function listen(server: Server, asked: string[], sockets: Set<Socket>): Promise<TestProxy> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onEnd(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port: (server.address() as AddressInfo).port, asked };
}

function join(from: Socket, port: number, ready: (to: Socket) => void, sockets: Set<Socket>): void {
  const to = connect(port, '127.0.0.1', () => {
    ready(to);
    from.pipe(to).pipe(from);
  });
  sockets.add(to);
  to.on('error', () => from.destroy());
}

/** An HTTP proxy on loopback that leads every name to one port; with `password` it asks for it. */
export async function httpProxy(target: number, password?: string): Promise<TestProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createHttpServer();
  server.on('connect', (request, socket: Socket) => {
    const wanted = password === undefined ? undefined : `Basic ${Buffer.from(`user:${password}`).toString('base64')}`;
    if (request.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    asked.push(request.url ?? '');
    join(socket, target, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'), sockets);
  });
  return listen(server, asked, sockets);
}

/** A SOCKS5 proxy on loopback without authentication, with the same habit. It notes names, and addresses as such. */
export async function socksProxy(target: number): Promise<TestProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.from([5, 0]));
      socket.once('data', (request) => {
        const isName = request[3] === 3;
        const end = 5 + (request[4] ?? 0);
        asked.push(isName ? request.subarray(5, end).toString() : `address ${[...request.subarray(4, 8)].join('.')}`);
        join(socket, target, () => socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0])), sockets);
      });
    });
  });
  return listen(server, asked, sockets);
}

/** Takes connections and says nothing. */
export async function blackHole(): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  return listen(createServer(), [], sockets);
}
