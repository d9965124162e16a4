import type { Shell } from './hosts/app-host.ts'

/** As on a drive that fails: the place of the workspace file of that name does not answer. The answer takes it back. */
export async function breakSaving(shell: Shell, name: string): Promise<() => Promise<void>> {
  await setBroken(shell, name)
  return () => setBroken(shell, null)
}

function setBroken(shell: Shell, name: string | null): Promise<void> {
  return shell.evaluate((_electron, broken) => {
    const fs = process.getBuiltinModule('node:fs')
    const kept = fs as typeof fs & { whole?: typeof fs.statSync }
    kept.whole ??= fs.statSync
    const { whole } = kept
    const failing = (...call: Parameters<typeof whole>) => {
      if (String(call[0]).endsWith(broken ?? '')) throw Object.assign(new Error('drive fails'), { code: 'EIO' })
      return whole(...call)
    }
    Object.assign(fs, { statSync: broken === null ? whole : failing })
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  }, name)
}
