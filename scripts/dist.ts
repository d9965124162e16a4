import { join } from 'node:path'
import { build } from 'electron-builder'
import { ensureBuilt } from './ensure-built.ts'
import { packOptions } from './pack-options.ts'

// `npm run dist [-- --dir]`: installers of this platform into dist/; `--dir` leaves the unpacked application only.

process.chdir(join(import.meta.dirname, '..'))
await ensureBuilt(['main', 'preload', 'renderer', 'room'], () => console.log('Đang dựng ứng dụng…'))
const files = await build({
  dir: process.argv.includes('--dir'),
  publish: 'never',
  config: packOptions(process.platform, process.env),
})
for (const file of files) console.log(file)
