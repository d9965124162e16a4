import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

// `npm run golden:update`: writes the golden texts and pages anew from what the documents print now. Read the difference before
// committing it: a golden says what an office has been promised.

const root = join(import.meta.dirname, '..')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--project',
    'integration',
    'tests/integration/documents/golden.test.ts',
    'tests/integration/documents/pages.test.ts',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, GOLDEN_UPDATE: '1' } },
)
process.exit(status ?? 1)
