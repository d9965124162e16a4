import { expect, test } from 'vitest'
import { trafficIn } from './net-log.ts'

const logEventTypes = {
  URL_REQUEST_START_JOB: 1,
  HOST_RESOLVER_MANAGER_JOB: 2,
  TCP_CONNECT_ATTEMPT: 3,
  UDP_BYTES_SENT: 4,
  UDP_CONNECT: 5,
}

function logOf(...events: readonly (readonly [keyof typeof logEventTypes, object, number?])[]): string {
  const lines = events.map(([kind, params, id = 0]) =>
    JSON.stringify({ type: logEventTypes[kind], source: { id }, params }),
  )
  return `{"constants":${JSON.stringify({ logEventTypes })},\n"events": [\n${lines.join(',\n')}],\n"polledData": []}\n`
}

test('the page and this machine are nothing that left', () => {
  const text = logOf(
    ['URL_REQUEST_START_JOB', { url: 'app://ocop/index.html' }],
    ['URL_REQUEST_START_JOB', { url: 'http://127.0.0.1:4000/json' }],
    ['HOST_RESOLVER_MANAGER_JOB', { host: 'http://localhost:4000' }],
    ['TCP_CONNECT_ATTEMPT', { address: '127.0.0.1:4000' }],
    ['TCP_CONNECT_ATTEMPT', { address: '[::1]:4000' }],
  )
  expect(trafficIn(text)).toEqual({ left: [], asked: [] })
})

test('connections, datagrams and looked up names are', () => {
  const text = logOf(
    ['URL_REQUEST_START_JOB', { url: 'https://update.example/check' }],
    ['HOST_RESOLVER_MANAGER_JOB', { host: 'https://update.example' }],
    ['TCP_CONNECT_ATTEMPT', { address: '192.0.2.7:443' }],
    ['TCP_CONNECT_ATTEMPT', { address: '192.0.2.7:443' }],
    ['UDP_CONNECT', { address: '[2001:db8::8]:443' }, 8],
    ['UDP_CONNECT', { address: '192.0.2.53:53' }, 9],
    ['UDP_BYTES_SENT', { byte_count: 31 }, 9],
  )
  expect(trafficIn(text)).toEqual({
    left: ['192.0.2.7:443', '192.0.2.53:53', 'https://update.example'],
    asked: ['https://update.example/check'],
  })
})

test('a request that was stopped is told apart from one that left', () => {
  const text = logOf(['URL_REQUEST_START_JOB', { url: 'https://update.example/check' }])
  expect(trafficIn(text)).toEqual({ left: [], asked: ['https://update.example/check'] })
})

test('a record that was cut off is read as far as it goes', () => {
  const whole = logOf(['TCP_CONNECT_ATTEMPT', { address: '192.0.2.7:443' }], ['UDP_CONNECT', { address: 'x' }])
  expect(trafficIn(whole.slice(0, whole.indexOf('"address":"x"'))).left).toEqual(['192.0.2.7:443'])
})

test('what is no such record proves nothing', () => {
  expect(() => trafficIn('')).toThrow()
  expect(() => trafficIn('{"constants":{"logEventTypes":{}},"events":[]}')).toThrow('knows no URL_REQUEST_START_JOB')
})
