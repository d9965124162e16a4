import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  scripts: Record<string, string>
}
const pinned = { ...manifest.dependencies, ...manifest.devDependencies }

test.each(Object.entries(pinned))('%s is pinned to one version (%s)', (_name, version) => {
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
})

test('the lockfile holds those very versions', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>
  }
  const locked = Object.keys(pinned).map((name) => [name, lock.packages[`node_modules/${name}`]?.version])
  expect(Object.fromEntries(locked)).toEqual(pinned)
})

test('scripts use nothing that only one shell knows, and name files that exist', () => {
  for (const script of Object.values(manifest.scripts)) {
    expect(script).not.toMatch(/[|;<>$'"`*]|\b(rm|cp|mv|export|set|cross-env)\b|\b[A-Z_]+=/)
    for (const [, file = ''] of script.matchAll(/\bnode (\S+)/g)) expect(existsSync(join(root, file)), file).toBe(true)
  }
})
