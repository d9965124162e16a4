import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contentTypeOf, resolvePageFile } from './page-files.ts'

const root = resolve('/srv/Hội đồng OCOP/out/renderer')

describe('a path inside the build', () => {
  test.each([
    ['/', 'index.html'],
    ['/index.html', 'index.html'],
    ['/assets/index-AbC_1.js', 'assets/index-AbC_1.js'],
    ['/assets/gi%E1%BA%A5y.svg', 'assets/giấy.svg'],
    ['/assets/%61.css', 'assets/a.css'],
  ])('%s', (pathname, file) => {
    expect(resolvePageFile({ root, pathname })).toBe(join(root, file))
  })
})

describe('a path that is not plainly inside the build names no file', () => {
  test.each([
    '/..',
    '/../main/index.js',
    '/../renderer-other/index.html',
    '/assets/../../main/index.js',
    '/%2e%2e/main/index.js',
    '/%2e%2e%2fmain%2findex.js',
    '/..%5cmain%5cindex.js',
    '/assets/..%5c..%5cmain%5cindex.js',
    '/C:/Windows/win.ini',
    '/C%3A/Windows/win.ini',
    '/index.html::$DATA',
    '/index.html%00.png',
    '/.main.sources',
    '/assets/.hidden',
    '/%E0%A4%A',
    '',
    'index.html',
    '//..//main/index.js',
  ])('%s', (pathname) => {
    expect(resolvePageFile({ root, pathname })).toBeNull()
  })

  test('a double slash stays inside', () => {
    expect(resolvePageFile({ root, pathname: '//etc/passwd' })).toBe(join(root, 'etc/passwd'))
  })
})

test('only kinds that the build makes have a content type', () => {
  expect(contentTypeOf('a/index.HTML')).toBe('text/html; charset=utf-8')
  expect(contentTypeOf('a/font.woff2')).toBe('font/woff2')
  expect(contentTypeOf('a/council.ocop')).toBeNull()
  expect(contentTypeOf('a/index.js.map')).toBeNull()
})
