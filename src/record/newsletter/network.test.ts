import { expect, test } from 'vitest'
import { networkOf } from './network.ts'

test.each([
  ['192.0.2.77', '192.0.2.0/24'],
  ['::ffff:192.0.2.77', '192.0.2.0/24'],
  ['2001:db8:1:2233:4:5:6:7', '2001:db8:1:2200::/56'],
  ['2001:0DB8:0001:22ff::1', '2001:db8:1:2200::/56'],
  ['2001:db8::', '2001:db8:0:0::/56'],
  ['::1', '0:0:0:0::/56'],
  ['fe80::1%eth0', 'fe80:0:0:0::/56'],
  ['2001:db8:1:2233::10.0.0.1', '2001:db8:1:2200::/56'],
  ['not an address', 'unknown'],
  [null, 'unknown'],
])('%j is of %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
