import { pageHeaders } from '../web-host/page-headers.ts'
import { readPageFile } from '../web-host/read-page-file.ts'

export const pageScheme = 'app'
export const pageOrigin = `${pageScheme}://ocop`

/** To register before the application is ready: an origin of its own, with storage and fetch, and no CORS. */
export const pagePrivileges = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
}

/** Answers `app://ocop/…` from the built page, and nothing else: other hosts, methods and ways out are 404. */
export async function answerPage(request: Request, page: string): Promise<Response> {
  const url = URL.parse(request.url)
  if (url === null || url.host !== 'ocop' || request.method !== 'GET') return notFound()
  const file = await readPageFile({ root: page, pathname: url.pathname })
  if (file === null) return notFound()
  return new Response(new Uint8Array(file.bytes), { headers: { ...pageHeaders, ...file.headers } })
}

function notFound(): Response {
  return new Response(null, { status: 404, headers: pageHeaders })
}
