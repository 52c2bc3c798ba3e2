import { expect, test } from 'vitest';
import { configuration, fileName } from './configuration.ts';
import { isCanonicalKey, makeKeys, publicKeyOf } from './keys.ts';

const tunnel = {
  addresses: ['10.8.0.2', 'fd08::2'],
  dns: ['10.8.0.1'],
  serverKey: makeKeys().publicKey,
  endpoint: '[2001:db8::1]:51820',
  routes: ['10.8.0.0/24', 'fd08::/64'],
};

test('a configuration is what wg-quick reads', () => {
  const { privateKey } = makeKeys();
  expect(configuration(tunnel, privateKey)).toBe(`[Interface]
PrivateKey = ${privateKey}
Address = 10.8.0.2/32, fd08::2/128
DNS = 10.8.0.1

[Peer]
PublicKey = ${tunnel.serverKey}
AllowedIPs = 10.8.0.0/24, fd08::/64
Endpoint = [2001:db8::1]:51820
PersistentKeepalive = 25
`);
});

test.each([
  ['endpoint', { endpoint: 'a:1\nPostUp = reboot' }],
  ['route', { routes: ['10.0.0.0/8\r\n[Peer]'] }],
  ['server', { serverKey: 'x\u2028y' }],
])('no %s can add a line', (_, changes) => {
  expect(() => configuration({ ...tunnel, ...changes }, 'k')).toThrow('one line');
});

test.each([
  ['Laptop', 'laptop.conf'],
  ['Grace’s telephone', 'graces-telephon.conf'],
  ['Büro Küche', 'buro-kuche.conf'],
  ['هاتف', 'tunnel.conf'],
  ['../../etc/passwd', 'etc-passwd.conf'],
  ['x'.repeat(60), 'xxxxxxxxxxxxxxx.conf'],
])('the file of %s is %s: an interface can be called so', (name, file) => {
  expect(fileName(name)).toBe(file);
});

test('keys are made as WireGuard makes them', () => {
  for (let count = 0; count < 50; count += 1) {
    const { privateKey, publicKey } = makeKeys();
    expect(isCanonicalKey(privateKey) && isCanonicalKey(publicKey)).toBe(true);
    expect(publicKeyOf(privateKey)).toBe(publicKey);
  }
});
