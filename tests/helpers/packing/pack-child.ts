import { join } from 'node:path'
import { Arch, build, Platform } from 'electron-builder'
import { packOptions } from '../../../scripts/pack-options.ts'
import type { PackJob } from './pack-all.ts'

// Packs in a process of its own, as `npm run dist` does: electron-builder works for the whole process it is in.

const { root, folder, platforms } = JSON.parse(process.argv[2] ?? '') as PackJob
const names = { linux: Platform.LINUX, win32: Platform.WINDOWS, darwin: Platform.MAC }
process.chdir(root)
for (const { platform, archs, targets } of platforms) {
  await build({
    targets: names[platform].createTarget([...targets], ...archs.map((arch) => Arch[arch])),
    publish: 'never',
    config: {
      ...packOptions(platform, {}),
      electronDist: join(folder, 'runtime', platform),
      directories: { output: join(folder, 'dist', platform) },
    },
  })
}
