import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { memoryFolder } from './tests/helpers/memory-folder.ts'

/** For what never ends, in milliseconds: no test counts time, also on a machine with other work. */
const limit = 240_000

const inMemory = memoryFolder()

export default defineConfig({
  test: {
    // Its own choice leaves a core for the watcher, half of the machine where there are two.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'shared/**/*.test.ts',
            'electron/**/*.test.ts',
            'renderer/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/desktop/**/*.test.ts',
          ],
          testTimeout: limit,
          hookTimeout: limit,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          env: inMemory === null ? {} : { TMPDIR: inMemory },
          testTimeout: limit,
          hookTimeout: limit,
        },
      },
    ],
  },
})
