import type { ServerResponse } from 'node:http'
import { readPageFile } from './read-page-file.ts'
import type { RequestRefusal } from './request-guard.ts'

type SendPageFileInput = {
  readonly response: ServerResponse
  readonly page: string
  readonly pathname: string
  readonly isHead: boolean
}

/** A file of the built page, or 404. */
export async function sendPageFile({ response, page, pathname, isHead }: SendPageFileInput): Promise<void> {
  const file = await readPageFile({ root: page, pathname })
  if (file === null) return sendNothing(response)
  response.writeHead(200, { ...file.headers, 'content-length': file.bytes.length })
  response.end(isHead ? undefined : file.bytes)
}

export function sendNothing(response: ServerResponse): void {
  sendRefusal(response, { status: 404, code: 'NOT_FOUND', message: 'No such file' })
}

/** In the shape of the call library, so that the page's client reads it as an error with its code. */
export function sendRefusal(response: ServerResponse, { status, code, message, data }: RequestRefusal): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    // The body of a refused request is not read, so the connection cannot serve another.
    connection: 'close',
  })
  response.end(JSON.stringify({ json: { defined: data !== undefined, code, status, message, data } }))
}
