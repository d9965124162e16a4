import { readFile } from 'node:fs/promises'
import { contentTypeOf, resolvePageFile } from '../web-host/page-files.ts'
import { cacheControlOf, pageHeaders } from '../web-host/page-headers.ts'

export const pageScheme = 'app'
export const pageOrigin = `${pageScheme}://ocop`

/** To register before the application is ready: an origin of its own, with storage and fetch, and no CORS. */
export const pagePrivileges = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
}

/** Answers `app://ocop/…` from the built page, and nothing else: other hosts, methods and ways out are 404. */
export async function answerPage({
  request,
  page,
}: {
  readonly request: Request
  readonly page: string
}): Promise<Response> {
  const url = URL.parse(request.url)
  if (url === null || url.host !== 'ocop' || request.method !== 'GET') return notFound()
  const file = resolvePageFile({ root: page, pathname: url.pathname })
  const type = file === null ? null : contentTypeOf(file)
  if (file === null || type === null) return notFound()
  const bytes = await readFile(file).catch(() => null)
  if (bytes === null) return notFound()
  return new Response(new Uint8Array(bytes), {
    headers: { ...pageHeaders, 'content-type': type, 'cache-control': cacheControlOf(url.pathname) },
  })
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: pageHeaders })
}
