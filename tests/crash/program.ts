import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { AppClient } from '../../shared/api/contract.ts'
import { workspaceIdOf } from '../../electron/app/workspace/listing.ts'
import { ownerPrefix } from '../../electron/app/workspace/owner-file.ts'
import { startHost } from '../e2e/hosts/browser-host.ts'

/** The compiled program, as a process that is killed and started again; its client outlives it. */
export type Program = {
  readonly client: AppClient
  /** As when the machine loses its power. */
  readonly kill: () => Promise<void>
  /** As when a person ends it. */
  readonly stop: () => Promise<void>
  /** Again, there where it was or at another place. */
  readonly start: (at?: Place) => Promise<void>
  /** What it said on its error output until it ended last. */
  readonly said: readonly string[]
}

type Place = { readonly dataFolder: string; readonly environment?: Readonly<Record<string, string>> }

/** Starts what `npm start` starts in a browser, without one, on that data folder. */
export async function startProgram(place: Place): Promise<Program> {
  const start = ({ dataFolder, environment = {} }: Place) => startHost(dataFolder, { environment })
  let at = place
  let host = await start(at)
  const said: string[] = []
  const origin = () => new URL(host.address).origin
  const client: AppClient = createORPCClient(
    new RPCLink({
      url: () => `${origin()}/rpc`,
      headers: () => ({
        'x-ocop-token': new URL(host.address).hash.replace('#token=', ''),
        origin: origin(),
        'sec-fetch-site': 'same-origin',
      }),
    }),
  )
  const leave = async (end: () => Promise<void>) => {
    await end()
    said.push(...host.defects)
  }
  return {
    client,
    said,
    kill: () => leave(host.kill),
    stop: () => leave(host.stop),
    start: async (next = at) => {
      at = next
      host = await start(at)
    },
  }
}

/** Paths of the workspace files in a data folder, without what says who has one and what is still being made. */
export function filesIn(dataFolder: string): readonly string[] {
  return readdirSync(dataFolder)
    .filter((name) => name.endsWith('.ocop') && !name.startsWith(ownerPrefix))
    .map((name) => join(dataFolder, name))
}

/** Opens one of them, as by a click in the list. */
export function openFile({ client }: Program, path: string) {
  return client.workspace.open({ id: workspaceIdOf(path) })
}
