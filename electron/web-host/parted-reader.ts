import type { ServerResponse } from 'node:http'

/**
 * Files are answered as a multipart body. When its reader disconnects in the middle, Node's stream of such a body throws
 * where nobody can catch it, and the whole host would end because somebody closed a preview. So it is never cancelled: a
 * body whose reader left while it was made is not begun, and one being sent is read to its end and dropped. Event streams
 * are cancelled as usual.
 */
export function survivePartedReader(response: ServerResponse): void {
  response.once('pipe', (source) => {
    if (!String(response.getHeader('content-type')).startsWith('multipart/')) return
    source.destroy = () => source.resume()
  })
}

/** The other half: an answer whose reader has left is sent without its file. */
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
