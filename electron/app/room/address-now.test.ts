import { describe, expect, it } from 'vitest'
import { addressNow } from './address-now.ts'

const wifi = { name: 'Wi-Fi', address: '192.168.1.20', isLoopback: false }
const virtual = { name: 'vEthernet (WSL)', address: '172.20.0.1', isLoopback: false }
const phone = { name: 'Ethernet 3', address: '192.168.43.7', isLoopback: false }
const loopback = { name: 'lo', address: '127.0.0.1', isLoopback: true }
const room = { address: '192.168.1.20', network: wifi, notChosen: [virtual.name, loopback.name] }

describe('the address of the room', () => {
  it.each([
    ['stays while the machine has it', [virtual, wifi, loopback], '192.168.1.20'],
    ['stays beside a network that has come', [phone, wifi, loopback], '192.168.1.20'],
    ['stays among several of its network', [{ ...wifi, address: '10.9.9.9' }, wifi], '192.168.1.20'],
    ['moves with its network', [virtual, { ...wifi, address: '192.168.43.9' }, loopback], '192.168.43.9'],
    ['moves to a network that has come, where its own is gone', [virtual, phone, loopback], '192.168.43.7'],
    ['is nowhere on networks that were not chosen', [virtual, loopback], null],
    ['is nowhere without a network', [], null],
  ])('%s', (_what, interfaces, expected) => {
    expect(addressNow({ ...room, interfaces })).toBe(expected)
  })

  it('goes back to the chosen network when it is there again', () => {
    expect(addressNow({ ...room, address: phone.address, interfaces: [phone, wifi] })).toBe(wifi.address)
  })

  it('stays on this machine where it was opened there', () => {
    const here = { address: '127.0.0.1', network: loopback, notChosen: [wifi.name] }
    expect(addressNow({ ...here, interfaces: [wifi] })).toBe('127.0.0.1')
  })
})
