import { forkNode } from '../../../electron/work/fork-node.ts'
import { jobProcess } from '../../../electron/work/job-process.ts'
import { openWork } from '../../../electron/work/open-work.ts'
import type { OddJobs } from './odd-jobs.ts'

// A program that has jobs done in a process of its own, tells which, and stays; with `idle` it asks for nothing more.

const work = openWork<OddJobs>({
  start: jobProcess({ entry: new URL('odd-jobs.ts', import.meta.url), place: null, fork: forkNode }),
  batches: ['steps'],
  deadlines: {},
  onTrouble: console.error,
})
const { pid } = await work.run('who', null)
process.send?.(pid)
if (process.argv[2] === 'idle') process.disconnect()
else await work.run('steps', 1e9)
