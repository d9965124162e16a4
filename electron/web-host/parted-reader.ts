import type { ServerResponse } from 'node:http'

/**
 * Files leave as a multipart body. Cancelled in the middle, Node's stream of such a body throws where nobody can catch
 * it, and the whole host would end because somebody closed a preview. So it is never cancelled: one whose reader went
 * away while it was made is not begun, and one on its way is read to its end, into nothing. Streams of events are
 * cancelled as ever.
 */
export function survivePartedReader(response: ServerResponse): void {
  response.once('pipe', (source) => {
    if (!String(response.getHeader('content-type')).startsWith('multipart/')) return
    source.destroy = () => source.resume()
  })
}

/** The other half: of an answer that nobody waits for any more, the file is left out. */
export async function leaveOutFileOfPartedReader<
  Result extends { readonly matched: boolean; readonly response?: { readonly body: unknown } | undefined },
>({
  next,
  request,
}: {
  readonly next: () => Promise<Result>
  readonly request: { readonly signal?: AbortSignal | undefined }
}): Promise<Result> {
  const result = await next()
  const isParted = request.signal?.aborted === true && result.response?.body instanceof FormData
  return isParted ? { ...result, response: { ...result.response, body: undefined } } : result
}
