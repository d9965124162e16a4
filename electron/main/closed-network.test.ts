import { expect, test } from 'vitest'
import { closedNetworkSwitches, mayRequest } from './closed-network.ts'

const packaged = { origin: 'app://ocop', devTools: false }
const development = { origin: 'http://127.0.0.1:5173', devTools: true }

test.each(['app://ocop/', 'app://ocop/assets/index-1.js', 'blob:app://ocop/1b4e', 'data:image/png;base64,AA=='])(
  'the window may ask for %s',
  (url) => expect(mayRequest({ url, ...packaged })).toBe(true),
)

test.each([
  'http://example.org/',
  'https://example.org/',
  'ws://example.org/',
  'wss://example.org/',
  'ftp://example.org/',
  'http://127.0.0.1:5173/',
  'http://192.168.1.20:47811/',
  'file:///etc/passwd',
  'app://ocop.example.org/',
  'app://ocop@example.org/',
  'app://other/',
  'blob:https://example.org/1b4e',
  'blob:null/1b4e',
  'devtools://devtools/bundled/devtools_app.html',
  'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html',
  'chrome://settings/',
  '',
])('it may not ask for %s', (url) => expect(mayRequest({ url, ...packaged })).toBe(false))

test('in development the development server and the developer tools are within reach, and nothing else', () => {
  const may = (url: string) => mayRequest({ url, ...development })
  expect(may('http://127.0.0.1:5173/app/main.tsx')).toBe(true)
  expect(may('ws://127.0.0.1:5173/?token=x')).toBe(true)
  expect(may('devtools://devtools/bundled/devtools_app.html')).toBe(true)
  expect(may('http://127.0.0.1:51730/')).toBe(false)
  expect(may('http://127.0.0.1:5173@example.org/')).toBe(false)
  expect(may('https://example.org/')).toBe(false)
})

test('Chromium finds no address but that of the development server', () => {
  expect(closedNetworkSwitches(undefined)).toEqual([['host-resolver-rules', 'MAP * ~NOTFOUND'], ['no-proxy-server']])
  expect(closedNetworkSwitches('http://127.0.0.1:5173')[0]).toEqual([
    'host-resolver-rules',
    'MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  ])
})
