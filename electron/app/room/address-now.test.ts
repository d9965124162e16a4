import { describe, expect, it } from 'vitest'
import { addressNow } from './address-now.ts'

const wifi = { name: 'Wi-Fi', address: '192.168.1.20', isLoopback: false }
const cable = { name: 'Ethernet', address: '10.0.0.5', isLoopback: false }
const loopback = { name: 'lo', address: '127.0.0.1', isLoopback: true }
const room = { address: '192.168.1.20', network: wifi }

describe('the address of the room', () => {
  it.each([
    ['stays while the machine has it', [cable, wifi, loopback], '192.168.1.20'],
    ['moves with its network', [cable, { ...wifi, address: '192.168.43.7' }, loopback], '192.168.43.7'],
    ['moves to another network where its own is gone', [cable, loopback], '10.0.0.5'],
    ['is nowhere without a network', [loopback], null],
  ])('%s', (_what, interfaces, expected) => {
    expect(addressNow({ ...room, interfaces })).toBe(expected)
  })

  it('stays on this machine where it was opened there', () => {
    expect(addressNow({ address: '127.0.0.1', network: loopback, interfaces: [wifi] })).toBe('127.0.0.1')
  })
})
