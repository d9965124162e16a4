import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * A port of 127.0.0.1 that a test may give up and take again: below those that systems hand out by themselves, and
 * from a range of this process's own, so that no test beside it takes it meanwhile.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = 12_000 + ((process.pid * 40 + taken) % 20_000)
    taken += 1
    if (await isFree(port)) return port
  }
  throw new Error('no port is free')
}

let taken = 0

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
