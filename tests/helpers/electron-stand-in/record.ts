import { appendFileSync } from 'node:fs'

/** What the compiled main asked Electron for, in order, and what tests answer in its stead. */
export const record = {
  calls: [] as { readonly name: string; readonly args: readonly unknown[] }[],
  exposed: new Map<string, unknown>(),
  pageHandlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
  /** Paths that the system does not know, or cannot reach: `getPath` throws for them. */
  missingPaths: new Set<string>((process.env['STAND_IN_MISSING_PATHS'] ?? '').split(',').filter(Boolean)),
  session: {} as Partial<{
    permissionRequest: (contents: unknown, permission: string, answer: (allowed: boolean) => void) => void
    permissionCheck: () => boolean
    devicePermission: () => boolean
    beforeRequest: (details: RequestDetails, answer: (response: { readonly cancel?: boolean }) => void) => void
  }>,
  /** Null cancels; a save dialog that is told nothing takes what it proposes, as Enter does. */
  dialogAnswer: { open: null as string | null, save: undefined as string | null | undefined, message: 0 },
}

/** Whether main's session lets a request of any web contents out. */
export function passesSession(url: string): boolean {
  let isCancelled = false
  const { beforeRequest } = record.session
  beforeRequest?.({ url, resourceType: 'xhr' }, ({ cancel }) => void (isCancelled = cancel === true))
  return !isCancelled
}

type RequestDetails = { readonly url: string; readonly resourceType: string; readonly webContentsId?: number }

export function note(name: string, ...args: readonly unknown[]): void {
  record.calls.push({ name, args })
  // What was asked last before an end, whichever end that is.
  const file = process.env['STAND_IN_CALLS']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, args })}\n`)
}
