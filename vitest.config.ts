import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/helpers/longest-first.ts'
import { memoryFolder } from './tests/helpers/memory-folder.ts'

/** For what never ends, in milliseconds: no test counts time, also on a machine with other work. */
const limit = 240_000

const inMemory = memoryFolder()

/**
 * What both kinds of tests have. A process goes on from file to file with the program's modules loaded: loading them anew
 * for each took two fifths of a run. So a test leaves nothing behind, and what it stubbed is taken back before the next.
 */
const alike = {
  isolate: false,
  unstubEnvs: true,
  unstubGlobals: true,
  restoreMocks: true,
  testTimeout: limit,
  hookTimeout: limit,
}

export default defineConfig({
  test: {
    // Its own choice leaves a core for the watcher, half of the machine where there are two.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...alike,
          name: 'unit',
          include: [
            'shared/**/*.test.ts',
            'electron/**/*.test.ts',
            'renderer/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/desktop/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...alike,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/helpers/build-first.ts',
          env: {
            ...(inMemory !== null && { TMPDIR: inMemory }),
            // The compiled program is started some hundred times.
            NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules', '.cache', 'compiled'),
          },
        },
      },
    ],
  },
})
