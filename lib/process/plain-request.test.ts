import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, test } from 'vitest';
import { readPlainRequest } from './plain-request';

const HOST = 'Host: lamp.example\r\n';

function read(text: string) {
  return readPlainRequest(Buffer.from(text, 'latin1'));
}

test('reads what browsers, feed readers and proxies send', () => {
  const head = `GET /feed.xml?page=2&q=%E1%9E%91 HTTP/1.1\r\n${HOST}User-Agent: Reader/1.0 (a; b)\r\nACCEPT:\t*/* \r\nIf-None-Match: "a.br"\r\nX-Forwarded-For: 10.0.0.1, ::1\r\nConnection: Keep-Alive\r\nEmpty:\r\n\r\n`;
  expect(read(head)).toEqual({
    target: '/feed.xml?page=2&q=%E1%9E%91',
    headers: {
      host: 'lamp.example',
      'user-agent': 'Reader/1.0 (a; b)',
      accept: '*/*',
      'if-none-match': '"a.br"',
      'x-forwarded-for': '10.0.0.1, ::1',
      connection: 'Keep-Alive',
      empty: '',
    },
  });
});

/** What only Node's server may judge. */
const OTHERS: Record<string, string> = {
  nothing: '',
  'part of a head': `GET / HTTP/1.1\r\n${HOST}`,
  'two requests': `GET / HTTP/1.1\r\n${HOST}\r\nGET /a HTTP/1.1\r\n${HOST}\r\n`,
  'a request and a part of another': `GET / HTTP/1.1\r\n${HOST}\r\nGET`,
  'another method': `POST / HTTP/1.1\r\n${HOST}\r\n`,
  'a method in lower case': `get / HTTP/1.1\r\n${HOST}\r\n`,
  'an older version': `GET / HTTP/1.0\r\n${HOST}\r\n`,
  'an absolute target': `GET http://a/ HTTP/1.1\r\n${HOST}\r\n`,
  'a space in the target': `GET /a b HTTP/1.1\r\n${HOST}\r\n`,
  'a fragment': `GET /a#b HTTP/1.1\r\n${HOST}\r\n`,
  'a target that is not ASCII': `GET /\u00e9 HTTP/1.1\r\n${HOST}\r\n`,
  'two spaces': `GET  / HTTP/1.1\r\n${HOST}\r\n`,
  'lines that end otherwise': `GET / HTTP/1.1\n${HOST}\r\n`,
  'a line feed in a value': `GET / HTTP/1.1\r\n${HOST}A: b\nContent-Length: 5\r\n\r\n`,
  'a carriage return in a value': `GET / HTTP/1.1\r\n${HOST}A: b\rc\r\n\r\n`,
  'a folded line': `GET / HTTP/1.1\r\n${HOST}A: b\r\n c\r\n\r\n`,
  'a space before the colon': `GET / HTTP/1.1\r\n${HOST}Content-Length : 5\r\n\r\n`,
  'a line without a colon': `GET / HTTP/1.1\r\n${HOST}Nothing\r\n\r\n`,
  'a zero byte': `GET / HTTP/1.1\r\n${HOST}A: \0\r\n\r\n`,
  'a value that is not ASCII': `GET / HTTP/1.1\r\n${HOST}A: \u00e9\r\n\r\n`,
  'no host': 'GET / HTTP/1.1\r\nA: b\r\n\r\n',
  'an empty host': 'GET / HTTP/1.1\r\nHost:\r\n\r\n',
  'two hosts': `GET / HTTP/1.1\r\n${HOST}${HOST}\r\n`,
  'a header twice': `GET / HTTP/1.1\r\n${HOST}Accept: a\r\naccept: b\r\n\r\n`,
  'a name that every object has': `GET / HTTP/1.1\r\n${HOST}constructor: a\r\n\r\n`,
  'a body': `GET / HTTP/1.1\r\n${HOST}Content-Length: 0\r\n\r\n`,
  'a body in pieces': `GET / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`,
  'an expectation': `GET / HTTP/1.1\r\n${HOST}Expect: 100-continue\r\n\r\n`,
  'another protocol': `GET / HTTP/1.1\r\n${HOST}Upgrade: h2c\r\n\r\n`,
  'the last request of a connection': `GET / HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`,
  'a long head': `GET / HTTP/1.1\r\n${HOST}A: ${'b'.repeat(8192)}\r\n\r\n`,
};

test.each(Object.entries(OTHERS))('leaves %s to Node', (_what, text) => {
  expect(read(text)).toBeNull();
});

test('understands every head that it accepts as Node does', async () => {
  const understood: { target: string | undefined; headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    understood.push({ target: request.url, headers: request.headers });
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  const accepted = heads(400).filter((text) => read(text));
  expect(accepted.length).toBeGreaterThan(40);
  for (const text of accepted) {
    const socket = connect(port);
    socket.write(text);
    await new Promise((done) => socket.once('data', done));
    socket.destroy();
    expect(understood.pop(), JSON.stringify(text)).toEqual(read(text));
  }
  server.close();
});

/** Makes heads of pieces, the same in each run. */
function heads(count: number): string[] {
  let state = 7;
  const pick = (from: string[]) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return from[Math.floor((state / 2 ** 32) * from.length)] ?? '';
  };
  const targets = ['/', '/a?b=%20c', '/~x/"y"', '/a;b|c^{d}', '/%ff', '//a'];
  const names = ['Accept', 'x_y', "a!#$%&'*+.^`|~", '__proto__', 'COOKIE', 'Range'];
  const values = ['', ' b', '\tb\t ', ' b, c; q=0', ' "x" ', ' a  b', ': c'];
  const hosts = [HOST, 'host:[::1]:80\r\n', 'HOST: \r\n', ''];
  return Array.from({ length: count }, () => {
    const lines = Array.from({ length: 3 }, () => `${pick(names)}:${pick(values)}\r\n`);
    return `GET ${pick(targets)} HTTP/1.1\r\n${pick(hosts)}${lines.join('')}\r\n`;
  });
}
