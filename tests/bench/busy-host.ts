import { join } from 'node:path'
import { loadProgram, place, root } from '../../scripts/program.ts'

// The compiled loopback host in a process of its own, which watches its own thread: between two messages of its parent
// it notes the longest stall of the event loop, and the most work that the thread did without letting a timer in.

/** Milliseconds. */
export type BusyHostFacts = { readonly stall: number; readonly work: number }

const resolution = 2
const { serve } = await loadProgram('serve')
const { address, token } = await serve({ out: join(root, 'out'), ...place })

/** Milliseconds that this thread worked, which other programs on the machine do not lengthen. */
function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

let [lastTime, lastWork] = [performance.now(), worked()]
let longest: BusyHostFacts = { stall: 0, work: 0 }
setInterval(() => {
  const [time, work] = [performance.now(), worked()]
  longest = {
    stall: Math.max(longest.stall, time - lastTime - resolution),
    work: Math.max(longest.work, work - lastWork),
  }
  lastTime = time
  lastWork = work
}, resolution)

process.on('message', () => {
  process.send?.(longest)
  longest = { stall: 0, work: 0 }
})
process.send?.({ origin: new URL(address).origin, token })
