import { extname, isAbsolute, join, relative, resolve, sep } from 'node:path'

/**
 * The file of the built page that a URL path names, or null for anything that is not plainly inside `root`:
 * an encoded way out, a drive letter, a stream name, a hidden file. `/` is the page itself.
 *
 * @param pathname the path of a parsed URL, still percent-encoded
 */
export function resolvePageFile({
  root,
  pathname,
}: {
  readonly root: string
  readonly pathname: string
}): string | null {
  const decoded = decode(pathname)
  if (decoded === null || !decoded.startsWith('/')) return null
  // Backslash and colon separate paths on Windows only; no file of the build has one in its name.
  if (/[\\:\0]/.test(decoded)) return null
  if (decoded.split('/').some((segment) => segment.startsWith('.'))) return null
  const file = resolve(root, decoded === '/' ? 'index.html' : `.${decoded}`)
  const inside = relative(root, file)
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null
  return join(root, inside)
}

/** Content type by extension; null for a kind that the build does not make, which is then not served. */
export function contentTypeOf(file: string): string | null {
  return contentTypes.get(extname(file).toLowerCase()) ?? null
}

const contentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  // The worker that draws PDF pages is a module of its own.
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
  ['.ttf', 'font/ttf'],
])

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
